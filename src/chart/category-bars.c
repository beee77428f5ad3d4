/* The categories of a metric: how many customers have each, and what each scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* First come those of the scale, in its order, then texts of the data that it does not know, the
 * commonest first; where it has a score for all others they are one bar. */

#include "chart/category-bars.h"

#include "chart/words.h"

#include "format/format.h"
#include "model/scale-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
clear_bar (gpointer data)
{
  g_free (((BwCategoryBar *) data)->text);
}

/* How the scale writes a raw value: the text of a code, "yes" and "no", a number in C form. */
static char *
text_of (BwColumn    *column,
         BwColumnType type,
         double       raw)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *shortest;

  if (bw_column_type_is_coded (type))
    return g_strdup (bw_dictionary_get (bw_column_get_dictionary (column), (guint32) raw));
  if (type == BW_COLUMN_FLAG && (raw == 0 || raw == 1))
    return g_strdup (raw == 1 ? "yes" : "no");

  shortest = g_ascii_formatd (digits, sizeof digits, "%.15g", raw);
  if (g_ascii_strtod (shortest, NULL) != raw)
    shortest = g_ascii_dtostr (digits, sizeof digits, raw);

  return g_strdup (shortest);
}

/* The raw value that a text of the scale stands for, NaN for none. */
static double
raw_of (BwColumn    *column,
        BwColumnType type,
        const char  *text)
{
  char *end;
  double raw;

  if (bw_column_type_is_coded (type))
    {
      const guint32 code = bw_dictionary_lookup (bw_column_get_dictionary (column), text);

      return code != BW_NO_CODE ? code : NAN;
    }
  if (type == BW_COLUMN_FLAG && (g_str_equal (text, "yes") || g_str_equal (text, "no")))
    return g_str_equal (text, "yes") ? 1 : 0;

  raw = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' ? raw + 0.0 : NAN;
}

static GArray *
list_known (const BwMetric *metric,
            guint          *others)
{
  g_autoptr(GArray) handles = bw_scale_get_handles (&metric->scale);
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (BwCategoryBar));

  *others = BW_NONE;
  g_array_set_clear_func (bars, clear_bar);
  for (guint i = 0; i < handles->len; i++)
    {
      const BwHandle *handle = &g_array_index (handles, BwHandle, i);
      const BwCategoryBar bar = { g_strdup (handle->text), handle->score, 0, i };

      if (*bar.text == '\0')
        *others = i;
      g_array_append_val (bars, bar);
    }

  return bars;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const BwCategoryBar *one = a, *other = b;

  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;

  return g_utf8_collate (one->text, other->text);
}

typedef struct
{
  GArray     *bars;
  GArray     *unknown; /* BwCategoryBar */
  GHashTable *by_raw;  /* double to index + 1: of @bars, or behind them of @unknown */
  guint       others;
  BwColumn   *column;
  BwColumnType type;
} Tally;

/* So many customers have the value. */
static void
count_value (Tally *tally,
             double raw,
             gsize  n)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (tally->by_raw, &raw));

  if (index == 0 && tally->others != BW_NONE)
    index = tally->others + 1;
  if (index == 0)
    {
      const BwCategoryBar bar = { text_of (tally->column, tally->type, raw), NAN, 0, BW_NONE };

      g_array_append_val (tally->unknown, bar);
      index = tally->bars->len + tally->unknown->len;
      g_hash_table_insert (tally->by_raw, g_memdup2 (&raw, sizeof raw), GUINT_TO_POINTER (index));
    }

  if (index <= tally->bars->len)
    g_array_index (tally->bars, BwCategoryBar, index - 1).count += n;
  else
    g_array_index (tally->unknown, BwCategoryBar, index - 1 - tally->bars->len).count += n;
}

static void
know_bars (Tally *tally)
{
  for (guint i = 0; i < tally->bars->len; i++)
    {
      const double raw = raw_of (tally->column, tally->type,
                                 g_array_index (tally->bars, BwCategoryBar, i).text);

      if (!isnan (raw) && !g_hash_table_contains (tally->by_raw, &raw))
        g_hash_table_insert (tally->by_raw, g_memdup2 (&raw, sizeof raw),
                             GUINT_TO_POINTER (i + 1));
    }
}

static gboolean
is_shown (const BwView *view,
          gsize         row)
{
  return view->segment == BW_ALL_SEGMENTS ||
         bw_results_get_segment (view->results, row) == view->segment;
}

