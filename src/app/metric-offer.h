/* What each column of the data would be as a metric, told before it is one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/derivation.h"
#include "panel/panel.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BwMetricOffer:
 * @column: of the panel
 * @doubtful: whether something speaks against it
 * @text: type, an example and the proposed scale; or what speaks against it
 */
typedef struct
{
  guint    column;
  gboolean doubtful;
  char    *text;
} BwMetricOffer;

BwDerivation bw_metric_offer_derive (const BwPanelColumn *column);
void         bw_metric_offers_async (BwPanel            *panel,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
GPtrArray   *bw_metric_offers_finish (GAsyncResult *result);

G_END_DECLS
