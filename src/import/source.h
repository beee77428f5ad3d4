/* The door for data: one file's bytes come in, a typed table and a report come out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/reading.h"
#include "report/error.h"
#include "report/report.h"
#include "table/table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BwProgressFunc:
 * @n_bytes: read so far, of @n_total (0 where not known)
 * @n_rows: read so far
 *
 * Called now and then in the thread that reads.
 */
typedef void (*BwProgressFunc) (goffset  n_bytes,
                                goffset  n_total,
                                gsize    n_rows,
                                gpointer user_data);

/**
 * BwOpenReading:
 * @BW_OPEN_NOTHING: the cells leave one reading
 * @BW_OPEN_DECIMAL: 1.234 or 1,234; the other reading is the other decimal mark
 * @BW_OPEN_DATE_ORDER: 03/04; the other reading is the other order
 *
 * What a column leaves open, or would but for a few rows: what a window asks about.
 */
typedef enum
{
  BW_OPEN_NOTHING,
  BW_OPEN_DECIMAL,
  BW_OPEN_DATE_ORDER,
} BwOpenReading;

#define BW_EXAMPLE_SIZE 48

/**
 * BwColumnFacts:
 * @n_missing: cells without a value, misfits included
 * @n_distinct: distinct values present
 * @n_misfits: cells that did not fit the type, each in the report
 * @date_order: for a date column, the order that was used
 * @ambiguous: the column fits two readings equally; the report has a note
 * @open: what most of its cells leave open; the rest of the fields say nothing if that is nothing
 * @n_telling: rows that tell which reading is meant; 0 where @ambiguous
 * @example: a cell that can be read both ways, cut off where it is long
 * @example_line: the physical line of its row
 * @as_read: what it was read as: an ISO date, or a number in C form
 * @as_other: what it would be in the other reading
 */
typedef struct
{
  gsize       n_missing;
  gsize       n_distinct;
  gsize       n_misfits;
  BwDateOrder date_order;
  char        decimal;
  gboolean    ambiguous;

  BwOpenReading open;
  gsize         n_telling;
  gsize         example_line;
  char          example[BW_EXAMPLE_SIZE];
  char          as_read[BW_EXAMPLE_SIZE];
  char          as_other[BW_EXAMPLE_SIZE];
} BwColumnFacts;

typedef struct _BwSource BwSource;

BwSource *bw_source_read (GFile           *file,
                          const BwReading *reading,
                          BwProgressFunc   progress,
                          gpointer         user_data,
                          GCancellable    *cancellable,
                          GError         **error);
BwSource *bw_source_ref (BwSource *self);
void      bw_source_unref (BwSource *self);

const char          *bw_source_get_file_name (const BwSource *self);
BwTable             *bw_source_get_table (const BwSource *self);
const BwReading     *bw_source_get_reading (const BwSource *self);
const BwColumnFacts *bw_source_get_facts (const BwSource *self,
                                          guint           column);
BwReport            *bw_source_get_report (const BwSource *self);
gsize                bw_source_get_line (const BwSource *self,
                                         gsize           row);
goffset              bw_source_get_size (const BwSource *self);
gint64               bw_source_get_modified (const BwSource *self);
const char *const   *bw_source_get_sheets (const BwSource *self);

/**
 * BwRecordFunc:
 * @fields: (array length=n_fields): UTF-8, text unchanged, each ended by a NUL that does not count
 * @lengths: bytes of each field
 * @line: the physical line on which the record begins, from 1
 *
 * Returns: whether to go on
 */
typedef gboolean (*BwRecordFunc) (const char *const *fields,
                                  const gsize       *lengths,
                                  guint              n_fields,
                                  gsize              line,
                                  gpointer           user_data);

gboolean bw_source_read_raw (GFile           *file,
                             const BwReading *reading,
                             BwRecordFunc     func,
                             gpointer         user_data,
                             GCancellable    *cancellable,
                             GError         **error);

GStrv bw_source_list_sheets (GFile        *file,
                             GCancellable *cancellable,
                             GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSource, bw_source_unref)

G_END_DECLS
