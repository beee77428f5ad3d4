/* A table in a chart: cells with a ground that says how much, totals at the end of each row and column. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sketch.h"

G_BEGIN_DECLS

/**
 * BwGridCell:
 * @text: what it says
 * @note: (nullable): a second, quieter line, left out where there is no room
 * @tip: (nullable): when it is pointed at
 * @filled: whether it has a ground
 * @row: what the mark stands for
 */
typedef struct
{
  char    *text;
  char    *note;
  char    *tip;
  BwInk    ink;
  BwInk    ground;
  double   fade;
  gboolean bold;
  gboolean filled;
  guint    row;
} BwGridCell;

typedef struct
{
  const char *text;
  BwInk       ink;
} BwGridHead;

/**
 * BwGrid:
 * @n_rows: with that of the totals, which is the last; likewise @n_columns
 * @cells: (array): row by row
 * @row_title: what the rows are
 * @column_title: what the columns are
 */
typedef struct
{
  guint             n_rows;
  guint             n_columns;
  const BwGridHead *rows;
  const BwGridHead *columns;
  const BwGridCell *cells;
  const char       *row_title;
  const char       *column_title;
} BwGrid;

void bw_grid_draw (const BwGrid *self,
                   BwSketch     *sketch);

G_END_DECLS
