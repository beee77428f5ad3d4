/* The inner loops of scoring, over plain arrays: weigh columns, then round, bound and count. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written with the compilers' vector types, of eight rows: each loop body is compiled for the
* instructions of several generations of processors, and the newest that is there is taken. */

#include "score/pass.h"

#include <math.h>
#include <string.h>

#define LANES BW_PASS_LANES
#define N_EDGES (BW_MAX_BANDS - 1)
#define UNSCORED_BIN BW_N_BINS

/* Counts of all bands in one word: so many bits are enough for the rows of a block in a lane. */
#define COUNT_BITS 10

#define WITHIN __attribute__ ((always_inline))

G_STATIC_ASSERT (BW_PASS_BLOCK / LANES < 1 << COUNT_BITS);
G_STATIC_ASSERT ((BW_NO_BAND + 1) * COUNT_BITS <= 64);

/* Where each of eight rows counts its bin, and where its byte is in a word of eight. */
static const gint32 histograms[LANES] = {
  0, 1 * BW_PASS_BINS, 2 * BW_PASS_BINS, 3 * BW_PASS_BINS, 4 * BW_PASS_BINS, 5 * BW_PASS_BINS,
  6 * BW_PASS_BINS, 7 * BW_PASS_BINS,
};
typedef guint64 LooseWord __attribute__ ((aligned (1), may_alias));

static const guint64 bytes[LANES] = { 0, 8, 16, 24, 32, 40, 48, 56 };

/**
 * bw_round_score:
 * @score: from 0 to 100, or NaN
 *
 * Returns: the score with nine decimals: the one rounding there is
 */
double
bw_round_score (double score)
{
  return floor (score * 1e9 + 0.5) / 1e9;
}

/* The loops as compiled for one generation of processors. */
typedef struct
{
  gboolean (*is_there)(void);
  void     (*weigh)(double              *scores,
                    const double *const *columns,
                    const double        *shares,
                    guint                n_columns,
                    gsize                first,
                    gsize                n);
  void     (*count)(const BwPassRows *rows,
                    gsize             first,
                    gsize             n,
                    BwLanes          *lanes);
} Generation;

/* Has what the next block needs on its way while this one is counted. The row may be past the end:
 * a fetch of what is not there does nothing. */
static inline WITHIN void
fetch_ahead (const BwPassRows *rows,
             gsize             row)
{
  const guintptr at = row * sizeof (double);

  __builtin_prefetch ((const void *) ((guintptr) rows->money + at));
  __builtin_prefetch ((const void *) ((guintptr) rows->scores + at), 1);
  for (guint i = 0; i < BW_PASS_AHEAD; i++)
    {
      if (rows->ahead[i] != NULL)
        __builtin_prefetch ((const void *) ((guintptr) rows->ahead[i] + at));
    }
}

#define NAMED(name) NAMED_WITH (name, GENERATION)
#define NAMED_WITH(name, generation) NAMED_AS (name, generation)
#define NAMED_AS(name, generation) name ## _ ## generation

#if defined (__x86_64__)
#define GENERATION 512
#define WIDTH 8
#define INSTRUCTIONS __attribute__ ((target ("avx512f,avx512dq,avx512vl,avx512bw")))
#include "score/pass-loops.h"
#undef GENERATION
#undef WIDTH
#undef INSTRUCTIONS

#define GENERATION 256
#define WIDTH 4
#define INSTRUCTIONS __attribute__ ((target ("avx2")))
#include "score/pass-loops.h"
#undef GENERATION
#undef WIDTH
#undef INSTRUCTIONS

static gboolean
has_512 (void)
{
  return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512dq") &&
         __builtin_cpu_supports ("avx512vl") && __builtin_cpu_supports ("avx512bw");
}

static gboolean
has_256 (void)
{
  return __builtin_cpu_supports ("avx2");
}
#endif

#define GENERATION any
#define WIDTH 2
#define INSTRUCTIONS
#include "score/pass-loops.h"
#undef GENERATION
#undef WIDTH
#undef INSTRUCTIONS

static gboolean
has_any (void)
{
  return TRUE;
}

/* The newest first. */
static const Generation generations[] = {
#if defined (__x86_64__)
  { has_512, weigh_512, count_512 },
  { has_256, weigh_256, count_256 },
#endif
  { has_any, weigh_any, count_any },
};

