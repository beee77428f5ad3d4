/* The customers that fooled a score, with its reasons 90, 60 and 30 days before. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value: made in a worker. A file has all of them, and is written in a worker too. */

#pragma once

#include "outcome/validation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BW_N_PASTS 3

/**
 * BwPast:
 * @known: whether there is a snapshot so early that the customer is in
 * @date: of the snapshot, NaN where it has none
 * @score: NaN where it was not scored
 * @band: of the score's model, or %BW_NO_BAND
 * @reasons: what moved the score most, against the segment's mean; owned
 */
typedef struct
{
  gboolean known;
  double   date;
  double   score;
  guint    band;
  char    *reasons;
} BwPast;

/**
 * BwFooledCustomer:
 * @customer: of the panel
 * @pasts: 90, 60 and 30 days before; where the outcome has no day, the last alone
 */
typedef struct
{
  guint  customer;
  double money;
  BwPast pasts[BW_N_PASTS];
} BwFooledCustomer;

int        bw_fooled_get_lead (guint past);
GPtrArray *bw_fooled_list (const BwValidation *validation,
                           guint               segment,
                           gboolean            left,
                           guint               most,
                           guint              *n_all,
                           GCancellable       *cancellable);
char      *bw_fooled_to_csv (const BwValidation *validation,
                             const GPtrArray    *fooled,
                             gboolean            left,
                             BwPanel            *named);
char      *bw_fooled_name (const BwModel *model,
                           gboolean       left);
void       bw_fooled_save_async (BwValidation       *validation,
                                 guint               segment,
                                 gboolean            left,
                                 gboolean            hides_names,
                                 GFile              *file,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
gboolean   bw_fooled_save_finish (GAsyncResult *result,
                                  GError      **error);

G_END_DECLS
