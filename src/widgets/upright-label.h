/* A short text that reads from below to above: the heading of a narrow column. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_UPRIGHT_LABEL (bw_upright_label_get_type ())
G_DECLARE_FINAL_TYPE (BwUprightLabel, bw_upright_label, BW, UPRIGHT_LABEL, GtkWidget)

GtkWidget *bw_upright_label_new (const char *text);

G_END_DECLS
