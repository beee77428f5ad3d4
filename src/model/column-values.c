/* What a column holds, as a person picks from it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/matching.h"

#include "model/segment-values.h"
#include "stats/sort.h"

#include <math.h>

/* The median is looked for in one of so many parts of the range. */
#define N_BINS 4096

static void
value_count_clear (gpointer data)
{
  BwValueCount *value = data;

  g_clear_pointer (&value->text, g_free);
}

static int
compare_value_counts (const void *a,
                      const void *b)
{
  const BwValueCount *x = a;
  const BwValueCount *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;

  return g_strcmp0 (x->text, y->text);
}

static void
add_value (GArray   *values,
           BwColumn *column,
           double    value,
           gsize     n)
{
  const BwValueCount counted = { bw_value_to_text (column, value), n };

  g_array_append_val (values, counted);
}

static void
list_codes (GArray   *values,
            BwColumn *column)
{
  const guint32 *codes = bw_column_get_codes (column);
  const guint32 size = bw_dictionary_size (bw_column_get_dictionary (column));
  g_autofree gsize *counts = g_new0 (gsize, MAX (size, 1));

  for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
    {
      if (codes[row] != BW_NO_CODE)
        counts[codes[row]]++;
    }

  for (guint32 code = 0; code < size; code++)
    {
      if (counts[code] > 0)
        add_value (values, column, code, counts[code]);
    }
}

static void
list_flags (GArray   *values,
            BwColumn *column)
{
  const double *numbers = bw_column_get_numbers (column);
  gsize n_yes = 0, n_no = 0;

  for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
    {
      n_yes += numbers[row] == 1;
      n_no += numbers[row] == 0;
    }
  if (n_yes > 0)
    add_value (values, column, 1, n_yes);
  if (n_no > 0)
    add_value (values, column, 0, n_no);
}

/* The values that are there: the least, the greatest, how many. */
typedef struct
{
  double least;
  double most;
  gsize  n;
} Extent;

static Extent
find_extent (const double *values,
             gsize         n_rows)
{
  Extent extent = { INFINITY, -INFINITY, 0 };

  for (gsize row = 0; row < n_rows; row++)
    {
      extent.least = values[row] < extent.least ? values[row] : extent.least;
      extent.most = values[row] > extent.most ? values[row] : extent.most;
      extent.n += !isnan (values[row]);
    }

  return extent;
}

static guint
bin_of (const Extent *extent,
        double        value)
{
  const double part = (value - extent->least) / (extent->most - extent->least);

  return part > 0 ? MIN ((guint) (part * N_BINS), N_BINS - 1) : 0;
}

/* Returns: the median (that below, of two); only the bin that it lies in is put in order */
static double
find_median (const double *values,
             gsize         n_rows,
             const Extent *extent)
{
  g_autofree gsize *counts = g_new0 (gsize, N_BINS);
  g_autofree double *inside = NULL;
  gsize rank = (extent->n - 1) / 2, n_inside = 0;
  guint bin = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      if (!isnan (values[row]))
        counts[bin_of (extent, values[row])]++;
    }
  while (rank >= counts[bin])
    rank -= counts[bin++];

  inside = g_new (double, 2 * counts[bin]);
  for (gsize row = 0; row < n_rows; row++)
    {
      if (!isnan (values[row]) && bin_of (extent, values[row]) == bin)
        inside[n_inside++] = values[row];
    }
  bw_sort (inside, n_inside, inside + n_inside);

  return inside[n_inside + rank];
}

/* The least, the median and the greatest, each once. */
static void
list_landmarks (GArray   *values,
                BwColumn *column)
{
  const gsize n_rows = bw_column_get_n_rows (column);
  const double *numbers = bw_column_get_numbers (column);
  const Extent extent = find_extent (numbers, n_rows);
  double landmarks[3];

  if (extent.n == 0)
    return;

  landmarks[0] = extent.least;
  landmarks[1] = extent.least < extent.most ? find_median (numbers, n_rows, &extent)
                 : extent.least;
  landmarks[2] = extent.most;
  for (guint i = 0; i < G_N_ELEMENTS (landmarks); i++)
    {
      gsize n = 0;

      for (gsize row = 0; row < n_rows; row++)
        n += numbers[row] == landmarks[i];
      if (i == 0 || landmarks[i] != landmarks[i - 1])
        add_value (values, column, landmarks[i], n);
    }
}

/**
 * bw_panel_list_values:
 * @column: a column's name
 * @most: how many values are wanted
 *
 * Returns: (transfer full) (element-type BwValueCount): its values in the snapshot as conditions
 *   write them: of texts and yes/no those of most customers first; of numbers and dates the least,
 *   the median and the greatest; nothing for a column that the panel does not have
 */
GArray *
bw_panel_list_values (BwPanel    *panel,
                      guint       snapshot,
                      const char *column,
                      guint       most)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (BwValueCount));
  const guint index = bw_panel_find_column (panel, column);
  BwColumn *data;

  g_array_set_clear_func (values, value_count_clear);
  if (index == BW_NONE)
    return values;

  data = bw_snapshot_get_column (bw_panel_get_snapshot (panel, snapshot), index);
  if (bw_column_get_codes (data) != NULL)
    list_codes (values, data);
  else if (bw_column_get_type (data) == BW_COLUMN_FLAG)
    list_flags (values, data);
  else
    list_landmarks (values, data);

  if (bw_column_get_codes (data) != NULL || bw_column_get_type (data) == BW_COLUMN_FLAG)
    g_array_sort (values, compare_value_counts);
  if (values->len > most)
    g_array_set_size (values, most);

  return values;
}