/* Codes of texts are small whole numbers: they are counted before anybody asks what they say. */
static void
count_codes (Tally        *tally,
             const BwView *view,
             const double *raw,
             gsize        *n_missing)
{
  const guint n_codes = bw_dictionary_size (bw_column_get_dictionary (tally->column));
  g_autofree gsize *counts = g_new0 (gsize, MAX (n_codes, 1));

  for (gsize row = 0; row < bw_results_get_n_rows (view->results); row++)
    {
      if (!is_shown (view, row))
        continue;
      if (isnan (raw[row]))
        (*n_missing)++;
      else
        counts[(guint) raw[row]]++;
    }

  for (guint code = 0; code < n_codes; code++)
    {
      if (counts[code] > 0)
        count_value (tally, code, counts[code]);
    }
}

/* Equal numbers often stand side by side. */
static void
count_numbers (Tally        *tally,
               const BwView *view,
               const double *raw,
               gsize        *n_missing)
{
  double last = NAN;
  gsize n = 0;

  for (gsize row = 0; row < bw_results_get_n_rows (view->results); row++)
    {
      if (!is_shown (view, row))
        continue;
      if (isnan (raw[row]))
        (*n_missing)++;
      else if (raw[row] == last)
        n++;
      else
        {
          if (n > 0)
            count_value (tally, last, n);
          last = raw[row] + 0.0;
          n = 1;
        }
    }
  if (n > 0)
    count_value (tally, last, n);
}

static void
count (Tally          *tally,
       const BwView   *view,
       const BwMetric *metric,
       gsize          *n_missing)
{
  BwPrepared *prepared = bw_results_get_prepared (view->results);
  g_autofree double *raw = g_new (double, MAX (bw_results_get_n_rows (view->results), 1));

  bw_metric_get_raw (metric, bw_prepared_get_panel (prepared),
                     bw_prepared_get_snapshot (prepared), raw);
  if (bw_column_type_is_coded (tally->type))
    count_codes (tally, view, raw, n_missing);
  else
    count_numbers (tally, view, raw, n_missing);
}

/**
 * bw_category_bars_new:
 * @metric: whose scale is one of categories
 * @n_missing: (out): customers of the segment without a value
 *
 * Returns: (transfer full) (element-type BwCategoryBar): the bars in the order in which they stand
 */
GArray *
bw_category_bars_new (const BwView   *view,
                      const BwMetric *metric,
                      gsize          *n_missing)
{
  BwPanel *panel = bw_words_get_panel (view);
  const guint index = bw_panel_find_column (panel, metric->derivation.column);
  const guint snapshot = bw_prepared_get_snapshot (bw_results_get_prepared (view->results));
  Tally tally = { NULL };

  *n_missing = 0;
  tally.bars = list_known (metric, &tally.others);
  if (index == BW_NONE)
    return tally.bars;

  tally.unknown = g_array_new (FALSE, FALSE, sizeof (BwCategoryBar));
  tally.by_raw = g_hash_table_new_full (g_double_hash, g_double_equal, g_free, NULL);
  tally.column = bw_snapshot_get_column (bw_panel_get_snapshot (panel, snapshot), index);
  tally.type = metric->derivation.type == BW_DERIVE_COLUMN ?
               bw_panel_get_column (panel, index)->type : BW_COLUMN_NUMBER;
  know_bars (&tally);
  count (&tally, view, metric, n_missing);
  g_array_sort (tally.unknown, compare_counts);
  g_array_append_vals (tally.bars, tally.unknown->data, tally.unknown->len);

  g_array_unref (tally.unknown);
  g_hash_table_unref (tally.by_raw);

  return tally.bars;
}

/**
 * bw_category_say:
 * @text: of a category, as the scale writes it; "" for all others
 *
 * Returns: (transfer full): it for a person
 */
char *
bw_category_say (BwPanel        *panel,
                 const BwMetric *metric,
                 const char     *text)
{
  const guint column = bw_panel_find_column (panel, metric->derivation.column);

  if (*text == '\0')
    return g_strdup (_("All others"));
  if (column == BW_NONE || bw_panel_get_column (panel, column)->type != BW_COLUMN_FLAG)
    return g_strdup (text);

  return g_strdup (g_str_equal (text, "yes") ? _("yes") :
                   g_str_equal (text, "no") ? _("no") : text);
}
