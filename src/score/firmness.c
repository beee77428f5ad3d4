/* How firm bands are: what happens to them when the weights are a little different. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draw is a function of seed, draw, segment and metric alone (splitmix64 over that counter), so
 * that it is the same on every machine, whoever asks first. */

#include "score/firmness.h"

#include "score/pairing.h"
#include "score/variants.h"

#include <math.h>

#define UNSCORED G_MAXUINT16

struct _BwFirmness
{
  gatomicrefcount ref_count;

  BwPlaces *places;
  guint     n_draws;
  guint16  *kept;   /* by place: in how many draws, or UNSCORED */
  guint32  *counts; /* by segment, band and number of draws: how many customers */
};

/* How many customers keep their band in each number of draws: (array length=n_draws + 1). */
static guint32 *
counts_at (const BwFirmness *self,
           guint             segment,
           guint             band)
{
  return self->counts + ((gsize) segment * BW_MAX_BANDS + band) * (self->n_draws + 1);
}

static guint64
mix (guint64 z)
{
  z += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ z >> 31;
}

/* Returns: an even draw from 1 − spread to 1 + spread */
static double
draw_factor (guint32 seed,
             guint   draw,
             guint   segment,
             guint   metric,
             double  spread)
{
  const guint64 bits = mix (mix (mix (seed) ^ draw) ^ ((guint64) segment << 32 | metric));

  return 1 + spread * (2 * ((bits >> 11) * 0x1p-53) - 1);
}

static void
draw_shares (const BwResults *results,
             guint            segment,
             guint            draw,
             double           spread,
             guint32          seed,
             double          *out)
{
  const double *shares = bw_results_get_shares (results, segment);
  double total = 0;

  for (guint i = 0; i < results->n_metrics; i++)
    {
      out[i] = shares[i] * draw_factor (seed, draw, segment, i, spread);
      total += isnan (out[i]) ? 0 : out[i];
    }
  for (guint i = 0; total > 0 && i < results->n_metrics; i++)
    out[i] /= total;
}

static gboolean
count_draws (BwFirmness   *self,
             BwResults    *results,
             double        spread,
             guint32       seed,
             GCancellable *cancellable)
{
  const guint n_metrics = results->n_metrics;
  g_autofree double *shares = g_new (double, MAX ((gsize) self->n_draws * n_metrics, 1));
  g_autoptr(BwTeam) team = bw_team_new (bw_variants_count_threads (self->places->n_rows));

  for (guint segment = 0; segment < results->n_segments; segment++)
    {
      const BwVariants variants = { results, segment, shares, self->n_draws, self->kept, NULL };

      for (guint draw = 0; draw < self->n_draws; draw++)
        draw_shares (results, segment, draw, spread, seed, shares + (gsize) draw * n_metrics);
      if (!bw_variants_count (&variants, team, cancellable))
        return FALSE;
    }

  return TRUE;
}

static void
summarise (BwFirmness      *self,
           const BwResults *results)
{
  BwEdges edges;

  bw_edges_init (&edges, results->model);
  for (guint segment = 0; segment < self->places->n_segments; segment++)
    {
      const gsize end = self->places->segment_places[segment + 1];

      for (gsize place = self->places->segment_places[segment]; place < end; place++)
        {
          const guint band = bw_edges_find_band (&edges, results->scores[place]);

          if (band == BW_NO_BAND)
            self->kept[place] = UNSCORED;
          else
            counts_at (self, segment, band)[self->kept[place]]++;
        }
    }
}

/**
 * bw_firmness_new:
 * @results: that stand still meanwhile: not what a drag lends
 * @n_draws: below 65535
 * @spread: below 1
 * @seed: whatever it is, the same one gives the same draws everywhere
 *
 * Cost: arithmetic for each customer, draw and metric, on all processors: for a worker.
 *
 * Returns: (transfer full) (nullable): in how many draws each customer keeps its band; one that has
 *   not enough data under a draw does not. %NULL when cancelled
 */
