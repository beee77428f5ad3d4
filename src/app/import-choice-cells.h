/* Cells with a drop-down, of the import assistant's table of columns: role and type. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import-column.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BwImportCellFuncs:
 * @role: called when the user chooses another role
 * @type: called when the user chooses another type
 */
typedef struct
{
  void (*role)(BwImportColumn *column,
               BwRole          role,
               gpointer        user_data);
  void (*type)(BwImportColumn *column,
               BwColumnType    type,
               gpointer        user_data);
} BwImportCellFuncs;

void bw_import_choice_cells_add (GtkColumnView           *view,
                                 const BwImportCellFuncs *funcs,
                                 gpointer                 user_data);

G_END_DECLS
