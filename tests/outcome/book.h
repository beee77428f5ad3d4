/* A made book of customers with an outcome, ready to have weights learned from it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../score/fixture.h"
#include "outcome/judged.h"
#include "outcome/suggest.h"

G_BEGIN_DECLS

#define BOOK_METRIC(id) "{'id': '" id "', 'name': '" id "', 'column': '" id "', 'scale': {'type': 'linear', 'from': 0, 'to': 100}}"

/* A book of two useful metrics, one of noise and one that speaks against its direction. */
typedef struct
{
  guint  n;
  double useful;   /* how strongly the first speaks; the second half as strongly */
  double base;     /* log odds of leaving */
} Shape;

typedef struct
{
  BwPanel    *panel;
  BwModel    *model;
  BwOutcome  *outcome;
  BwCohort   *cohort;
  BwPrepared *prepared;
} Book;

void   book_init (Book        *self,
                  const Shape *shape,
                  guint32      seed);
void   book_judge (Book                  *self,
                   const BwOutcomeChoice *choice);
void   book_clear (Book *self);
double book_share (const BwSuggestion *suggestion,
                   guint               metric);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

G_END_DECLS
