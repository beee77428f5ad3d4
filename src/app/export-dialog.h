/* The chart on screen as a picture: what it shows, how it looks, where it goes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/comparing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_EXPORT_DIALOG (bw_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (BwExportDialog, bw_export_dialog, BW, EXPORT_DIALOG, AdwWindow)

void bw_export_dialog_present (GtkWindow   *parent,
                               BwWorkspace *workspace,
                               GSettings   *settings,
                               BwComparing *comparing,
                               const char  *metric,
                               const char  *page);

G_END_DECLS
