/* Records come in, columns of cells pile up; rows that cannot be used go into the report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/cells.h"
#include "import/filler.h"
#include "import/layout.h"
#include "import/lines.h"
#include "report/report.h"
#include "import/run.h"
#include "import/source.h"
#include "import/text.h"

G_BEGIN_DECLS

/**
 * BwGather:
 * @cells: (element-type BwCells): by column; an entry may be taken out and left %NULL
 * @filler: (nullable): what fills @cells while rows come; %NULL once all are there
 * @n_rows: rows used
 * @n_aside: rows set aside: notes, totals, other tables, and those with too many fields
 * @n_empty: rows set aside because nothing is in them
 * @runs: rows that are told, of quotes apart, while rows come
 * @n_long: those of @n_aside that have too many fields
 */
typedef struct
{
  const char *file;
  GPtrArray  *cells;
  BwLines    *lines;
  BwReport   *report;
  gsize       n_rows;
  gsize       n_aside;
  gsize       n_empty;
  BwFiller   *filler;
  gsize       n_long;
  BwRun      *runs[2];
} BwGather;

BwGather *bw_gather (BwText         *text,
                     const BwLayout *layout,
                     BwReport       *report,
                     BwProgressFunc  progress,
                     gpointer        user_data,
                     GError        **error);
void      bw_gather_free (BwGather *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwGather, bw_gather_free)

G_END_DECLS
