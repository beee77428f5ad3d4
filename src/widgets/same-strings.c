/* Whether two lists of texts say the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/same-strings.h"

/**
 * bw_same_strings:
 * @a: (nullable): a GtkStringList
 * @b: (nullable): a GtkStringList
 *
 * A drop-down that is being chosen from must not be given another list, so that it is given one only
 * where the texts differ.
 *
 * Returns: whether both are there and hold the same texts
 */
gboolean
bw_same_strings (GListModel *a,
                 GListModel *b)
{
  if (a == NULL || b == NULL || g_list_model_get_n_items (a) != g_list_model_get_n_items (b))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (a), i),
                     gtk_string_list_get_string (GTK_STRING_LIST (b), i)) != 0)
        return FALSE;
    }

  return TRUE;
}
