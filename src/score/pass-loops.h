/* The loops of a pass, as pass.c includes them once for each generation of processors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* INSTRUCTIONS is the attribute that allows a generation's instructions, WIDTH how many rows it
 * takes at once, NAMED (x) a name of its own for x. The functions stand here in whole because the
 * compilers break vectors down to what a function's own instructions can do before they put one
 * function into another. Whatever the width, the sums of eight rows are kept apart. */

#define DOUBLES NAMED (Doubles)
#define MASKS NAMED (Masks)
#define WORDS NAMED (Words)
#define INTS NAMED (Ints)
#define SUMS NAMED (Sums)
#define AT(values) (*(const NAMED (LooseDoubles) *)(values))
#define ALL(value) ((value) + (DOUBLES) { 0 })

typedef double DOUBLES __attribute__ ((vector_size (8 * WIDTH)));
typedef gint64 MASKS __attribute__ ((vector_size (8 * WIDTH)));
typedef guint64 WORDS __attribute__ ((vector_size (8 * WIDTH)));
typedef gint32 INTS __attribute__ ((vector_size (4 * WIDTH)));
typedef DOUBLES NAMED (LooseDoubles) __attribute__ ((aligned (8)));
typedef WORDS NAMED (LooseWords) __attribute__ ((aligned (8)));
typedef INTS NAMED (LooseInts) __attribute__ ((aligned (4)));

/* What is summed while a block is counted; @first is the first of the lanes. */
typedef struct
{
  guint   first;
  DOUBLES edges[N_EDGES];
  DOUBLES sum;
  DOUBLES money[BW_MAX_BANDS + 1];
  DOUBLES moved_money;
  MASKS   n_moved;
  WORDS   counts;
} SUMS;

/* Adds up to four columns to what is there already, or puts them where nothing is. */
static inline INSTRUCTIONS WITHIN void
NAMED (weigh_some) (double              *scores,
                    const double *const *columns,
                    const double        *shares,
                    guint                n_columns,
                    gboolean             add,
                    gsize                first,
                    gsize                end)
{
  gsize i = first;

  for (; i + WIDTH <= end; i += WIDTH)
    {
      DOUBLES sum = shares[0] * AT (columns[0] + i);

      if (add)
        sum = AT (scores + i) + sum;
      if (n_columns > 1)
        sum += shares[1] * AT (columns[1] + i);
      if (n_columns > 2)
        sum += shares[2] * AT (columns[2] + i);
      if (n_columns > 3)
        sum += shares[3] * AT (columns[3] + i);
      *(NAMED (LooseDoubles) *)(scores + i) = sum;
    }

  for (; i < end; i++)
    {
      double sum = shares[0] * columns[0][i];

      if (add)
        sum = scores[i] + sum;
      for (guint c = 1; c < n_columns; c++)
        sum += shares[c] * columns[c][i];
      scores[i] = sum;
    }
}

static inline INSTRUCTIONS WITHIN void
NAMED (weigh_up_to_four) (double              *scores,
                          const double *const *columns,
                          const double        *shares,
                          guint                n_columns,
                          gboolean             add,
                          gsize                first,
                          gsize                end)
{
  if (n_columns == 1)
    NAMED (weigh_some) (scores, columns, shares, 1, add, first, end);
  else if (n_columns == 2)
    NAMED (weigh_some) (scores, columns, shares, 2, add, first, end);
  else if (n_columns == 3)
    NAMED (weigh_some) (scores, columns, shares, 3, add, first, end);
  else
    NAMED (weigh_some) (scores, columns, shares, 4, add, first, end);
}

static INSTRUCTIONS void
NAMED (weigh) (double              *scores,
               const double *const *columns,
               const double        *shares,
               guint                n_columns,
               gsize                first,
               gsize                n)
{
  const gsize last = first + n;

  for (gsize start = first; start < last; start += BW_PASS_BLOCK)
    {
      const gsize end = MIN (start + BW_PASS_BLOCK, last);

      NAMED (weigh_up_to_four) (scores, columns, shares, MIN (n_columns, 4), FALSE, start, end);
      for (guint c = 4; c < n_columns; c += 4)
        NAMED (weigh_up_to_four) (scores, columns + c, shares + c, MIN (n_columns - c, 4), TRUE,
                                  start, end);
    }
}

