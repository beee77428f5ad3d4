/* The files of one mapped source as one table, row below row. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"
#include "panel/mapped-source.h"
#include "panel/wide.h"

G_BEGIN_DECLS

/**
 * BwStack:
 * @files: (element-type BwSource): oldest first where their names have dates
 * @first_row: by file, and behind the last one @n_rows
 * @columns: (element-type BwColumn): by mapped column; %NULL where it is left out or in no file
 * @keys: (nullable): the column that joins, as codes
 * @customers: by row; %BW_NONE where it has none
 * @dates: (nullable): by row, whole days; NaN where missing
 * @slots: (nullable): by row, the snapshot it belongs to; %NULL where rows hold at every snapshot
 * @date: of all rows, or NaN
 * @lookup_rows: (nullable): by row of the source it is looked up from, its own row or %BW_NONE
 * @event_rows: (nullable): of events, rows by customer, then time
 * @event_days: (nullable): their days, in the same order; %NULL where they have none
 * @event_starts: (nullable): of each customer in @event_rows, and behind the last
 * @via: of a lookup, the stack it is looked up from, or %BW_NONE
 * @wide: (nullable): of months side by side, when each column is of
 * @mapped_source: the place of @mapped in the mapping
 * @joined: how its rows found their customers, counted on the way
 */
typedef struct
{
  const BwMappedSource *mapped;
  GPtrArray            *files;
  gsize                *first_row;
  gsize                 n_rows;
  GPtrArray            *columns;
  BwColumn             *keys;
  guint32              *customers;
  double               *dates;
  guint32              *slots;
  double                date;
  guint32              *lookup_rows;
  guint32              *event_rows;
  double               *event_days;
  gsize                *event_starts;
  guint                 via;
  BwWide               *wide;
  BwJoined              joined;
  guint                 mapped_source;
} BwStack;

BwStack    *bw_stack_new (const BwMappedSource *mapped);
void        bw_stack_free (BwStack *self);
void        bw_stack_fill (BwStack  *self,
                           BwReport *report);
BwColumn   *bw_stack_dup_column (const BwStack *self,
                                 guint          at,
                                 BwReport      *report);
BwColumn   *bw_stack_dup_codes (const BwStack *self,
                                const char    *header);
const char *bw_stack_find_lacking (const BwStack *self);
guint       bw_stack_find_column (const BwStack *self,
                                  const BwTable *table,
                                  const char    *header);
BwColumn   *bw_stack_get_column (const BwStack *self,
                                 BwRole         role);
BwSource   *bw_stack_locate (const BwStack *self,
                             gsize          row,
                             gsize         *line);
void        bw_stack_set_aside (const BwStack *self,
                                gsize          row,
                                const char    *header,
                                const char    *text,
                                const char    *what,
                                BwProblemKind  kind,
                                BwReport      *report);
const char *bw_stack_get_title (const BwStack *self);
gboolean    bw_column_same (const BwColumn *column,
                            gsize           a,
                            gsize           b);
gboolean    bw_stack_same_row (const BwStack *self,
                               gsize          a,
                               gsize          b);
gboolean    bw_stack_is_table (const BwStack *self);

G_END_DECLS
