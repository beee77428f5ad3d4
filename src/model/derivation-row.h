/* The raw values of each kind of derivation, a column at a time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/derivation.h"

G_BEGIN_DECLS

void bw_raw_of_column (const BwDerivation *self,
                       BwPanel            *panel,
                       guint               snapshot,
                       double             *raw);
void bw_raw_of_days_since (const BwDerivation *self,
                           BwPanel            *panel,
                           guint               snapshot,
                           double             *raw);
void bw_raw_of_days_between (const BwDerivation *self,
                             BwPanel            *panel,
                             guint               snapshot,
                             double             *raw);
void bw_raw_of_change (const BwDerivation *self,
                       BwPanel            *panel,
                       guint               snapshot,
                       double             *raw);
void bw_raw_of_mean (const BwDerivation *self,
                     BwPanel            *panel,
                     guint               snapshot,
                     double             *raw);
void bw_raw_of_ratio (const BwDerivation *self,
                      BwPanel            *panel,
                      guint               snapshot,
                      double             *raw);

G_END_DECLS
