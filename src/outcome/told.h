/* What one column says became of each customer, over all snapshots. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "outcome/outcome.h"

G_BEGIN_DECLS

/**
 * BwTold:
 * @fates: by customer, a #BwFate; gone where it ever was
 * @days: by customer, the day it left, NaN where that is not told
 * @n_moved: customers that are seen to stay first and to be gone later
 * @n_back: customers that are gone once and there again later
 * @several: of a column of dates, by customer, whether it has more than one day; else %NULL
 */
typedef struct
{
  gsize   n_customers;
  guint8 *fates;
  double *days;
  gsize   n_moved;
  gsize   n_back;
  guint8 *several;
} BwTold;

BwTold *bw_told_new (BwPanel           *panel,
                     guint              column,
                     const char *const *gone);
BwTold *bw_told_new_vanished (BwPanel *panel);
void    bw_told_free (BwTold *self);
gsize   bw_told_count (const BwTold *self,
                       BwFate        fate);

GArray  *bw_told_list_values (BwPanel *panel,
                              guint    column);
gboolean bw_told_is_date (BwColumnType type);
gboolean bw_told_is_number (BwColumnType type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwTold, bw_told_free)

G_END_DECLS
