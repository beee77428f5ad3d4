/* Engine order: the rows of a segment side by side, and in it those that lack the same metrics. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/places.h"

#include "score/patterns.h"
#include "score/slab.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const BwPatterns *patterns;
  guint             n_words;
} Comparing;

/* Segments in their order; in a segment the fullest patterns first. */
static int
compare_patterns (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const Comparing *comparing = user_data;
  const guint64 *x = bw_patterns_get (comparing->patterns, *(const guint32 *) a);
  const guint64 *y = bw_patterns_get (comparing->patterns, *(const guint32 *) b);

  if (x[0] != y[0])
    return x[0] < y[0] ? -1 : 1;
  for (guint i = 1; i < comparing->n_words; i++)
    {
      if (x[i] != y[i])
        return x[i] > y[i] ? -1 : 1;
    }

  return 0;
}

/* The pattern of each row: its segment, then what is known. */
static BwPatterns *
number_rows (const guint   *segments,
             const guint64 *known,
             guint          n_words,
             gsize          n_rows,
             guint32       *numbers)
{
  BwPatterns *patterns = bw_patterns_new (n_words + 1);
  g_autofree guint64 *words = g_new (guint64, n_words + 1);

  for (gsize row = 0; row < n_rows; row++)
    {
      words[0] = segments[row];
      memcpy (words + 1, known + row * n_words, n_words * sizeof *words);
      numbers[row] = bw_patterns_add (patterns, words);
    }

  return patterns;
}

static void
make_runs (BwPlaces         *self,
           const BwPatterns *patterns,
           const guint32    *sorted,
           const guint32    *counts)
{
  guint32 first = 0;
  guint segment = 0;

  self->n_runs = bw_patterns_get_n (patterns);
  self->runs = g_new (BwRun, MAX (self->n_runs, 1));
  self->known = g_new (guint64, MAX (self->n_runs * self->n_words, 1));

  for (gsize i = 0; i < self->n_runs; i++)
    {
      const guint64 *words = bw_patterns_get (patterns, sorted[i]);
      guint64 *known = self->known + i * self->n_words;

      memcpy (known, words + 1, self->n_words * sizeof *known);
      self->runs[i] = (BwRun) { first, counts[sorted[i]], words[0], known };
      for (; segment <= words[0]; segment++)
        {
          self->segment_places[segment] = first;
          self->segment_runs[segment] = i;
        }
      first += counts[sorted[i]];
    }

  for (; segment <= self->n_segments; segment++)
    {
      self->segment_places[segment] = self->n_rows;
      self->segment_runs[segment] = self->n_runs;
    }
}

/* Deals the rows to their runs; rows of a run keep their order. */
static void
place_rows (BwPlaces      *self,
            const guint32 *numbers,
            const guint32 *sorted,
            const double  *money)
{
  g_autofree guint32 *next = g_new (guint32, MAX (self->n_runs, 1));

  for (gsize i = 0; i < self->n_runs; i++)
    next[sorted[i]] = self->runs[i].first;

  for (gsize row = 0; row < self->n_rows; row++)
    {
      const guint32 place = next[numbers[row]]++;

      self->places[row] = place;
      self->rows[place] = row;
      self->money[place] = money == NULL || isnan (money[row]) ? 0 : money[row];
    }
}

/**
 * bw_places_new:
 * @segments: (array length=n_rows): the segment of each row
 * @known: (array): @n_words a row, see #BwRun
 * @money: (nullable) (array length=n_rows): of each row, NaN where it is missing
 * @n_rows: below 2³²
 *
 * Cost: linear in rows; a sort of the distinct patterns.
 *
 * Returns: (transfer full): an order
 */
BwPlaces *
bw_places_new (const guint   *segments,
               guint          n_segments,
               const guint64 *known,
               guint          n_words,
               const double  *money,
               gsize          n_rows)
{
  BwPlaces *self = g_new0 (BwPlaces, 1);
  g_autofree guint32 *numbers = g_new (guint32, MAX (n_rows, 1));
  g_autoptr(BwPatterns) patterns = number_rows (segments, known, n_words, n_rows, numbers);
  const guint32 n_patterns = bw_patterns_get_n (patterns);
  g_autofree guint32 *sorted = g_new (guint32, MAX (n_patterns, 1));
  g_autofree guint32 *counts = g_new0 (guint32, MAX (n_patterns, 1));
  Comparing comparing = { patterns, n_words + 1 };

  g_atomic_ref_count_init (&self->ref_count);
  self->n_rows = n_rows;
  self->n_segments = n_segments;
  self->n_words = n_words;
  self->rows = g_new (guint32, MAX (n_rows, 1));
  self->places = g_new (guint32, MAX (n_rows, 1));
  self->segment_places = g_new (gsize, n_segments + 1);
  self->segment_runs = g_new (gsize, n_segments + 1);
  self->money = bw_slab_new (n_rows);

  for (guint32 i = 0; i < n_patterns; i++)
    sorted[i] = i;
  for (gsize row = 0; row < n_rows; row++)
    counts[numbers[row]]++;
  g_qsort_with_data (sorted, n_patterns, sizeof *sorted, compare_patterns, &comparing);
  make_runs (self, patterns, sorted, counts);
  place_rows (self, numbers, sorted, money);

  return self;
}

BwPlaces *
bw_places_ref (BwPlaces *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_places_unref (BwPlaces *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->rows);
  g_free (self->places);
  g_free (self->segment_places);
  g_free (self->segment_runs);
  g_free (self->runs);
  g_free (self->known);
  bw_slab_free (self->money);
  g_free (self);
}

/**
 * bw_places_find_run:
 *
 * Returns: the index of the run that holds @place, or the number of runs where there is none
 */
gsize
bw_places_find_run (const BwPlaces *self,
                    gsize           place)
{
  gsize low = 0;
  gsize high = self->n_runs;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;
      const BwRun *run = &self->runs[middle];

      if (place < run->first)
        high = middle;
      else if (place >= (gsize) run->first + run->n)
        low = middle + 1;
      else
        return middle;
    }

  return self->n_runs;
}

guint
bw_places_find_segment (const BwPlaces *self,
                        gsize           place)
{
  guint segment = 0;

  while (place >= self->segment_places[segment + 1])
    segment++;

  return segment;
}
