/* Scores of those who left and those who stayed, from the lowest up: what tells how well they part. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Low is bad: a good score is low for those who left. All figures are exact, ties included. */

#pragma once

#include "stats/rate.h"

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
double    bw_ladder_get_auc (const BwLadder *self);
double    bw_ladder_get_ks (const BwLadder *self,
                            double         *at);
void      bw_ladder_get_parts (const BwLadder *self,
                               guint           n_parts,
                               BwTenth        *parts);
GArray   *bw_ladder_list_roc (const BwLadder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwLadder, bw_ladder_free)

G_END_DECLS
