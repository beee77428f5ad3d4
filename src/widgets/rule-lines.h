/* The caps and floors of a model, one a line on a card. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"
#include "panel/panel.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bw_rule_lines_new (BwPanel       *panel,
                              const BwModel *model);

G_END_DECLS
