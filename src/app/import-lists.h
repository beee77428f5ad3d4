/* Filling the import assistant's drop-downs, and naming them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/mapping.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef const char *(*BwImportTitleFunc) (guint value);

void bw_import_list_texts (GtkDropDown       *drop_down,
                           const char *const *texts,
                           guint              selected);
void bw_import_list_titles (GtkDropDown      *drop_down,
                            guint             n_values,
                            BwImportTitleFunc title,
                            guint             selected);
void bw_import_list_columns (GtkDropDown          *drop_down,
                             const BwMappedSource *source,
                             const char           *none,
                             const char           *selected);
void bw_import_name_widget (GtkWidget  *widget,
                            const char *format,
                            const char *name);

G_END_DECLS
