/* What two models over the same customers have in common, in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/agreement.h"

#include "chart/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From the highest down; the last has no least. */
static const struct
{
  double      least;
  const char *words;
} agreements[] = {
  { 0.9995, N_("The same order") },
  { 0.95, N_("Nearly the same order") },
  { 0.8, N_("Much the same order") },
  { 0.5, N_("A similar order") },
  { 0.2, N_("A loosely similar order") },
  { -0.2, N_("Two unrelated orders") },
  { -1.1, N_("Rather the opposite order") },
};

/**
 * bw_words_agreement:
 * @correlation: of ranks, −1 to 1, or NaN where there is none
 *
 * Returns: (transfer none): how alike two orders of customers are
 */
const char *
bw_words_agreement (double correlation)
{
  if (isnan (correlation))
    return _("Too few customers to tell");

  for (gsize i = 0; i < G_N_ELEMENTS (agreements); i++)
    {
      if (correlation >= agreements[i].least)
        return _(agreements[i].words);
    }

  g_return_val_if_reached ("");
}

/**
 * bw_words_side:
 * @side: "From" or "To", translated
 * @name: (nullable): the model's
 *
 * Returns: (transfer full): "From: as opened", or @side alone
 */
char *
bw_words_side (const char *side,
               const char *name)
{
  /* TRANSLATORS: "From" or "To", and the name of a model */
  return name != NULL ? g_strdup_printf (_("%s: %s"), side, name) : g_strdup (side);
}

/**
 * bw_words_compared:
 *
 * Returns: (transfer full): "From as opened to draft · 412 customers, November 2026"
 */
char *
bw_words_compared (const BwView *view)
{
  g_autofree char *measured = bw_words_measured (view);

  if (view->baseline == NULL || view->baseline_name == NULL)
    return g_steal_pointer (&measured);
  if (view->name == NULL)
    /* TRANSLATORS: what is measured, and the name of the model that it is compared with */
    return g_strdup_printf (_("%s · compared with: %s"), measured, view->baseline_name);

  /* TRANSLATORS: what is measured, and the names of two models */
  return g_strdup_printf (_("%s · from: %s, to: %s"), measured, view->baseline_name, view->name);
}

/**
 * bw_words_compare:
 * @view: with a baseline
 * @comparison: (out): what lies between baseline and results
 */
void
bw_words_compare (const BwView *view,
                  BwComparison *comparison)
{
  if (view->comparison != NULL)
    *comparison = *view->comparison;
  else
    bw_results_compare (view->baseline, view->results, view->segment, comparison);
}

/**
 * bw_matrix_row:
 *
 * Returns: what the mark of a cell of the chart `matrix` has in its field "row"
 */
guint
bw_matrix_row (guint from_band,
               guint to_band)
{
  return from_band * BW_N_COMPARED + to_band;
}

/**
 * bw_matrix_find_bands:
 * @row: of a mark of the chart `matrix`
 *
 * Returns: whether it is a cell's
 */
gboolean
bw_matrix_find_bands (guint  row,
                      guint *from_band,
                      guint *to_band)
{
  if (row >= BW_N_COMPARED * BW_N_COMPARED)
    return FALSE;

  *from_band = row / BW_N_COMPARED;
  *to_band = row % BW_N_COMPARED;

  return TRUE;
}
