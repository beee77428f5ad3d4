/* What the rows of a file may point to: customers, or the rows of another file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On offer are the columns of other files that bear the name of the key, are keys themselves, or are
 * pointed to already. */

#include "app/import-targets.h"

#include <glib/gi18n-lib.h>

static void
target_free (gpointer data)
{
  BwImportTarget *self = data;

  g_free (self->via);
  g_free (self->via_column);
  g_free (self);
}

static void
add (GPtrArray  *targets,
     const char *via,
     const char *via_column)
{
  BwImportTarget *target = g_new0 (BwImportTarget, 1);

  target->via = g_strdup (via);
  target->via_column = g_strdup (via_column);
  g_ptr_array_add (targets, target);
}

static gboolean
is_target (const BwMappedSource *from,
           const BwMappedSource *to,
           const char           *header)
{
  if (g_strcmp0 (header, from->join) == 0)
    return TRUE;
  if (g_strcmp0 (from->via, to->id) == 0 && g_strcmp0 (from->via_column, header) == 0)
    return TRUE;

  return to->shape == BW_SHAPE_LOOKUP && g_strcmp0 (header, to->join) == 0;
}

/**
 * bw_import_targets_find:
 *
 * Returns: (transfer full) (element-type BwImportTarget): customers first
 */
GPtrArray *
bw_import_targets_find (const BwMapping *mapping,
                        guint            source)
{
  const BwMappedSource *from = bw_mapping_get_source (mapping, source);
  GPtrArray *targets = g_ptr_array_new_with_free_func (target_free);

  add (targets, NULL, NULL);
  for (guint i = 0; i < bw_mapping_get_n_sources (mapping); i++)
    {
      const BwMappedSource *to = bw_mapping_get_source (mapping, i);

      for (guint j = 0; i != source && j < to->n_columns; j++)
        {
          if (is_target (from, to, to->columns[j].header))
            add (targets, to->id, to->columns[j].header);
        }
    }

  return targets;
}

/**
 * bw_import_targets_list:
 * @targets: (element-type BwImportTarget)
 * @mapped: whose rows point to one of them
 */
void
bw_import_targets_list (GtkDropDown          *drop_down,
                        GPtrArray            *targets,
                        const BwMappedSource *mapped)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < targets->len; i++)
    {
      const BwImportTarget *target = targets->pdata[i];
      g_autofree char *title = target->via == NULL ?
                               g_strdup (_("Customers")) :
                               g_strdup_printf ("%s · %s", target->via, target->via_column);

      gtk_string_list_append (titles, title);
      if (g_strcmp0 (target->via, mapped->via) == 0 &&
          g_strcmp0 (target->via_column, mapped->via == NULL ? NULL : mapped->via_column) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (drop_down, selected);
}
