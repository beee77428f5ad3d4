/* The loops of a pass, as pass.c includes them once for each generation of processors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* INSTRUCTIONS is the attribute that allows a generation's instructions, NAMED (x) a name of its
 * own for x. The functions stand here in whole because the compilers break vectors down to what a
 * function's own instructions can do before they put one function into another. */

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

  for (; i + LANES <= end; i += LANES)
    {
      Doubles sum = shares[0] * EIGHT (columns[0] + i);

      if (add)
        sum = EIGHT (scores + i) + sum;
      if (n_columns > 1)
        sum += shares[1] * EIGHT (columns[1] + i);
      if (n_columns > 2)
        sum += shares[2] * EIGHT (columns[2] + i);
      if (n_columns > 3)
        sum += shares[3] * EIGHT (columns[3] + i);
      *(LooseDoubles *) (scores + i) = sum;
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
                         Doubles          *out)
{
  const Doubles one = { 1, 1, 1, 1, 1, 1, 1, 1 };
  const Doubles scaled = EIGHT (rows->scores + i) * 1e9 + 0.5;
  Doubles whole = (scaled + 0x1p52) - 0x1p52; /* the nearest whole number */
  Doubles score;

  whole -= (Doubles) ((Masks) (whole > scaled) & (Masks) one);
  score = whole / 1e9;

  if (bounded)
    {
      const Doubles least = EIGHT (rows->least + i);
      const Doubles greatest = EIGHT (rows->greatest + i);
      Masks beyond = least > score;

      score = (Doubles) (((Masks) least & beyond) | ((Masks) score & ~beyond));
      beyond = greatest < score;
      score = (Doubles) (((Masks) greatest & beyond) | ((Masks) score & ~beyond));
    }

  *(LooseDoubles *) (rows->scores + i) = score;
  *out = score;
}

/* Counts each of eight rows in a histogram of its own, so that no count waits for another. */
static inline INSTRUCTIONS WITHIN void
NAMED (count_bins) (const Doubles *score,
                    const Masks   *scored,
                    guint32       *bins)
{
  const Doubles last = (BW_N_BINS - 1.0) + (Doubles) { 0 };
  const Doubles unscored = (double) UNSCORED_BIN + (Doubles) { 0 };
  Doubles bin = *score * (BW_N_BINS / 100.0);
  const Masks beyond = bin > last;
  Ints index;

  bin = (Doubles) (((Masks) last & beyond) | ((Masks) bin & ~beyond));
  bin = (Doubles) (((Masks) bin & *scored) | ((Masks) unscored & ~*scored));
  index = __builtin_convertvector (bin, Ints);

  bins[0 * BW_PASS_BINS + index[0]]++;
  bins[1 * BW_PASS_BINS + index[1]]++;
  bins[2 * BW_PASS_BINS + index[2]]++;
  bins[3 * BW_PASS_BINS + index[3]]++;
  bins[4 * BW_PASS_BINS + index[4]]++;
  bins[5 * BW_PASS_BINS + index[5]]++;
  bins[6 * BW_PASS_BINS + index[6]]++;
  bins[7 * BW_PASS_BINS + index[7]]++;
}

static inline INSTRUCTIONS WITHIN void
NAMED (count_eight) (const BwPassRows *rows,
                     gsize             i,
                     gboolean          bounded,
                     Sums             *sums,
                     guint32          *bins)
{
  const Masks money = (Masks) EIGHT (rows->money + i);
  const Masks expected = __builtin_convertvector (*(const LooseBytes *) (rows->expected + i), Masks);
  const Masks no_band = (gint64) BW_NO_BAND + (Masks) { 0 };
  Doubles score;
  Masks scored, at_least[N_EDGES], band, moved;

  NAMED (round_and_bound) (rows, i, bounded, &score);
  scored = score == score;
  at_least[0] = score >= rows->edges[0];
  at_least[1] = score >= rows->edges[1];
  at_least[2] = score >= rows->edges[2];
  at_least[3] = score >= rows->edges[3];
  NAMED (count_bins) (&score, &scored, bins);

  sums->n_scored -= scored;
  sums->sum += (Doubles) ((Masks) score & scored);
  sums->at_least[0] -= at_least[0];
  sums->at_least[1] -= at_least[1];
  sums->at_least[2] -= at_least[2];
  sums->at_least[3] -= at_least[3];

  sums->money[0] += (Doubles) (money & scored & ~at_least[0]);
  sums->money[1] += (Doubles) (money & at_least[0] & ~at_least[1]);
  sums->money[2] += (Doubles) (money & at_least[1] & ~at_least[2]);
  sums->money[3] += (Doubles) (money & at_least[2] & ~at_least[3]);
  sums->money[4] += (Doubles) (money & at_least[3]);
  sums->money[BW_NO_BAND] += (Doubles) (money & ~scored);

  band = -(at_least[0] + at_least[1] + at_least[2] + at_least[3]);
  band = (band & scored) | (no_band & ~scored);
  moved = band != expected;
  sums->n_moved -= moved;
  sums->moved_money += (Doubles) (money & moved);
}

