/* What a condition can be on: a column, the days since a date, a metric; and the tests that fit. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

/**
 * BwRuleSubject:
 * @name: the column, or the metric's id
 * @title: for people
 * @group: heads those that belong together
 * @type: of its values
 * @currency: (nullable): of money
 * @column: (nullable): the panel's column that has the same values
 * @days: its numbers are days
 */
typedef struct
{
  BwSubject    subject;
  char        *name;
  char        *title;
  char        *group;
  BwColumnType type;
  char        *currency;
  char        *column;
  gboolean     days;
} BwRuleSubject;

/* Returns: (transfer full) (element-type BwRuleSubject) */
GPtrArray  *bw_rule_subjects_list (BwPanel       *panel,
                                   const BwModel *model);
guint       bw_rule_subjects_find (GPtrArray  *subjects,
                                   BwSubject   subject,
                                   const char *name);
const char *bw_rule_type_to_words (BwColumnType type);

/**
 * BwRuleTest:
 * @empty: of %BW_TEST_EMPTY: what is asked for
 * @title: as a person says it, between subject and operand
 */
typedef struct
{
  BwTest      test;
  gboolean    empty;
  const char *title;
} BwRuleTest;

gboolean bw_rule_types_test_alike (BwColumnType a,
                                   BwColumnType b);
guint    bw_rule_tests_fill (GArray      *tests,
                             BwColumnType type,
                             BwTest       test,
                             gboolean     empty);

gboolean bw_rule_subjects_are_same (const BwModel *a,
                                    const BwModel *b);

G_END_DECLS