BwFirmness *
bw_firmness_new (BwResults    *results,
                 guint         n_draws,
                 double        spread,
                 guint32       seed,
                 GCancellable *cancellable)
{
  BwPlaces *places = results->prepared->places;
  g_autoptr(BwFirmness) self = NULL;

  g_return_val_if_fail (n_draws > 0 && n_draws < UNSCORED, NULL);
  g_return_val_if_fail (spread >= 0 && spread < 1, NULL);

  self = g_new0 (BwFirmness, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->places = bw_places_ref (places);
  self->n_draws = n_draws;
  self->kept = g_new0 (guint16, MAX (places->n_rows, 1));
  self->counts = g_new0 (guint32, (gsize) MAX (places->n_segments, 1) * BW_MAX_BANDS * (n_draws + 1));

  if (!count_draws (self, results, spread, seed, cancellable))
    return NULL;
  summarise (self, results);

  return g_steal_pointer (&self);
}

BwFirmness *
bw_firmness_ref (BwFirmness *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_firmness_unref (BwFirmness *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bw_places_unref (self->places);
  g_free (self->kept);
  g_free (self->counts);
  g_free (self);
}

/**
 * bw_firmness_get_kept:
 * @row: of the snapshot
 *
 * Returns: the share of draws in which the customer keeps its band, NaN without a score
 */
double
bw_firmness_get_kept (const BwFirmness *self,
                      gsize             row)
{
  guint16 kept;

  g_return_val_if_fail (row < self->places->n_rows, NAN);

  kept = self->kept[self->places->places[row]];

  return kept == UNSCORED ? NAN : (double) kept / self->n_draws;
}

/* Adds to @tally the customers of one band of one segment. */
static void
add_up (const BwFirmness *self,
        guint             segment,
        guint             band,
        double            share,
        BwFirmnessTally  *tally)
{
  const guint32 *counts = counts_at (self, segment, band);

  for (guint draws = 0; draws <= self->n_draws; draws++)
    {
      tally->n_scored += counts[draws];
      tally->n_firm += (double) draws / self->n_draws >= share ? counts[draws] : 0;
      tally->kept += (double) counts[draws] * draws;
    }
}

/**
 * bw_firmness_tally:
 * @segment: or %BW_ALL_SEGMENTS
 * @band: of those who stand in it, or %BW_NO_BAND for all that have a score
 * @share: of the draws, 0…1
 *
 * Returns: how many there are, how many of them keep their band in at least @share of the draws,
 *   and the mean share in which they do
 */
BwFirmnessTally
bw_firmness_tally (const BwFirmness *self,
                   guint             segment,
                   guint             band,
                   double            share)
{
  BwFirmnessTally tally = { 0, 0, 0 };
  const guint first = segment == BW_ALL_SEGMENTS ? 0 : segment;
  const guint end = segment == BW_ALL_SEGMENTS ? self->places->n_segments : segment + 1;
  const guint first_band = band == BW_NO_BAND ? 0 : band;
  const guint end_band = band == BW_NO_BAND ? BW_MAX_BANDS : band + 1;

  g_return_val_if_fail (end <= self->places->n_segments, tally);
  g_return_val_if_fail (end_band <= BW_MAX_BANDS, tally);

  for (guint i = first; i < end; i++)
    {
      for (guint j = first_band; j < end_band; j++)
        add_up (self, i, j, share, &tally);
    }
  tally.kept = tally.n_scored > 0 ? tally.kept / ((double) tally.n_scored * self->n_draws) : NAN;

  return tally;
}

/**
 * bw_firmness_count_firm:
 * @segment: or %BW_ALL_SEGMENTS
 *
 * Returns: how many scored customers keep their band in at least @share of the draws
 */
gsize
bw_firmness_count_firm (const BwFirmness *self,
                        guint             segment,
                        double            share)
{
  return bw_firmness_tally (self, segment, BW_NO_BAND, share).n_firm;
}

/**
 * bw_firmness_get_mean_kept:
 * @segment: or %BW_ALL_SEGMENTS
 *
 * Returns: the mean over its scored customers of the share of draws in which they keep their band,
 *   NaN where there are none
 */
double
bw_firmness_get_mean_kept (const BwFirmness *self,
                           guint             segment)
{
  return bw_firmness_tally (self, segment, BW_NO_BAND, 0).kept;
}
