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

typedef double  Doubles __attribute__ ((vector_size (64)));
typedef gint64  Masks __attribute__ ((vector_size (64)));
typedef gint32  Ints __attribute__ ((vector_size (32)));
typedef guint8  Bytes __attribute__ ((vector_size (8)));
typedef Doubles LooseDoubles __attribute__ ((aligned (8)));
typedef Bytes   LooseBytes __attribute__ ((aligned (1)));

#define EIGHT(values) (*(const LooseDoubles *) (values))
#define WITHIN __attribute__ ((always_inline))

/* Sums of eight rows side by side. */
typedef struct
{
  Doubles sum;
  Doubles money[BW_MAX_BANDS + 1];
  Doubles moved_money;
  Masks   n_scored;
  Masks   at_least[N_EDGES];
  Masks   n_moved;
} Sums;

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

#define NAMED(name) NAMED_WITH (name, GENERATION)
#define NAMED_WITH(name, generation) NAMED_AS (name, generation)
#define NAMED_AS(name, generation) name ## _ ## generation

#if defined (__x86_64__)
#define GENERATION 512
#define INSTRUCTIONS __attribute__ ((target ("avx512f,avx512dq,avx512vl,avx512bw")))
#include "score/pass-loops.h"
#undef GENERATION
#undef INSTRUCTIONS

#define GENERATION 256
#define INSTRUCTIONS __attribute__ ((target ("avx2")))
#include "score/pass-loops.h"
#undef GENERATION
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
#define INSTRUCTIONS
#include "score/pass-loops.h"
#undef GENERATION
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
  this_generation ()->count (rows, first, n, lanes);
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
      gsize above = lanes->n_scored[lane];

      n_scored += above;
      for (guint edge = 0; edge < N_EDGES; edge++)
        {
          self->band_counts[edge] += above - lanes->at_least[edge][lane];
          above = lanes->at_least[edge][lane];
        }
      self->band_counts[N_EDGES] += above;

      for (guint band = 0; band <= BW_NO_BAND; band++)
        self->band_money[band] += lanes->money[band][lane];
      for (guint bin = 0; bin < BW_N_BINS; bin++)
        self->bins[bin] += lanes->bins[lane * BW_PASS_BINS + bin];
      self->sum += lanes->sum[lane];
      self->movement.n_movers += lanes->n_moved[lane];
      self->movement.money += lanes->moved_money[lane];
    }

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
