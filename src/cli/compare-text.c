/* What two models do to the same customers, for a person to read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/compare-text.h"

#include "chart/agreement.h"
#include "chart/words.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_LISTED 20

typedef struct
{
  const BwView       *view;
  const BwComparison *comparison;
  const BwModel      *from;
  const BwModel      *to;
  BwPanel            *panel;
  BwSnapshot         *snapshot;
  gboolean            has_money;
  const char         *currency; /* or NULL */
} Source;

static void
source_init (Source       *self,
             const BwView *view)
{
  BwPrepared *prepared = bw_results_get_prepared (view->results);
  guint money;

  self->view = view;
  self->comparison = view->comparison;
  self->from = bw_results_get_model (view->baseline);
  self->to = bw_results_get_model (view->results);
  self->panel = bw_prepared_get_panel (prepared);
  self->snapshot = bw_panel_get_snapshot (self->panel, bw_prepared_get_snapshot (prepared));
  money = bw_panel_find_role (self->panel, BW_ROLE_MONEY);
  self->has_money = money != BW_NONE;
  self->currency = money != BW_NONE ? bw_panel_get_column (self->panel, money)->currency : NULL;
}

/* Appends @text in @width columns of a terminal, at the left or the right of them. */
static void
append_padded (GString    *out,
               const char *text,
               guint       width,
               gboolean    right)
{
  const guint length = g_utf8_strlen (text, -1);
  const int air = length < width ? (int) (width - length) : 0;

  g_string_append_printf (out, "%*s%s%*s", right ? air : 0, "", text, right ? 0 : air, "");
}

static void
append_fact (GString    *out,
             const char *name,
             const char *value)
{
  append_padded (out, name, 20, FALSE);
  g_string_append (out, value);
  g_string_append_c (out, '\n');
}

static void
append_facts (GString      *out,
              const Source *source)
{
  const BwComparison *comparison = source->comparison;
  const BwChart *matrix = bw_chart_find ("matrix");
  const gboolean known = comparison->n_scored > 0;
  g_autofree char *measured = bw_words_measured (source->view);
  g_autofree char *moves = matrix->finding (source->view);
  g_autofree char *from = bw_format_number (comparison->mean_from, 1);
  g_autofree char *to = bw_format_number (comparison->mean_to, 1);
  g_autofree char *mean = known ? g_strdup_printf ("%s → %s", from, to) : g_strdup ("–");
  g_autofree char *distance = known ? bw_format_number (comparison->mean_distance, 1)
                                    : g_strdup ("–");
  g_autofree char *spearman = bw_format_number (comparison->spearman, 3);
  g_autofree char *kendall = bw_format_number (comparison->kendall, 3);
  const char *words = bw_words_agreement (comparison->spearman);
  /* TRANSLATORS: how alike two orders are, and two coefficients by the names of their inventors */
  g_autofree char *order = isnan (comparison->spearman)
                           ? g_strdup (words)
                           : g_strdup_printf (_("%s: Spearman %s, Kendall %s"), words, spearman,
                                              kendall);

  append_fact (out, _("From"), source->view->baseline_name);
  append_fact (out, _("To"), source->view->name);
  append_fact (out, _("Measured"), measured);
  append_fact (out, _("Mean score"), mean);
  append_fact (out, _("Mean distance"), distance);
  append_fact (out, _("Order"), order);
  append_fact (out, _("Bands"), moves);
}

static guint
band_at (guint i,
         guint n)
{
  return i + 1 < n ? i : BW_NO_BAND;
}

/* A cell or a total: an index at the end of the bands is a total. */
static char *
cell_text (const Source *source,
           guint         row,
           guint         column,
           gboolean      money)
{
  const guint n_from = bw_model_get_n_bands (source->from) + 1;
  const guint n_to = bw_model_get_n_bands (source->to) + 1;
  gsize n = 0;
  double sum = 0;

  for (guint i = 0; i < n_from; i++)
    {
      for (guint j = 0; j < n_to; j++)
        {
          if ((row < n_from && row != i) || (column < n_to && column != j))
            continue;
          n += source->comparison->counts[band_at (i, n_from)][band_at (j, n_to)];
          sum += source->comparison->money[band_at (i, n_from)][band_at (j, n_to)];
        }
    }

  return money ? bw_format_money_short (sum, source->currency) : bw_format_number (n, 0);
}

