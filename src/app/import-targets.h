/* What the rows of a file may point to: customers, or the rows of another file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/mapping.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BwImportTarget:
 * @via: (nullable): id of another source, or %NULL for customers
 * @via_column: (nullable): its column that is pointed to
 */
typedef struct
{
  char *via;
  char *via_column;
} BwImportTarget;

GPtrArray *bw_import_targets_find (const BwMapping *mapping,
                                   guint            source);
void       bw_import_targets_list (GtkDropDown          *drop_down,
                                   GPtrArray            *targets,
                                   const BwMappedSource *mapped);

G_END_DECLS
