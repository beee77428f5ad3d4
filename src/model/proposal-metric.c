/* One column of a panel as a metric: what could be scored of it, and how. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/proposal-metric.h"

#include "model/label.h"
#include "model/order.h"
#include "stats/quantile.h"
#include "stats/readable.h"
#include "stats/sort.h"
#include "table/letters.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_CATEGORIES 24

/* A column's values in the newest snapshot, in order. */
typedef struct
{
  double *sorted;
  gsize   n_rows;
  gsize   n_present;
} Values;

static gboolean
is_worth_scoring (const Values *values)
{
  return values->n_present > 0 && 2 * values->n_present >= values->n_rows &&
         values->sorted[0] < values->sorted[values->n_present - 1];
}

/* Returns: the values of a derivation, in @sorted, which has room for every row */
static Values
values_of (const BwDerivation *derivation,
           BwPanel            *panel,
           double             *sorted)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, newest));
  g_autofree double *raw = g_new (double, MAX (n_rows, 1));
  Values values = { sorted, n_rows };

  bw_derivation_get_raw (derivation, panel, newest, raw);
  values.n_present = bw_sort (raw, n_rows, values.sorted);

  return values;
}

static gboolean
are_whole (const Values *values)
{
  for (gsize i = 0; i < values->n_present; i++)
    {
      if (values->sorted[i] != floor (values->sorted[i]))
        return FALSE;
    }

  return TRUE;
}

/* Answers on a scale of points: 1 to 5, 0 to 10, −100 to 100. */
static gboolean
find_points (const Values *values,
             double       *from,
             double       *to)
{
  static const double ranges[][2] = { { 1, 5 }, { 0, 5 }, { 1, 7 }, { 1, 10 }, { 0, 10 } };
  const double least = values->sorted[0];
  const double most = values->sorted[values->n_present - 1];

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (least >= ranges[i][0] && most <= ranges[i][1] && most > ranges[i][1] / 2)
        {
          *from = ranges[i][0];
          *to = ranges[i][1];
          return TRUE;
        }
    }

  return FALSE;
}

/* A share of a whole that is used in most of its breadth: 0 to 1, or 0 to 100 where so written. */
static gboolean
find_whole (const Values *values,
            gboolean      percent,
            double       *from,
            double       *to)
{
  const double most = values->sorted[values->n_present - 1];
  const double width = bw_quantile_sorted (values->sorted, values->n_present, 0.95) -
                       bw_quantile_sorted (values->sorted, values->n_present, 0.05);
  const double whole = percent || most <= 1 ? 1 : 100;

  if (values->sorted[0] < 0 || most > whole || width < whole / 2)
    return FALSE;

  *from = 0;
  *to = whole;

  return TRUE;
}

static gboolean
is_share (const char  *name,
          BwColumnType type)
{
  g_autofree char *small = bw_letters_to_small (name, -1);

  return type == BW_COLUMN_PERCENT || strstr (small, "percent") != NULL ||
         strstr (small, "pct") != NULL || strstr (small, "rate") != NULL ||
         strstr (small, "ratio") != NULL || strstr (small, "utili") != NULL ||
         strchr (small, '%') != NULL;
}

/* Where all but the outermost 5 % on either side lie, rounded; else where all lie. */
static gboolean
find_range (const Values *values,
            double       *from,
            double       *to)
{
  const double least = values->sorted[0];
  const double most = values->sorted[values->n_present - 1];
  const double low = bw_quantile_sorted (values->sorted, values->n_present, 0.05);
  const double high = bw_quantile_sorted (values->sorted, values->n_present, 0.95);

  if (!bw_readable_range (low, high, from, to) && !bw_readable_range (least, most, from, to))
    return FALSE;
  if (!are_whole (values) || *to - *from < 1)
    return TRUE;

  *from = floor (*from);
  *to = ceil (*to);

  return TRUE;
}

