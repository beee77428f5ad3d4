/* A metric of values that are worked out: proposed before it is in the model, and changed in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/recipe.h"
#include "panel/panel.h"

G_BEGIN_DECLS

gboolean bw_metric_propose (BwRecipe           *recipe,
                            BwPanel            *panel,
                            const BwDerivation *derivation,
                            BwMetric           *metric,
                            const char        **group);
gboolean bw_metric_derive (BwRecipe           *recipe,
                           BwPanel            *panel,
                           const BwDerivation *derivation,
                           BwMetric           *metric);
gboolean bw_derivation_propose (BwDerivationType type,
                                BwPanel         *panel,
                                const BwModel   *model,
                                const char      *keep,
                                BwDerivation    *derivation);
gboolean bw_derivation_is_possible (BwDerivationType type,
                                    BwPanel         *panel);
gboolean bw_derivation_takes (BwDerivationType     type,
                              const BwPanelColumn *column);

G_END_DECLS
