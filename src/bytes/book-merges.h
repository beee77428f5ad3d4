/* Cells that a sheet merges over several rows, and where a cell is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/xml.h"

G_BEGIN_DECLS

#define BW_BOOK_ROWS_MAX    1048576
#define BW_BOOK_COLUMNS_MAX 16384

/**
 * BwBookMerge:
 * @column: counted from 0
 * @first: row, counted from 1, of the cell that holds the value
 * @last: row, after @first
 */
typedef struct
{
  guint column;
  guint first;
  guint last;
} BwBookMerge;

gboolean bw_book_reference_read (const char  *text,
                                 guint       *column,
                                 guint       *row,
                                 const char **end);
GArray  *bw_book_merges_read (BwXml   *xml,
                              GError **error);

G_END_DECLS
