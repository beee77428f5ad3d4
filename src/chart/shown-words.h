/* A score in the words that were chosen for scores: the one place that decides them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer's score is shown as chosen. What has no such word stays a number: a rank or percentile
 * of another date or a mean, or of models compared over very many customers; the ends of steps that
 * add up in points, which show the word beside the number; two scores whose words read alike though the scores differ. A mean is a
 * number or a percentage. Axes of scores and the edges of bands are always 0 to 100: they are
 * dragged and typed in numbers. */

#pragma once

#include "score/results.h"
#include "score/shown-as.h"

G_BEGIN_DECLS

char *bw_shown_words (BwShownAs      as,
                      const BwModel *model,
                      double         score);
char *bw_shown_words_of_row (BwShownAs        as,
                             const BwResults *results,
                             gsize            row);
char *bw_shown_words_in_full (BwShownAs        as,
                              const BwResults *results,
                              gsize            row);
char *bw_shown_words_with_number (BwShownAs      as,
                                  const BwModel *model,
                                  double         score);
char *bw_shown_words_with_number_of_row (BwShownAs        as,
                                         const BwResults *results,
                                         gsize            row);
char *bw_shown_words_and_band (BwShownAs      as,
                               const BwModel *model,
                               double         score);
void  bw_shown_words_of_two (BwShownAs      as,
                             const BwModel *model,
                             double         from,
                             double         to,
                             char         **from_words,
                             char         **to_words);
char *bw_shown_words_of_mean (BwShownAs as,
                              double    mean,
                              int       decimals);
char *bw_shown_words_of_bar (BwShownAs      as,
                             const BwModel *model,
                             double         from,
                             double         to);
char *bw_shown_sentence (BwShownAs        as,
                         const BwResults *results,
                         gsize            row,
                         const char      *customer);

G_END_DECLS
