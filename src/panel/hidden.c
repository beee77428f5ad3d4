/* A panel whose customers are numbered and not named, for pictures and tables that others see. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/panel.h"

#include <glib/gi18n-lib.h>

/* @form: with # for the number of a customer */
static BwColumn *
number_all (const char  *name,
            BwColumnType type,
            const char  *form,
            guint        n)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  guint32 *codes = g_new (guint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr(GString) text = g_string_new (form);

      g_string_replace (text, "#", number, 1);
      codes[i] = bw_dictionary_builder_add (builder, text->str, -1);
    }
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (name, type, codes, n, dictionary);
}

/**
 * bw_panel_with_hidden_names:
 *
 * The number of a customer is its place in the panel, from 1, so that it is the same in every picture
 * and table of one panel. Columns stay as they are: what is made of the panel must not show those
 * that name people.
 *
 * Returns: (transfer full): the same customers with numbers for keys and “Customer 17” for names
 */
BwPanel *
bw_panel_with_hidden_names (BwPanel *self)
{
  const guint n = bw_panel_get_n_customers (self);
  const guint n_columns = bw_panel_get_n_columns (self);
  const guint n_snapshots = bw_panel_get_n_snapshots (self);
  g_autoptr(BwColumn) keys = number_all ("keys", BW_COLUMN_KEY, "#", n);
  /* TRANSLATORS: in place of a customer’s name that is hidden; # is a number */
  g_autoptr(BwColumn) names = number_all ("names", BW_COLUMN_TEXT, _("Customer #"), n);
  g_autofree BwPanelColumn *columns = g_new0 (BwPanelColumn, MAX (n_columns, 1));
  g_autofree BwSnapshot **snapshots = g_new0 (BwSnapshot *, MAX (n_snapshots, 1));

  for (guint i = 0; i < n_columns; i++)
    columns[i] = *bw_panel_get_column (self, i);
  for (guint i = 0; i < n_snapshots; i++)
    snapshots[i] = bw_panel_get_snapshot (self, i);

  return bw_panel_new (keys, names, columns, n_columns, snapshots, n_snapshots,
                       bw_panel_get_sources (self));
}
