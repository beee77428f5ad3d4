/* The cells of the import dialog's two tables: columns of a file, and problems. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import-column.h"
#include "panel/role.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BwRoleFunc:
 *
 * The user wants another role for @column.
 */
typedef void (*BwRoleFunc) (BwImportColumn *column,
                            BwRole          role,
                            gpointer        user_data);

void bw_import_cells_add_columns (GtkColumnView *view,
                                  BwRoleFunc     func,
                                  gpointer       user_data);
void bw_import_cells_add_problems (GtkColumnView *view);

G_END_DECLS