static const char *
head_text (const BwModel *model,
           guint          i)
{
  const guint n = bw_model_get_n_bands (model) + 1;

  return i < n ? bw_words_band (model, band_at (i, n)) : _("Total");
}

/* The table of bands, in customers or in money. */
static void
append_matrix (GString      *out,
               const Source *source,
               const char   *title,
               gboolean      money)
{
  const guint n_rows = bw_model_get_n_bands (source->from) + 2;
  const guint n_columns = bw_model_get_n_bands (source->to) + 2;
  guint names = g_utf8_strlen (title, -1);

  for (guint i = 0; i < n_rows; i++)
    names = MAX (names, g_utf8_strlen (head_text (source->from, i), -1));

  g_string_append_c (out, '\n');
  append_padded (out, title, names, FALSE);
  for (guint j = 0; j < n_columns; j++)
    {
      g_string_append (out, "  ");
      append_padded (out, head_text (source->to, j), 9, TRUE);
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; i < n_rows; i++)
    {
      append_padded (out, head_text (source->from, i), names, FALSE);
      for (guint j = 0; j < n_columns; j++)
        {
          g_autofree char *text = cell_text (source, i, j, money);

          g_string_append (out, "  ");
          append_padded (out, text, MAX (9, g_utf8_strlen (head_text (source->to, j), -1)), TRUE);
        }
      g_string_append_c (out, '\n');
    }
}

static void
append_mover (GString       *out,
              const Source  *source,
              const BwMover *mover)
{
  const guint customer = bw_snapshot_get_customers (source->snapshot)[mover->row];
  g_autofree char *from = isnan (mover->from) ? g_strdup ("–")
                                              : bw_words_score (source->from, mover->from);
  g_autofree char *to = isnan (mover->to) ? g_strdup ("–")
                                          : bw_words_score (source->to, mover->to);
  g_autofree char *scores = g_strdup_printf ("%s → %s", from, to);
  g_autofree char *bands = g_strdup_printf ("%s → %s", bw_words_band (source->from,
                                                                      mover->from_band),
                                            bw_words_band (source->to, mover->to_band));

  append_padded (out, bw_panel_get_name (source->panel, customer), 32, FALSE);
  append_padded (out, scores, 16, FALSE);
  if (source->has_money)
    {
      g_autofree char *money = bw_format_money_short (mover->money, source->currency);

      append_padded (out, money, 9, TRUE);
      g_string_append (out, "  ");
    }
  g_string_append (out, bands);
  g_string_append_c (out, '\n');
}

/**
 * bw_compare_to_text:
 *
 * Returns: (transfer full): facts, the table of bands and the first movers
 */
char *
bw_compare_to_text (const BwView *view,
                    GArray       *movers)
{
  GString *out = g_string_new (NULL);
  const guint shown = MIN (movers->len, MOST_LISTED);
  Source source;

  source_init (&source, view);
  append_facts (out, &source);
  append_matrix (out, &source, _("Customers"), FALSE);
  if (source.has_money)
    append_matrix (out, &source, _("Money"), TRUE);

  if (shown > 0)
    g_string_append_c (out, '\n');
  for (guint i = 0; i < shown; i++)
    append_mover (out, &source, &g_array_index (movers, BwMover, i));
  if (shown < movers->len)
    {
      g_autofree char *rest = bw_format_number (movers->len - shown, 0);

      g_string_append_printf (out, ngettext ("and %s more: -o FILE writes all",
                                             "and %s more: -o FILE writes all",
                                             movers->len - shown), rest);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}
