/* A quiet button, "3 hints", whose list says what a person should look at, and leads there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/insights.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_HINTS_BUTTON (bw_hints_button_get_type ())

G_DECLARE_FINAL_TYPE (BwHintsButton, bw_hints_button, BW, HINTS_BUTTON, AdwBin)

void bw_hints_button_show (BwHintsButton *self,
                           BwWorkspace   *workspace,
                           BwInsights    *insights);

G_END_DECLS
