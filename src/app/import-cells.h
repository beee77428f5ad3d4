/* The cells of the import assistant's table of columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import-choice-cells.h"

G_BEGIN_DECLS

void bw_import_cells_add (GtkColumnView           *view,
                          const BwImportCellFuncs *funcs,
                          gpointer                 user_data);

G_END_DECLS
