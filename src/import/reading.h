/* How one file is to be read: each choice made, or left to inspection. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cells/date-order.h"
#include "table/column.h"

#include <glib.h>

G_BEGIN_DECLS

#define BW_CHOOSE       0    /* a delimiter or quote that inspection finds */
#define BW_QUOTE_NONE   0x01 /* no character quotes */
#define BW_HEADER_FIND  (-2) /* inspection finds the header */
#define BW_HEADER_NONE  (-1) /* no header: columns are named Column 1, Column 2, … */
#define BW_ROW_FIND     (-1) /* inspection finds the first row below the header */

/**
 * BwForcedType:
 * @column: a header, trimmed
 * @type: what the column is to be read as, whatever inspection says
 * @decimal: of this column: '.' or ',', or %BW_CHOOSE: as the file
 * @date_order: of this column, or %BW_DATE_ORDER_FIND: as the file
 */
typedef struct
{
  char        *column;
  BwColumnType type;
  char         decimal;
  BwDateOrder  date_order;
} BwForcedType;

/**
 * BwReading:
 * @encoding: (nullable): as iconv knows it ("UTF-8", "WINDOWS-1252"); %NULL to find out
 * @delimiter: one ASCII character, or %BW_CHOOSE
 * @quote: one ASCII character, %BW_QUOTE_NONE, or %BW_CHOOSE
 * @header: record number of the header counted from 0 (blank records count), %BW_HEADER_NONE or
 *   %BW_HEADER_FIND
 * @decimal: '.' or ',', or %BW_CHOOSE
 * @date_order: how all-numeric dates that fit both ways are read
 * @forced: (array length=n_forced): types that the user chose
 * @sheet: (nullable): of a workbook the sheet, of an archive the file in it; %NULL for the first
 *   visible sheet, and for the one table in an archive
 * @header_rows: records that the header spans, from @header on; 0 to find out
 * @first_row: number of the first record that is a row, counted like @header, or %BW_ROW_FIND
 *
 * A value: fill one, hand it over, never change it after.
 */
typedef struct
{
  char         *encoding;
  char          delimiter;
  char          quote;
  int           header;
  char          decimal;
  BwDateOrder   date_order;
  BwForcedType *forced;
  guint         n_forced;
  char         *sheet;
  guint         header_rows;
  int           first_row;
} BwReading;

BwReading *bw_reading_new (void);
BwReading *bw_reading_copy (const BwReading *self);
void       bw_reading_free (BwReading *self);
void       bw_reading_take (BwReading       *self,
                            const BwReading *choices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwReading, bw_reading_free)

G_END_DECLS
