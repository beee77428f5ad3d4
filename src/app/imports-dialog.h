/* What was imported into the workspace: listed, dated anew, taken back, put back, added to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORTS_DIALOG (bw_imports_dialog_get_type ())

G_DECLARE_FINAL_TYPE (BwImportsDialog, bw_imports_dialog, BW, IMPORTS_DIALOG, AdwWindow)

void bw_imports_dialog_present (GtkWindow *parent,
                                BwKeeper  *keeper);

G_END_DECLS
