/* Keeping the draft as a version: its name, why, and what changed since the last one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_VERSION_DIALOG (bw_version_dialog_get_type ())

G_DECLARE_FINAL_TYPE (BwVersionDialog, bw_version_dialog, BW, VERSION_DIALOG, AdwWindow)

void bw_version_dialog_present (GtkWindow *parent,
                                BwKeeper  *keeper);

G_END_DECLS