static const Generation *
this_generation (void)
{
  guint i = 0;

  while (!generations[i].is_there ())
    i++;

  return &generations[i];
}

/**
 * bw_pass_weigh:
 * @scores: (out): Σ share·column of each row, added in the order of @columns
 * @columns: (array length=n_columns): at least one
 * @first: the first row
 * @n: how many rows
 *
 * Shape: columns to one. Unit: that of the columns times that of the shares. Missing: NaN.
 */
void
bw_pass_weigh (double              *scores,
               const double *const *columns,
               const double        *shares,
               guint                n_columns,
               gsize                first,
               gsize                n)
{
  this_generation ()->weigh (scores, columns, shares, n_columns, first, n);
}

/* The last few rows, in a copy that is filled up with rows that count for nothing. */
static void
count_rest (const BwPassRows *rows,
            gsize             first,
            gsize             n,
            BwLanes          *lanes)
{
  double scores[LANES], money[LANES] = { 0 }, least[LANES] = { 0 }, greatest[LANES] = { 0 };
  guint8 expected[LANES];
  BwPassRows copy = *rows;

  for (guint i = 0; i < LANES; i++)
    {
      scores[i] = i < n ? rows->scores[first + i] : NAN;
      expected[i] = i < n ? rows->expected[first + i] : BW_NO_BAND;
    }
  memcpy (money, rows->money + first, n * sizeof *money);
  if (rows->least != NULL)
    {
      memcpy (least, rows->least + first, n * sizeof *least);
      memcpy (greatest, rows->greatest + first, n * sizeof *greatest);
      copy.least = least;
      copy.greatest = greatest;
    }

  copy.scores = scores;
  copy.money = money;
  copy.expected = expected;
  this_generation ()->count (&copy, 0, LANES, lanes);
  memcpy (rows->scores + first, scores, n * sizeof *scores);
}

/**
 * bw_pass_count:
 * @first: the first row
 * @n: how many rows
 * @lanes: (inout): what is counted is added here; below 2³² rows in all
 *
 * Rounds and bounds the scores of the rows in place, and counts them.
 */
void
bw_pass_count (const BwPassRows *rows,
               gsize             first,
               gsize             n,
               BwLanes          *lanes)
{
  const gsize end = first + n - n % LANES;

  for (gsize at = first; at < end; at += BW_PASS_BLOCK)
    this_generation ()->count (rows, at, MIN (BW_PASS_BLOCK, end - at), lanes);
  if (n % LANES > 0)
    count_rest (rows, end, n % LANES, lanes);
  lanes->n_rows += n;
}

/**
 * bw_tally_add_lanes:
 * @lanes: what passes have counted
 */
void
bw_tally_add_lanes (BwTally       *self,
                    const BwLanes *lanes)
{
  gsize n_scored = 0;

  self->n_rows += lanes->n_rows;
  for (guint lane = 0; lane < LANES; lane++)
    {
      for (guint band = 0; band < BW_NO_BAND; band++)
        {
          self->band_counts[band] += lanes->counts[band][lane];
          n_scored += lanes->counts[band][lane];
        }
      for (guint band = 0; band <= BW_NO_BAND; band++)
        self->band_money[band] += lanes->money[band][lane];
      for (guint bin = 0; bin < BW_N_BINS; bin++)
        self->bins[bin] += lanes->bins[lane * BW_PASS_BINS + bin];
      self->sum += lanes->sum[lane];
      self->movement.n_movers += lanes->n_moved[lane];
      self->movement.money += lanes->moved_money[lane];
    }

  /* The copy of the last few rows is filled up with some that have no score. */
  self->n_scored += n_scored;
  self->band_counts[BW_NO_BAND] += lanes->n_rows - n_scored;
}

void
bw_tally_add (BwTally       *self,
              const BwTally *other)
{
  self->n_rows += other->n_rows;
  self->n_scored += other->n_scored;
  self->sum += other->sum;
  self->movement.n_movers += other->movement.n_movers;
  self->movement.money += other->movement.money;
  for (guint bin = 0; bin < BW_N_BINS; bin++)
    self->bins[bin] += other->bins[bin];
  for (guint band = 0; band <= BW_NO_BAND; band++)
    {
      self->band_counts[band] += other->band_counts[band];
      self->band_money[band] += other->band_money[band];
    }
}
