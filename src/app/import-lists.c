/* Filling the import assistant's drop-downs, and naming them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-lists.h"

/**
 * bw_import_list_texts:
 * @texts: (array zero-terminated=1)
 *
 * Only what differs is filled in, so that a list that is open stays open.
 */
void
bw_import_list_texts (GtkDropDown       *drop_down,
                      const char *const *texts,
                      guint              selected)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);
  const guint n_texts = g_strv_length ((GStrv) texts);
  gboolean same = model != NULL && g_list_model_get_n_items (model) == n_texts;

  for (guint i = 0; i < n_texts && same; i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), texts[i]);
  if (!same)
    {
      g_autoptr(GtkStringList) list = gtk_string_list_new (texts);

      gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
    }
  gtk_drop_down_set_selected (drop_down, selected);
}

/**
 * bw_import_list_titles:
 * @title: what each value under @n_values is called
 */
void
bw_import_list_titles (GtkDropDown      *drop_down,
                       guint             n_values,
                       BwImportTitleFunc title,
                       guint             selected)
{
  g_autofree const char **texts = g_new0 (const char *, n_values + 1);

  for (guint i = 0; i < n_values; i++)
    texts[i] = title (i);
  bw_import_list_texts (drop_down, texts, selected);
}

/**
 * bw_import_list_columns:
 * @none: (nullable): what comes before the columns: that there is none
 * @selected: (nullable): a header
 */
void
bw_import_list_columns (GtkDropDown          *drop_down,
                        const BwMappedSource *source,
                        const char           *none,
                        const char           *selected)
{
  const guint first = none != NULL ? 1 : 0;
  g_autofree const char **texts = g_new0 (const char *, source->n_columns + 2);
  guint found = none != NULL ? 0 : GTK_INVALID_LIST_POSITION;

  texts[0] = none;
  for (guint i = 0; i < source->n_columns; i++)
    {
      texts[first + i] = source->columns[i].header;
      if (g_strcmp0 (source->columns[i].header, selected) == 0)
        found = first + i;
    }
  bw_import_list_texts (drop_down, texts, found);
}

/**
 * bw_import_name_widget:
 * @format: the accessible name; %s is @name
 */
void
bw_import_name_widget (GtkWidget  *widget,
                       const char *format,
                       const char *name)
{
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv (name, parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
