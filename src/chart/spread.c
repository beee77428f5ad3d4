/* Things in a row, kept apart and as near as can be to where they belong. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* With the lengths and gaps before each thing taken off its start, "in order and apart" becomes
 * "never falling", and the nearest never-falling series is found by pooling neighbours that fall
 * into blocks that share their mean. */

#include "chart/spread.h"

typedef struct
{
  double sum;
  guint  n;
} Block;

static double
mean_of (const Block *block)
{
  return block->sum / block->n;
}

/**
 * bw_spread:
 * @starts: (array length=n) (inout): where each wants to start; where it starts. The order stays
 * @lengths: (array length=n): how long each is
 * @gap: at least between two
 * @from: none starts before
 * @to: none ends after
 *
 * Moves each as little as possible (the sum of squares is least).
 *
 * Returns: whether they fit; else @starts are left alone
 */
gboolean
bw_spread (double       *starts,
           const double *lengths,
           guint         n,
           double        gap,
           double        from,
           double        to)
{
  g_autofree Block *blocks = g_new (Block, MAX (n, 1));
  guint n_blocks = 0;
  double before = 0;

  for (guint i = 0; i < n; i++)
    {
      blocks[n_blocks++] = (Block) { starts[i] - before, 1 };
      before += lengths[i] + gap;

      while (n_blocks > 1 && mean_of (&blocks[n_blocks - 2]) > mean_of (&blocks[n_blocks - 1]))
        {
          n_blocks--;
          blocks[n_blocks - 1].sum += blocks[n_blocks].sum;
          blocks[n_blocks - 1].n += blocks[n_blocks].n;
        }
    }

  before -= gap;
  if (n > 0 && before > to - from)
    return FALSE;

  for (guint b = 0, i = 0; b < n_blocks; b++)
    {
      for (guint k = 0; k < blocks[b].n; k++)
        starts[i++] = CLAMP (mean_of (&blocks[b]), from, to - before);
    }

  before = 0;
  for (guint i = 0; i < n; i++)
    {
      starts[i] += before;
      before += lengths[i] + gap;
    }

  return TRUE;
}
