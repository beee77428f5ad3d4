/* The values of a column that customers can be parted by: few, and in an order that reads well. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/segment-values.h"

#include "model/derivation.h"
#include "model/json-writer.h"
#include "model/label.h"
#include "model/order.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LEAST_VALUES 2
#define MOST_VALUES 8

/* A value as the column has it (a number or a code), and how many customers have it. */
typedef struct
{
  double value;
  gsize  count;
} Value;

/* Those of most customers first. */
static int
compare_values (const void *a,
                const void *b)
{
  const Value *x = a;
  const Value *y = b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;

  return (x->value > y->value) - (x->value < y->value);
}

/* Returns: (transfer full): the values of a column in the newest snapshot; one more than the most
 * that are wanted where there are more */
static GArray *
count_values (BwPanel    *panel,
              const char *column)
{
  const BwDerivation derivation = { BW_DERIVE_COLUMN, column };
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, newest));
  g_autofree double *raw = g_new (double, MAX (n_rows, 1));
  GArray *values = g_array_new (FALSE, FALSE, sizeof (Value));

  bw_derivation_get_raw (&derivation, panel, newest, raw);
  for (gsize row = 0; row < n_rows && values->len <= MOST_VALUES; row++)
    {
      Value value = { raw[row], 1 };
      guint i = 0;

      if (isnan (raw[row]))
        continue;

      while (i < values->len && g_array_index (values, Value, i).value != raw[row])
        i++;
      if (i < values->len)
        g_array_index (values, Value, i).count++;
      else
        g_array_append_val (values, value);
    }
  g_array_sort (values, compare_values);

  return values;
}

static char *
date_to_text (double days)
{
  GDate date;

  if (!(days + BW_EPOCH_JULIAN >= 1 && days + BW_EPOCH_JULIAN < G_MAXUINT32))
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (floor (days) + BW_EPOCH_JULIAN));

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * bw_value_to_text:
 * @column: where the value is from
 * @value: a number of it, or a code
 *
 * Returns: (transfer full): the value as a condition compares with it
 */
char *
bw_value_to_text (BwColumn *column,
                  double    value)
{
  const BwColumnType type = bw_column_get_type (column);
  char number[BW_NUMBER_LENGTH];

  if (bw_column_type_is_coded (type))
    return g_strdup (bw_dictionary_get (bw_column_get_dictionary (column), (guint32) value));
  if (type == BW_COLUMN_FLAG)
    return g_strdup (value != 0 ? "yes" : "no");
  if (type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME)
    return date_to_text (value);

  return g_strdup (bw_number_to_text (value, number));
}

/* Where everybody knows an order of the values (Enterprise before Small business) it is theirs. */
static void
order_values (BwColumn *column,
              GArray   *values)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  BwCategoryScore scores[MOST_VALUES];
  BwOrder order;

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (texts, bw_value_to_text (column, g_array_index (values, Value, i).value));
  if (!bw_order_categories ((const char *const *) texts->pdata, texts->len, scores, &order))
    return;

  /* The order of the scores, the highest first: the count becomes the place. */
  for (guint i = 0; i < values->len; i++)
    {
      for (guint place = 0; place < values->len; place++)
        {
          if (g_str_equal (scores[place].text, g_ptr_array_index (texts, i)))
            g_array_index (values, Value, i).count = place;
        }
    }
  g_array_sort (values, compare_values);
}

/**
 * bw_segment_values_list:
 * @panel: with a snapshot or more
 * @column: of any type
 *
 * Returns: (nullable) (transfer full) (element-type utf8): the values in the newest snapshot, those
 *   of most customers first, or in the order that everybody knows; %NULL unless there are 2 to 8
 */
GPtrArray *
bw_segment_values_list (BwPanel *panel,
                        guint    column)
{
  const BwPanelColumn *source = bw_panel_get_column (panel, column);
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  BwColumn *data = bw_snapshot_get_column (bw_panel_get_snapshot (panel, newest), column);
  g_autoptr(GArray) values = NULL;
  GPtrArray *texts;

  if (source->type == BW_COLUMN_DATE || source->type == BW_COLUMN_DATE_TIME)
    return NULL;

  values = count_values (panel, source->name);
  if (values->len < LEAST_VALUES || values->len > MOST_VALUES)
    return NULL;
  order_values (data, values);

  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (texts, bw_value_to_text (data, g_array_index (values, Value, i).value));

  return texts;
}

/**
 * bw_segment_value_name:
 * @text: a value of @column
 *
 * Returns: (transfer full): what a segment of the customers that have it is called: the value, with
 *   the column's name where the value alone says little
 */
char *
bw_segment_value_name (const BwPanelColumn *column,
                       const char          *text)
{
  g_autofree char *detail = NULL;
  g_autofree char *label = NULL;

  if (bw_column_type_is_coded (column->type))
    return strchr (text, '_') != NULL ? bw_label_of_header (text, &detail)
                                       : bw_label_shorten (g_strdup (text));

  label = bw_label_of_header (column->name, &detail);
  /* TRANSLATORS: a column's name and a value of it: “Tariff plan: 1” */
  return bw_label_shorten (g_strdup_printf (_("%s: %s"), label,
                                            column->type != BW_COLUMN_FLAG ? text
                                            : g_str_equal (text, "yes") ? _("yes") : _("no")));
}
