/* Ridge logistic regression: who leaves, by metric scores, with coefficients that keep their sign. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor and its tests. Plain arrays in and out. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwDesign:
 * @xs: (array): @n_columns a row, row by row; no NaN
 * @gone: (array length=n_rows): 1 for those who left, else 0
 * @weights: (array length=n_rows): how many customers a row stands for
 */
typedef struct
{
  gsize   n_rows;
  guint   n_columns;
  double *xs;
  guint8 *gone;
  double *weights;
} BwDesign;

void     bw_design_init (BwDesign *self,
                         gsize     n_rows,
                         guint     n_columns);
void     bw_design_clear (BwDesign *self);
gboolean bw_ridge_fit (const BwDesign *design,
                       double          penalty,
                       gboolean        never_more,
                       double         *coefficients);
double   bw_ridge_get_loss (const BwDesign *design,
                            const double   *coefficients);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwDesign, bw_design_clear)

G_END_DECLS