/* The last few rows, in a copy that is filled up with rows that count for nothing. */
static inline INSTRUCTIONS WITHIN void
NAMED (count_rest) (const BwPassRows *rows,
                    gsize             first,
                    gsize             n,
                    gboolean          bounded,
                    Sums             *sums,
                    guint32          *bins)
{
  double scores[LANES], money[LANES] = { 0 }, least[LANES] = { 0 }, greatest[LANES] = { 0 };
  guint8 expected[LANES];
  BwPassRows few = *rows;

  for (guint i = 0; i < LANES; i++)
    {
      scores[i] = i < n ? rows->scores[first + i] : NAN;
      expected[i] = i < n ? rows->expected[first + i] : BW_NO_BAND;
    }
  memcpy (money, rows->money + first, n * sizeof *money);
  if (bounded)
    {
      memcpy (least, rows->least + first, n * sizeof *least);
      memcpy (greatest, rows->greatest + first, n * sizeof *greatest);
    }

  few.scores = scores;
  few.money = money;
  few.least = least;
  few.greatest = greatest;
  few.expected = expected;
  NAMED (count_eight) (&few, 0, bounded, sums, bins);
  memcpy (rows->scores + first, scores, n * sizeof *scores);
}

static inline INSTRUCTIONS WITHIN void
NAMED (count_some) (const BwPassRows *rows,
                    gsize             first,
                    gsize             n,
                    gboolean          bounded,
                    BwLanes          *lanes)
{
  const gsize rest = n % LANES;
  Sums sums;

  G_STATIC_ASSERT (sizeof sums.money == sizeof lanes->money);
  memcpy (&sums.n_scored, lanes->n_scored, sizeof sums.n_scored);
  memcpy (&sums.at_least, lanes->at_least, sizeof sums.at_least);
  memcpy (&sums.n_moved, lanes->n_moved, sizeof sums.n_moved);
  memcpy (&sums.sum, lanes->sum, sizeof sums.sum);
  memcpy (&sums.money, lanes->money, sizeof sums.money);
  memcpy (&sums.moved_money, lanes->moved_money, sizeof sums.moved_money);

  for (gsize i = first; i < first + n - rest; i += LANES)
    NAMED (count_eight) (rows, i, bounded, &sums, lanes->bins);
  if (rest > 0)
    NAMED (count_rest) (rows, first + n - rest, rest, bounded, &sums, lanes->bins);

  memcpy (lanes->n_scored, &sums.n_scored, sizeof sums.n_scored);
  memcpy (lanes->at_least, &sums.at_least, sizeof sums.at_least);
  memcpy (lanes->n_moved, &sums.n_moved, sizeof sums.n_moved);
  memcpy (lanes->sum, &sums.sum, sizeof sums.sum);
  memcpy (lanes->money, &sums.money, sizeof sums.money);
  memcpy (lanes->moved_money, &sums.moved_money, sizeof sums.moved_money);
  lanes->n_rows += n;
}

static INSTRUCTIONS void
NAMED (count) (const BwPassRows *rows,
               gsize             first,
               gsize             n,
               BwLanes          *lanes)
{
  if (rows->least != NULL)
    NAMED (count_some) (rows, first, n, TRUE, lanes);
  else
    NAMED (count_some) (rows, first, n, FALSE, lanes);
}
