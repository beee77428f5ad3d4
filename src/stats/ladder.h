/* Scores of those who left and those who stayed, from the lowest up: what tells how well they part. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Low is bad: a good score is low for those who left. All figures are exact, ties included. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwRung:
 * @n: rows with this score, those who left among them
 * @n_gone: those who left
 * @money: of all of them, likewise @money_gone
 */
typedef struct
{
  double score;
  gsize  n;
  gsize  n_gone;
  double money;
  double money_gone;
} BwRung;

/**
 * BwLadder:
 * @rungs: (array length=n_rungs): each distinct score once, rising
 */
typedef struct
{
  BwRung *rungs;
  gsize   n_rungs;
  gsize   n;
  gsize   n_gone;
  double  money;
  double  money_gone;
} BwLadder;

/**
 * BwRate:
 * @n: rows, a broken number where a tie was cut
 * @n_gone: those of them who left
 * @rate: @n_gone / @n, NaN where there are none; likewise the rest
 * @low: lower end of the 95 % interval (Wilson)
 * @high: upper end
 */
typedef struct
{
  double n;
  double n_gone;
  double rate;
  double low;
  double high;
} BwRate;

/**
 * BwTenth:
 * @least: lowest score in it; NaN, as @most and @mean, where it is empty
 * @most: highest score in it
 * @mean: mean score
 * @gain: share of all who left that are in this part and those below it; the last has 1
 */
typedef struct
{
  BwRate rate;
  double least;
  double most;
  double mean;
  double money;
  double money_gone;
  double gain;
} BwTenth;

/**
 * BwAuc:
 * @auc: chance that one who left has the lower score, ties half; NaN where one of the two kinds is
 *   missing, as are the others
 * @se: its standard error (DeLong); NaN under two of a kind
 * @low: lower end of the 95 % interval, within 0…1
 * @high: upper end
 */
typedef struct
{
  gsize  n_gone;
  gsize  n_stayed;
  double auc;
  double se;
  double low;
  double high;
} BwAuc;

/* A point of the ROC: calling all at or below a score at risk. */
typedef struct
{
  double score;        /* −∞ for nobody */
  double false_alarms; /* share of those who stayed */
  double caught;       /* share of those who left */
} BwRocPoint;

BwLadder *bw_ladder_new (const double *scores,
                         const guint8 *gone,
                         const double *money,
                         gsize         n);
void      bw_ladder_free (BwLadder *self);
BwAuc     bw_ladder_get_auc (const BwLadder *self);
double    bw_ladder_get_ks (const BwLadder *self,
                            double         *at);
void      bw_ladder_get_parts (const BwLadder *self,
                               guint           n_parts,
                               BwTenth        *parts);
GArray   *bw_ladder_list_roc (const BwLadder *self);

BwRate bw_rate (double n_gone,
                double n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwLadder, bw_ladder_free)

G_END_DECLS