static gboolean
propose_linear (const Values        *values,
                const BwPanelColumn *column,
                const BwSignal      *signal,
                BwScale             *scale)
{
  *scale = (BwScale) { .type = BW_SCALE_LINEAR, .other = NAN };

  if (signal->score && are_whole (values) && find_points (values, &scale->from, &scale->to))
    return TRUE;
  if (is_share (column->name, column->type) &&
      find_whole (values, column->type == BW_COLUMN_PERCENT, &scale->from, &scale->to))
    return TRUE;

  return find_range (values, &scale->from, &scale->to);
}

static void
propose_yes_no (BwRecipe *recipe,
                BwScale  *scale)
{
  static const BwCategoryScore yes_no[] = { { "yes", 100 }, { "no", 0 } };
  BwCategoryScore *kept = bw_recipe_block (recipe, sizeof yes_no);

  memcpy (kept, yes_no, sizeof yes_no);
  *scale = (BwScale) {
    .type = BW_SCALE_CATEGORIES, .categories = kept, .n_categories = 2, .other = NAN
  };
}

/* The texts of a column that the newest snapshot has, few enough to be categories. */
static guint
collect_texts (const Values *values,
               BwDictionary *dictionary,
               const char   *texts[MAX_CATEGORIES])
{
  guint n_texts = 0;

  for (gsize i = 0; i < values->n_present; i++)
    {
      if (i > 0 && values->sorted[i] == values->sorted[i - 1])
        continue;
      if (n_texts == MAX_CATEGORIES)
        return 0;
      texts[n_texts++] = bw_dictionary_get (dictionary, (guint32) values->sorted[i]);
    }

  return n_texts;
}

static gboolean
propose_categories (BwRecipe     *recipe,
                    const Values *values,
                    BwDictionary *dictionary,
                    BwScale      *scale,
                    BwOrder      *order)
{
  const char *texts[MAX_CATEGORIES];
  const guint n_texts = collect_texts (values, dictionary, texts);
  BwCategoryScore *scores = bw_recipe_block (recipe, MAX (n_texts, 1) * sizeof *scores);

  if (!bw_order_categories (texts, n_texts, scores, order))
    return FALSE;

  for (guint i = 0; i < n_texts; i++)
    scores[i].text = bw_recipe_text (recipe, scores[i].text);
  *scale = (BwScale) {
    .type = BW_SCALE_CATEGORIES, .categories = scores, .n_categories = n_texts, .other = NAN
  };

  return TRUE;
}

typedef enum
{
  VARIANT_WINDOW,
  VARIANT_PLAIN,
  VARIANT_ALL,
  VARIANT_SINCE,
} Variant;

/* What stands in brackets behind a header: a window of events, all of them, the days since. */
static Variant
variant_of (const char *detail)
{
  if (detail == NULL)
    return VARIANT_PLAIN;
  if (strstr (detail, "days since") != NULL)
    return VARIANT_SINCE;
  if (strpbrk (detail, "0123456789") != NULL && strstr (detail, "day") != NULL)
    return VARIANT_WINDOW;

  return g_str_has_suffix (detail, "all") ? VARIANT_ALL : VARIANT_PLAIN;
}

/* Whether a column's name says in front which file it is of, as two files have such a column. */
static gboolean
detail_is_source (const char *name)
{
  return !g_str_has_suffix (name, ")");
}

/* How events were summed up, as a person says it. */
static const struct
{
  const char *detail;
  const char *caption;
} aggregates[] = {
  { "all", N_("all time") },
  { "distinct", N_("how many different ones") },
  { "mean", N_("average") },
  { "sum", N_("total") },
};

