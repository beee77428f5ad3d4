/* The values of a column that may tell an outcome, and how many customers have each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/told.h"

#include "outcome/words.h"

#include <math.h>
#include <string.h>

/* A column of more values than that is no status. */
#define MOST_VALUES 50

static void
value_clear (gpointer data)
{
  g_free (((BwOutcomeValue *) data)->text);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const BwOutcomeValue *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;

  return strcmp (x->text, y->text);
}

/* Returns: (transfer full) (nullable): the value of a row, as a person writes it */
static char *
dup_value (BwColumn *column,
           gsize     row)
{
  const double *numbers = bw_column_get_numbers (column);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (bw_column_is_missing (column, row))
    return NULL;
  if (numbers == NULL)
    return g_strdup (bw_column_get_text (column, row));
  if (bw_column_get_type (column) == BW_COLUMN_FLAG)
    return g_strdup (numbers[row] != 0 ? "yes" : "no");

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", numbers[row]));
}

/* The newest row of each customer: its snapshot, or BW_NONE. */
static guint *
find_newest (BwPanel *panel)
{
  const guint n_customers = bw_panel_get_n_customers (panel);
  guint *newest = g_new (guint, MAX (n_customers, 1));

  for (guint i = 0; i < n_customers; i++)
    newest[i] = BW_NONE;
  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      const guint32 *customers = bw_snapshot_get_customers (snapshot);

      for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
        newest[customers[row]] = i;
    }

  return newest;
}

/* Counts a value. Returns: whether there is room for it */
static gboolean
count_value (GArray     *values,
             GHashTable *places,
             char       *text)
{
  gpointer at;

  if (g_hash_table_lookup_extended (places, text, NULL, &at))
    {
      g_array_index (values, BwOutcomeValue, GPOINTER_TO_UINT (at)).n++;
    }
  else
    {
      const BwOutcomeValue value = { g_strdup (text), 1, FALSE };

      if (values->len == MOST_VALUES)
        {
          g_free (value.text);
          return FALSE;
        }
      g_hash_table_insert (places, g_strdup (text), GUINT_TO_POINTER (values->len));
      g_array_append_val (values, value);
    }

  return TRUE;
}

/* Marks the values that mean gone, as far as their words or the column's name say. */
static void
propose (GArray              *values,
         const BwPanelColumn *column)
{
  const gboolean yes_is_gone = bw_words_yes_is_gone (column->name);

  for (guint i = 0; i < values->len; i++)
    {
      BwOutcomeValue *value = &g_array_index (values, BwOutcomeValue, i);

      if (column->type == BW_COLUMN_FLAG)
        value->gone = g_str_equal (value->text, yes_is_gone ? "yes" : "no");
      else if (bw_told_is_number (column->type))
        value->gone = (g_ascii_strtod (value->text, NULL) > 0) == yes_is_gone;
      else
        value->gone = bw_words_of_value (value->text) == BW_SAYS_GONE;
    }
}

/**
 * bw_told_list_values:
 *
 * Returns: (transfer full) (element-type BwOutcomeValue): the values of the column in each customer's
 *   newest snapshot, those of most customers first; nothing for dates and for columns of more than
 *   50 values
 */
GArray *
bw_told_list_values (BwPanel *panel,
                     guint    column)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (BwOutcomeValue));
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *newest = find_newest (panel);
  gboolean few = !bw_told_is_date (bw_panel_get_column (panel, column)->type);

  g_array_set_clear_func (values, value_clear);
  for (guint i = 0; few && i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      const guint32 *customers = bw_snapshot_get_customers (snapshot);
      BwColumn *data = bw_snapshot_get_column (snapshot, column);

      for (gsize row = 0; few && row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          g_autofree char *text = newest[customers[row]] == i ? dup_value (data, row) : NULL;

          if (text != NULL)
            few = count_value (values, places, text);
        }
    }
  if (!few)
    g_array_set_size (values, 0);
  g_array_sort (values, compare_values);
  propose (values, bw_panel_get_column (panel, column));

  return values;
}
