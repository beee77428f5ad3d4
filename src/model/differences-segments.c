/* What differs in the segments of two models and in what counts in them, in sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/differences-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
dup_share (double share,
           int    decimals)
{
  /* TRANSLATORS: a share, such as 20 %; the first argument is a number of decimals */
  return g_strdup_printf (_("%.*f %%"), decimals, 100 * share);
}

/* Two shares, with as many decimals as tell them apart. */
static void
add_change (BwDifferences   *self,
            const BwMetric  *metric,
            const BwSegment *segment,
            double           before,
            double           after)
{
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  for (int decimals = 0; decimals < 16 && g_strcmp0 (x, y) == 0; decimals++)
    {
      g_free (x);
      g_free (y);
      x = dup_share (before, decimals);
      y = dup_share (after, decimals);
    }
  /* TRANSLATORS: a metric, a segment, two shares */
  bw_differences_add (self, BW_ABOUT_WEIGHTS, fabs (after - before),
                      g_strdup_printf (_("Weight of %s in %s: %s → %s"), metric->name, segment->name, x, y));
}

/* NaN: not used. */
static void
compare_share (BwDifferences   *self,
               const BwMetric  *metric,
               const BwSegment *segment,
               double           before,
               double           after)
{
  g_autofree char *share = dup_share (isnan (after) ? before : after, 0);

  if (isnan (before) && isnan (after))
    return;
  if (isnan (before))
    /* TRANSLATORS: a metric, a segment, a share */
    bw_differences_add (self, BW_ABOUT_WEIGHTS, after,
                        g_strdup_printf (_("%s counts in %s now: %s"), metric->name, segment->name, share));
  else if (isnan (after))
    /* TRANSLATORS: a metric, a segment, a share */
    bw_differences_add (self, BW_ABOUT_WEIGHTS, before,
                        g_strdup_printf (_("%s is left out of %s, where it counted %s"), metric->name,
                                         segment->name, share));
  else if (before != after)
    add_change (self, metric, segment, before, after);
}

static void
compare_shares (BwDifferences   *self,
                const BwSegment *before,
                const BwSegment *after)
{
  for (guint i = 0; i < bw_model_get_n_metrics (self->to); i++)
    {
      const BwMetric *metric = bw_model_get_metric (self->to, i);
      const guint then = bw_model_find_metric (self->from, metric->id);

      compare_share (self, metric, after, then == BW_NONE ? NAN : before->shares[then], after->shares[i]);
    }
}

void
bw_differences_of_segments (BwDifferences *self)
{
  for (guint i = 0; i < bw_model_get_n_segments (self->to); i++)
    {
      const BwSegment *after = bw_model_get_segment (self->to, i);
      const guint then = bw_model_find_segment (self->from, after->id);
      const BwSegment *before = then != BW_NONE ? bw_model_get_segment (self->from, then) : NULL;

      if (before == NULL)
        {
          bw_differences_add_text (self, BW_ABOUT_SEGMENTS, _("Segment {name} added"), after->name, NULL, NULL);
          continue;
        }
      if (!bw_differences_same_conditions (before->where, after->where))
        bw_differences_add_text (self, BW_ABOUT_SEGMENTS, _("Rule of {name} changed"), after->name, NULL, NULL);
      bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("Segment {before} is called {after} now"), NULL, before->name,
                                    after->name);
      compare_shares (self, before, after);
    }
  for (guint i = 0; i < bw_model_get_n_segments (self->from); i++)
    {
      const BwSegment *before = bw_model_get_segment (self->from, i);

      if (bw_model_find_segment (self->to, before->id) == BW_NONE)
        bw_differences_add_text (self, BW_ABOUT_SEGMENTS, _("Segment {name} removed"), before->name, NULL, NULL);
    }
}