/* A few words behind the name: what the header had in brackets, the currency, how time counts. */
static const char *
caption_of (BwRecipe            *recipe,
            const BwPanelColumn *column,
            const BwSignal      *signal,
            gboolean             dated,
            const char          *detail)
{
  g_autofree char *caption = NULL;

  if (dated)
    return bw_recipe_text (recipe, signal->start ? _("days so far") : _("days ago"));
  if (variant_of (detail) == VARIANT_SINCE)
    return bw_recipe_text (recipe, _("days ago"));
  for (guint i = 0; detail != NULL && i < G_N_ELEMENTS (aggregates); i++)
    {
      if (g_str_equal (detail, aggregates[i].detail))
        return bw_recipe_text (recipe, _(aggregates[i].caption));
    }

  if (detail != NULL && g_ascii_isdigit (*detail) && variant_of (detail) == VARIANT_WINDOW)
    /* TRANSLATORS: the window in which events are counted (30 days) */
    caption = g_strdup_printf (_("last %s"), detail);
  else if (detail != NULL && detail_is_source (column->name))
    /* TRANSLATORS: the short name of a file */
    caption = g_strdup_printf (_("from %s"), detail);
  else if (detail != NULL)
    caption = g_strdup (detail);
  else if (column->type == BW_COLUMN_MONEY && column->currency != NULL)
    /* TRANSLATORS: a currency (USD) */
    caption = g_strdup_printf (_("in %s"), column->currency);

  return bw_recipe_text (recipe, caption);
}

static gboolean
propose_scale (BwRecipe            *recipe,
               BwPanel             *panel,
               guint                index,
               const BwPanelColumn *column,
               BwMetric            *out,
               BwSignal            *signal)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  BwColumn *data = bw_snapshot_get_column (bw_panel_get_snapshot (panel, newest), index);
  g_autofree double *sorted = g_new (double, MAX (bw_column_get_n_rows (data), 1));
  const Values values = values_of (&out->derivation, panel, sorted);
  BwOrder order;

  if (!is_worth_scoring (&values))
    return FALSE;
  if (out->derivation.type == BW_DERIVE_DAYS_SINCE && values.sorted[values.n_present / 2] < 0)
    return FALSE;

  if (column->type == BW_COLUMN_FLAG)
    {
      propose_yes_no (recipe, &out->scale);
      return TRUE;
    }
  if (!bw_column_type_is_coded (column->type))
    return propose_linear (&values, column, signal, &out->scale);
  if (column->type != BW_COLUMN_CATEGORY ||
      !propose_categories (recipe, &values, bw_column_get_dictionary (data), &out->scale, &order))
    return FALSE;

  if (signal->theme == BW_THEME_OTHER)
    signal->theme = order.theme;
  if (!order.level)
    {
      signal->sure = TRUE;
      signal->hurts = FALSE;
    }

  return TRUE;
}

/**
 * bw_propose_metric:
 * @recipe: keeps the texts
 * @column: of @panel
 * @out: (out): everything but id and group
 * @proposed: (out): its group to be, and how it stands beside others of its name
 *
 * Numbers become linear, dates the days since, yes/no and ordered categories a table of scores.
 *
 * Returns: whether there is something to score: at least half filled, more than one value, and for
 *   texts an order that the vocabulary knows
 */
gboolean
bw_propose_metric (BwRecipe   *recipe,
                   BwPanel    *panel,
                   guint       column,
                   BwMetric   *out,
                   BwProposed *proposed)
{
  const BwPanelColumn *source = bw_panel_get_column (panel, column);
  const gboolean dated = source->type == BW_COLUMN_DATE || source->type == BW_COLUMN_DATE_TIME;
  BwSignal signal = bw_signal_of (source->name, dated);
  g_autofree char *detail = NULL;
  g_autofree char *label = bw_label_of_header (source->name, &detail);

  *out = (BwMetric) {
    .derivation = { dated ? BW_DERIVE_DAYS_SINCE : BW_DERIVE_COLUMN },
    .name = bw_recipe_text (recipe, label),
  };
  out->derivation.column = bw_recipe_text (recipe, source->name);
  if (!propose_scale (recipe, panel, column, source, out, &signal))
    return FALSE;

  out->hurts = signal.hurts;
  out->check = !signal.sure;
  out->caption = caption_of (recipe, source, &signal, dated, detail);
  *proposed = (BwProposed) { signal.theme, variant_of (detail) };

  return TRUE;
}