static inline INSTRUCTIONS WITHIN void
NAMED (round_and_bound) (const BwPassRows *rows,
                         gsize             i,
                         gboolean          bounded,
                         DOUBLES          *out)
{
  const DOUBLES one = ALL (1.0);
  const DOUBLES scaled = AT (rows->scores + i) * 1e9 + 0.5;
  DOUBLES whole = (scaled + 0x1p52) - 0x1p52; /* the nearest whole number */
  DOUBLES score;

  whole -= (DOUBLES) ((MASKS) (whole > scaled) & (MASKS) one);
  score = whole / 1e9;

  if (bounded)
    {
      const DOUBLES least = AT (rows->least + i);
      const DOUBLES greatest = AT (rows->greatest + i);
      MASKS beyond = least > score;

      score = (DOUBLES) (((MASKS) least & beyond) | ((MASKS) score & ~beyond));
      beyond = greatest < score;
      score = (DOUBLES) (((MASKS) greatest & beyond) | ((MASKS) score & ~beyond));
    }

  *(NAMED (LooseDoubles) *)(rows->scores + i) = score;
  *out = score;
}

/* Each of eight rows has a histogram of its own, so that no count waits for another. */
static inline INSTRUCTIONS WITHIN void
NAMED (find_bins) (const DOUBLES *score,
                   const MASKS   *scored,
                   guint          first,
                   gint32        *bins)
{
  const DOUBLES last = ALL (BW_N_BINS - 1.0);
  const DOUBLES unscored = ALL ((double) UNSCORED_BIN);
  DOUBLES bin = *score * (BW_N_BINS / 100.0);
  const MASKS beyond = bin > last;

  bin = (DOUBLES) (((MASKS) last & beyond) | ((MASKS) bin & ~beyond));
  bin = (DOUBLES) (((MASKS) bin & *scored) | ((MASKS) unscored & ~*scored));
  *(NAMED (LooseInts) *)bins = __builtin_convertvector (bin, INTS) +
                               *(const NAMED (LooseInts) *)(histograms + first);
}

/* Counts one vector of rows. @few: whether there are no more than three bands */
static inline INSTRUCTIONS WITHIN void
NAMED (count_few) (const BwPassRows *rows,
                   gsize             i,
                   gboolean          bounded,
                   gboolean          few,
                   SUMS             *sums,
                   gint32           *bins)
{
  const MASKS money = (MASKS) AT (rows->money + i);
  const MASKS no_band = (gint64) BW_NO_BAND + (MASKS) { 0 };
  const guint64 eight = GUINT64_FROM_LE (*(const LooseWord *) (rows->expected + (i - sums->first)));
  const WORDS expected = ((eight + (WORDS) { 0 }) >>
                          *(const NAMED (LooseWords) *)(bytes + sums->first)) & 0xff;
  MASKS scored, at_least[N_EDGES], band, moved;
  DOUBLES score;

  NAMED (round_and_bound) (rows, i, bounded, &score);
  scored = score == score;
  NAMED (find_bins) (&score, &scored, sums->first, bins);
  sums->sum += (DOUBLES) ((MASKS) score & scored);

  at_least[0] = score >= sums->edges[0];
  at_least[1] = score >= sums->edges[1];
  band = -(at_least[0] + at_least[1]);
  sums->money[0] += (DOUBLES) (money & scored & ~at_least[0]);
  sums->money[1] += (DOUBLES) (money & at_least[0] & ~at_least[1]);
  if (few)
    {
      sums->money[2] += (DOUBLES) (money & at_least[1]);
    }
  else
    {
      at_least[2] = score >= sums->edges[2];
      at_least[3] = score >= sums->edges[3];
      band -= at_least[2] + at_least[3];
      sums->money[2] += (DOUBLES) (money & at_least[1] & ~at_least[2]);
      sums->money[3] += (DOUBLES) (money & at_least[2] & ~at_least[3]);
      sums->money[4] += (DOUBLES) (money & at_least[3]);
    }
  sums->money[BW_NO_BAND] += (DOUBLES) (money & ~scored);

  band = (band & scored) | (no_band & ~scored);
  sums->counts += (1 + (WORDS) { 0 }) << ((WORDS) band * COUNT_BITS);
  moved = band != (MASKS) expected;
  sums->n_moved -= moved;
  sums->moved_money += (DOUBLES) (money & moved);
}

