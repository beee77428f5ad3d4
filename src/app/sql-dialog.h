/* The model as one SELECT for a warehouse: for which one, over which table, what comes out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_SQL_DIALOG (bw_sql_dialog_get_type ())

G_DECLARE_FINAL_TYPE (BwSqlDialog, bw_sql_dialog, BW, SQL_DIALOG, AdwWindow)

void bw_sql_dialog_present (GtkWindow   *parent,
                            BwWorkspace *workspace,
                            GSettings   *settings);

G_END_DECLS
