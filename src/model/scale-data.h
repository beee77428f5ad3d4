/* The values that a scale is shaped for, and goalposts that suit them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/scale-edit.h"

G_BEGIN_DECLS

/* So many different values are told apart. */
#define BW_FEW_DISTINCT 24

/**
 * BwScaleData:
 * @sorted: (array length=n): the values that are there, in order; of many some thousands
 * @distinct: (array length=n_distinct): each that there is, once, in order; one more than are told
 *   apart where there are more
 */
typedef struct
{
  double *sorted;
  gsize   n;
  double  distinct[BW_FEW_DISTINCT + 1];
  gsize   n_distinct;
} BwScaleData;

void     bw_scale_data_init (BwScaleData  *self,
                             const double *raw,
                             gsize         n);
void     bw_scale_data_clear (BwScaleData *self);
double   bw_scale_data_score (const BwScale *scale,
                              double         raw);
BwScale *bw_goalposts_of_data (const BwScaleData *data);
BwScale *bw_goalposts_like (const BwScale     *scale,
                            const BwScaleData *data);

G_END_DECLS
