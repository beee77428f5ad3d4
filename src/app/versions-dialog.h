/* The versions of the model that were kept: look at one, go back to one, compare with one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_VERSIONS_DIALOG (bw_versions_dialog_get_type ())

G_DECLARE_FINAL_TYPE (BwVersionsDialog, bw_versions_dialog, BW, VERSIONS_DIALOG, AdwWindow)

void bw_versions_dialog_present (GtkWindow *parent,
                                 BwKeeper  *keeper);

G_END_DECLS
