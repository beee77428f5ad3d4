/* Where in a text the table stands: its header, its first row, its width, the names of its columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/profile.h"
#include "import/reading.h"
#include "import/records.h"

G_BEGIN_DECLS

/**
 * BwLayout:
 * @header: number of the header's first record, blank ones counted, or %BW_HEADER_NONE
 * @first_row: number of the first record that may be a row
 * @header_line: physical line on which the names stand: that of the header's last record, or 0
 * @width: number of columns
 * @names: (element-type utf8): of the columns, each unlike the others
 * @given: (element-type utf8): what the header says, trimmed; "" where it says nothing
 * @n_header_rows: records that the header spans
 * @top_line: physical line of the header's first record, or of the first row where there is none;
 *   0 where not known
 * @record_width: fields of a good record: more than @width where another table stands beside
 * @beside: the first column of a table beside this one, from 0, or @record_width
 * @heads: (element-type BwRow): the records of the header
 * @profile: what the columns' cells mostly are
 * @captions: lone cells stand over groups of rows
 * @wrapped: cells are written as formulas, ="00042"
 */
typedef struct
{
  int        header;
  gsize      first_row;
  gsize      header_line;
  guint      width;
  GPtrArray *names;
  GPtrArray *given;
  guint      n_header_rows;
  gsize      top_line;
  guint      record_width;
  guint      beside;
  GArray    *heads;
  BwProfile *profile;
  gboolean   captions;
  gboolean   wrapped;
} BwLayout;

BwLayout *bw_layout_find (const BwDialect *dialect,
                          const BwReading *reading,
                          GBytes          *head);
void      bw_layout_free (BwLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwLayout, bw_layout_free)

G_END_DECLS
