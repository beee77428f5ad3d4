/* What the options of the command “chart” name: a segment, a customer, a metric, a date, a form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each returns whether there is such a thing; the error says what is not there. */

#pragma once

#include "model/model.h"
#include "score/shown-as.h"

G_BEGIN_DECLS

gboolean bw_chart_find_segment (const BwModel *model,
                                const char    *wanted,
                                guint         *segment,
                                GError       **error);
gboolean bw_chart_find_customer (const BwPanel *panel,
                                 const char    *key,
                                 guint         *customer,
                                 GError       **error);
gboolean bw_chart_find_metric (const BwModel *model,
                               const char    *wanted,
                               guint         *metric,
                               GError       **error);
gboolean bw_chart_find_since (BwPanel       *panel,
                              const BwModel *model,
                              const char    *wanted,
                              guint         *snapshot,
                              GError       **error);
gboolean bw_chart_find_shown (const char *wanted,
                              BwShownAs  *as,
                              GError    **error);

G_END_DECLS
