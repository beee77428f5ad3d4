/* How each kind of scale turns a column of numbers into scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/scale.h"

G_BEGIN_DECLS

void bw_scale_linear (const BwScale *self,
                      const double  *raw,
                      gsize          n,
                      double        *scores);
void bw_scale_curve (const BwScale *self,
                     const double  *raw,
                     gsize          n,
                     double        *scores);
void bw_scale_steps (const BwScale *self,
                     const double  *raw,
                     gsize          n,
                     double        *scores);
void bw_scale_categories (const BwScale *self,
                          const double  *raw,
                          gsize          n,
                          double        *scores);
void bw_scale_percentile (const BwScale *self,
                          const double  *raw,
                          gsize          n,
                          double        *scores);

G_END_DECLS