static inline INSTRUCTIONS WITHIN void
NAMED (sums_open) (SUMS             *self,
                   guint             first,
                   const BwPassRows *rows,
                   const BwLanes    *lanes)
{
  self->first = first;
  self->counts = (WORDS) { 0 };
  self->sum = AT (lanes->sum + first);
  self->moved_money = AT (lanes->moved_money + first);
  memcpy (&self->n_moved, lanes->n_moved + first, sizeof self->n_moved);
  for (guint i = 0; i < N_EDGES; i++)
    self->edges[i] = ALL (rows->edges[i]);
  for (guint i = 0; i <= BW_NO_BAND; i++)
    self->money[i] = AT (lanes->money[i] + first);
}

static inline INSTRUCTIONS WITHIN void
NAMED (sums_close) (const SUMS *self,
                    BwLanes    *lanes)
{
  const guint first = self->first;

  memcpy (lanes->sum + first, &self->sum, sizeof self->sum);
  memcpy (lanes->moved_money + first, &self->moved_money, sizeof self->moved_money);
  memcpy (lanes->n_moved + first, &self->n_moved, sizeof self->n_moved);
  for (guint band = 0; band <= BW_NO_BAND; band++)
    {
      memcpy (lanes->money[band] + first, &self->money[band], sizeof self->money[band]);
      for (guint i = 0; i < WIDTH; i++)
        lanes->counts[band][first + i] += self->counts[i] >> (band * COUNT_BITS) &
                                          ((1 << COUNT_BITS) - 1);
    }
}

/* Counts whole eights of rows, no more than a block has. */
static inline INSTRUCTIONS WITHIN void
NAMED (count_eights) (const BwPassRows *rows,
                      gsize             first,
                      gsize             n,
                      gboolean          bounded,
                      gboolean          few,
                      BwLanes          *lanes)
{
  gint32 bins[BW_PASS_BLOCK];

  for (guint lane = 0; lane < LANES; lane += WIDTH)
    {
      SUMS sums;

      NAMED (sums_open) (&sums, lane, rows, lanes);
      for (gsize i = lane; i < n; i += LANES)
        {
          if (lane == 0)
            fetch_ahead (rows, first + i + BW_PASS_BLOCK);
          NAMED (count_few) (rows, first + i, bounded, few, &sums, bins + i);
        }
      NAMED (sums_close) (&sums, lanes);
    }

  for (gsize i = 0; i < n; i += LANES)
    {
      lanes->bins[bins[i]]++;
      lanes->bins[bins[i + 1]]++;
      lanes->bins[bins[i + 2]]++;
      lanes->bins[bins[i + 3]]++;
      lanes->bins[bins[i + 4]]++;
      lanes->bins[bins[i + 5]]++;
      lanes->bins[bins[i + 6]]++;
      lanes->bins[bins[i + 7]]++;
    }
}

static INSTRUCTIONS void
NAMED (count) (const BwPassRows *rows,
               gsize             first,
               gsize             n,
               BwLanes          *lanes)
{
  const gboolean few = isinf (rows->edges[2]);

  if (rows->least != NULL && few)
    NAMED (count_eights) (rows, first, n, TRUE, TRUE, lanes);
  else if (rows->least != NULL)
    NAMED (count_eights) (rows, first, n, TRUE, FALSE, lanes);
  else if (few)
    NAMED (count_eights) (rows, first, n, FALSE, TRUE, lanes);
  else
    NAMED (count_eights) (rows, first, n, FALSE, FALSE, lanes);
}

#undef DOUBLES
#undef MASKS
#undef WORDS
#undef INTS
#undef SUMS
#undef AT
#undef ALL
