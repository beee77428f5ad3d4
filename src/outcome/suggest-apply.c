/* Taking a suggestion over: wholly, a part of the way, or for some metrics. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/suggest-parts.h"

#include <math.h>

/* Shares that move by less stay as they are. */
#define LEAST_MOVE 1e-9

/* The metrics of one segment, and what is done with them. */
typedef struct
{
  const BwSuggestion *self;
  guint               segment;
  const double       *now;
  const gboolean     *metrics; /* or NULL: all */
} Taking;

static gboolean
is_taken (const Taking *taking,
          guint         metric)
{
  return (taking->metrics == NULL || taking->metrics[metric]) && !isnan (taking->now[metric]) &&
         !isnan (bw_suggestion_get_weight (taking->self, taking->segment, metric)->to);
}

/* The factor that brings what is suggested for the metrics that are taken into the room that the others
 * leave; 0 where there is no room, or nothing to fill it. */
static double
find_factor (const Taking *taking)
{
  double kept = 0, suggested = 0;

  for (guint i = 0; i < taking->self->n_metrics; i++)
    {
      if (is_taken (taking, i))
        suggested += bw_suggestion_get_weight (taking->self, taking->segment, i)->to;
      else
        kept += isnan (taking->now[i]) ? 0 : taking->now[i];
    }

  return suggested > 0 && 1 - kept > LEAST_MOVE ? (1 - kept) / suggested : 0;
}

/* Fills in the shares of a segment. Returns: whether one of them moves */
static gboolean
move_shares (const Taking *taking,
             double        part,
             double       *shares)
{
  const double factor = find_factor (taking);
  gboolean moves = FALSE;

  for (guint i = 0; i < taking->self->n_metrics; i++)
    {
      const double now = taking->now[i];

      shares[i] = now;
      if (factor <= 0 || !is_taken (taking, i))
        continue;

      shares[i] = now + part * (factor * bw_suggestion_get_weight (taking->self, taking->segment, i)->to - now);
      moves |= fabs (shares[i] - now) > LEAST_MOVE;
    }

  return moves;
}

/**
 * bw_suggestion_apply:
 * @draft: a model with the same segments and metrics
 * @part: how far to go, 0 to 1: 1 takes the suggestion over, 0.5 goes half way
 * @metrics: (nullable) (array): by metric, whether it is taken over; the others keep their shares, and
 *   those that are taken over have the rest, in the proportion that is suggested
 *
 * Returns: (transfer full): @draft with other weights; @draft itself where nothing is suggested, or the
 *   metrics that are taken over have nothing to share
 */
BwModel *
bw_suggestion_apply (const BwSuggestion *self,
                     BwModel            *draft,
                     double              part,
                     const gboolean     *metrics)
{
  BwModel *model = bw_model_ref (draft);
  g_autofree double *shares = g_new (double, MAX (self->n_metrics, 1));

  g_return_val_if_fail (bw_model_get_n_metrics (draft) == self->n_metrics &&
                        bw_model_get_n_segments (draft) == self->n_segments, model);

  if (self->verdict == BW_SUGGEST_NOTHING || self->verdict == BW_SUGGEST_TOO_FEW)
    return model;

  for (guint segment = 0; segment < self->n_segments; segment++)
    {
      const Taking taking = { self, segment, bw_model_get_segment (draft, segment)->shares, metrics };
      BwModel *next;

      if (!move_shares (&taking, part, shares))
        continue;
      next = bw_model_with_shares (model, segment, shares);
      bw_model_unref (model);
      model = next;
    }

  return model;
}

/**
 * bw_suggestion_get_share:
 * @model: one with the same segments and metrics
 * @segment: or %BW_ALL_SEGMENTS for the mean over the segments, each counted by its judged customers
 *
 * Returns: the share of @metric in @model; NaN where it is not used
 */
double
bw_suggestion_get_share (const BwSuggestion *self,
                         BwModel            *model,
                         guint               segment,
                         guint               metric)
{
  g_autofree double *shares = g_new (double, MAX (self->n_segments, 1));
  gboolean used = FALSE;

  g_return_val_if_fail (bw_model_get_n_metrics (model) == self->n_metrics &&
                        bw_model_get_n_segments (model) == self->n_segments, NAN);

  if (segment != BW_ALL_SEGMENTS)
    return bw_model_get_segment (model, segment)->shares[metric];

  for (guint i = 0; i < self->n_segments; i++)
    {
      shares[i] = bw_model_get_segment (model, i)->shares[metric];
      used |= !isnan (shares[i]);
    }

  return used ? bw_suggestion_mean (self, shares, 1) : NAN;
}
