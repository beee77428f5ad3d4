/* The values that a scale is shaped for, and goalposts that suit them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/scale-data.h"

#include "stats/quantile.h"
#include "stats/readable.h"
#include "stats/sort.h"

#include <math.h>

/* Of more values than this so many stand for all. */
#define MOST_VALUES 8000

/* Goalposts are tried at so many places of the data. */
#define N_PLACES 21

/* Collects the different values, until there are too many to be told apart. */
static void
find_distinct (BwScaleData  *self,
               const double *raw,
               gsize         n)
{
  double found[BW_FEW_DISTINCT + 1];
  gsize n_found = 0;

  for (gsize i = 0; i < n && n_found <= BW_FEW_DISTINCT; i++)
    {
      gsize at = 0;

      while (at < n_found && found[at] != raw[i])
        at++;
      if (at == n_found && !isnan (raw[i]))
        found[n_found++] = raw[i] + 0.0;
    }

  self->n_distinct = bw_sort (found, n_found, self->distinct);
}

/* Takes every so manieth value that is there, and puts them in order. */
static void
find_sample (BwScaleData  *self,
             const double *raw,
             gsize         n)
{
  g_autofree double *sample = g_new (double, MIN (n, MOST_VALUES) + 1);
  gsize n_present = 0, n_sample = 0, seen = 0;

  for (gsize i = 0; i < n; i++)
    n_present += !isnan (raw[i]);

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (raw[i]))
        continue;
      if (n_present <= MOST_VALUES || seen * MOST_VALUES / n_present == n_sample)
        sample[n_sample++] = raw[i];
      seen++;
    }

  self->sorted = g_new (double, MAX (n_sample, 1));
  self->n = n_sample > 0 ? bw_sort (sample, n_sample, self->sorted) : 0;
}

/**
 * bw_scale_data_init:
 * @raw: (array length=n): NaN is missing
 */
void
bw_scale_data_init (BwScaleData  *self,
                    const double *raw,
                    gsize         n)
{
  find_sample (self, raw, n);
  find_distinct (self, raw, n);
}

void
bw_scale_data_clear (BwScaleData *self)
{
  g_free (self->sorted);
}

/**
 * bw_scale_data_score:
 *
 * Returns: what @scale makes of one value; NaN where it is none that it lists
 */
double
bw_scale_data_score (const BwScale *scale,
                     double         raw)
{
  double score;

  bw_scale_apply (scale, &raw, 1, &score);

  return score;
}

/**
 * bw_goalposts_of_data:
 *
 * Returns: (transfer full): goalposts where most of the data lies, rounded
 */
BwScale *
bw_goalposts_of_data (const BwScaleData *data)
{
  BwScale *scale = g_new0 (BwScale, 1);
  double least, most;

  *scale = (BwScale) { .type = BW_SCALE_LINEAR, .from = 0, .to = 100, .other = NAN };
  if (data->n == 0)
    return scale;

  least = data->sorted[0];
  most = data->sorted[data->n - 1];
  if (bw_readable_range (bw_quantile_sorted (data->sorted, data->n, 0.05),
                         bw_quantile_sorted (data->sorted, data->n, 0.95),
                         &scale->from, &scale->to) ||
      bw_readable_range (least, most, &scale->from, &scale->to))
    return scale;

  /* One value, or nearly: from 0 to it, or the other way round; or further apart than a number
   * can say. */
  scale->from = MIN (least, 0) + 0.0;
  scale->to = most > 0 ? most : least < 0 ? 0 : 1;
  if (!isfinite (scale->to - scale->from))
    {
      scale->from /= 2;
      scale->to /= 2;
    }

  return scale;
}

static double
squared_error (const BwScale *scale,
               const double  *raw,
               const double  *wanted,
               gsize          n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    {
      const double error = bw_scale_data_score (scale, raw[i]) - wanted[i];

      sum += isnan (error) ? 0 : error * error;
    }

  return sum;
}

/* Returns: (transfer full) (element-type double): where goalposts may stand: along the data, and at
 * the points of a scale */
static GArray *
list_places (const BwScale     *scale,
             const BwScaleData *data)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < scale->n_points && i < N_PLACES; i++)
    g_array_append_val (places, scale->points[i].raw);
  for (guint i = 0; i < N_PLACES && data->n > 0; i++)
    {
      const double place = bw_quantile_sorted (data->sorted, data->n, i / (N_PLACES - 1.0));

      g_array_append_val (places, place);
    }

  return places;
}

/**
 * bw_goalposts_like:
 *
 * Returns: (transfer full): the goalposts, of many that are tried, that score the data most nearly
 *   as @scale does; those of the data where they do as well
 */
BwScale *
bw_goalposts_like (const BwScale     *scale,
                   const BwScaleData *data)
{
  g_autoptr(GArray) places = list_places (scale, data);
  BwScale *best = bw_goalposts_of_data (data);
  double raw[N_PLACES], wanted[N_PLACES];
  gsize n_probes = 0;
  double least;

  for (guint i = 0; i < N_PLACES && data->n > 0; i++)
    {
      raw[n_probes] = bw_quantile_sorted (data->sorted, data->n, i / (N_PLACES - 1.0));
      wanted[n_probes] = bw_scale_data_score (scale, raw[n_probes]);
      n_probes++;
    }
  least = n_probes > 0 ? squared_error (best, raw, wanted, n_probes) : INFINITY;

  for (guint i = 0; i < places->len; i++)
    {
      for (guint j = 0; j < places->len; j++)
        {
          const BwScale tried = {
            .type = BW_SCALE_LINEAR, .other = NAN,
            .from = g_array_index (places, double, i), .to = g_array_index (places, double, j)
          };
          double error;

          if (!(tried.from < tried.to) || !isfinite (tried.to - tried.from))
            continue;
          error = squared_error (&tried, raw, wanted, n_probes);
          if (error < least)
            {
              *best = tried;
              least = error;
            }
        }
    }

  return best;
}
