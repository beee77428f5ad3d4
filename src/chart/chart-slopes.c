/* Where customers stand in the order of scores under one model and under another, joined by lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/charts.h"
#include "chart/agreement.h"
#include "chart/slopes.h"
#include "chart/words.h"

#include "format/format.h"
#include "score/rank-moves.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_CUSTOMERS 50000 /* beyond, a line a place says nothing, and sorting takes a frame */

static int
compare_from (gconstpointer a,
              gconstpointer b)
{
  const BwRankMove *x = a;
  const BwRankMove *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;

  return x->row < y->row ? -1 : x->row > y->row;
}

/* Why there are no lines, a sentence, or NULL. */
static char *
say_nothing (const BwView *view)
{
  if (view->baseline == NULL)
    return g_strdup (_("There is no other model to compare with."));

  if (bw_words_get_summary (view)->n_customers > MOST_CUSTOMERS)
    {
      g_autofree char *most = bw_format_number (MOST_CUSTOMERS, 0);

      /* TRANSLATORS: %s is a number of customers, more than one */
      return g_strdup_printf (_("Ranks can be drawn for up to %s customers: choose a segment."),
                              most);
    }

  return NULL;
}

static gboolean
anybody_moves (GArray *moves)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const BwRankMove *move = &g_array_index (moves, BwRankMove, i);

      if (move->from != move->to)
        return TRUE;
    }

  return FALSE;
}

static void
layout_slopes (BwScene       *scene,
               const BwView  *view,
               const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  g_autofree char *nothing = say_nothing (view);
  g_autoptr(GArray) moves = NULL;

  bw_sketch_begin (&sketch, scene, sheet);
  if (nothing != NULL)
    {
      bw_sketch_say (&sketch, nothing);
      return;
    }

  moves = bw_results_list_rank_moves (view->baseline, view->results, view->segment);
  if (moves->len < 2)
    {
      bw_sketch_say (&sketch, _("Fewer than two customers have a score under both models."));
      return;
    }

  if (!anybody_moves (moves))
    {
      bw_sketch_say (&sketch, _("No customer changes its rank."));
      return;
    }

  g_array_sort (moves, compare_from);
  bw_slopes_draw (&sketch, view, moves);
}

static char *
finding (const BwView *view)
{
  BwComparison comparison;
  g_autofree char *customers = NULL;
  g_autofree char *number = NULL;

  if (view->baseline == NULL)
    return g_strdup (_("Nothing to compare with"));

  bw_words_compare (view, &comparison);
  if (isnan (comparison.spearman))
    return g_strdup (bw_words_agreement (NAN));

  customers = bw_words_customers (comparison.n_scored);
  number = bw_format_number (comparison.spearman, 2);

  /* TRANSLATORS: how alike two orders are, a number of customers with the word, a coefficient */
  return g_strdup_printf (_("%s of %s (rank correlation %s)"),
                          bw_words_agreement (comparison.spearman), customers, number);
}

const BwChart bw_chart_slopes = {
  .id = "slopes",
  .title = N_("Rank to rank"),
  .layout = layout_slopes,
  .finding = finding,
  .subtitle = bw_words_compared,
};
