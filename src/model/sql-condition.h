/* How each test of a condition is written as SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/condition.h"
#include "model/sql-parts.h"

G_BEGIN_DECLS

void bw_sql_test_is (const BwCondition *self,
                     const BwSqlValue  *value,
                     BwSqlWriter       *out);
void bw_sql_test_is_not (const BwCondition *self,
                         const BwSqlValue  *value,
                         BwSqlWriter       *out);
void bw_sql_test_contains (const BwCondition *self,
                           const BwSqlValue  *value,
                           BwSqlWriter       *out);
void bw_sql_test_less (const BwCondition *self,
                       const BwSqlValue  *value,
                       BwSqlWriter       *out);
void bw_sql_test_at_most (const BwCondition *self,
                          const BwSqlValue  *value,
                          BwSqlWriter       *out);
void bw_sql_test_more (const BwCondition *self,
                       const BwSqlValue  *value,
                       BwSqlWriter       *out);
void bw_sql_test_at_least (const BwCondition *self,
                           const BwSqlValue  *value,
                           BwSqlWriter       *out);
void bw_sql_test_between (const BwCondition *self,
                          const BwSqlValue  *value,
                          BwSqlWriter       *out);
void bw_sql_test_empty (const BwCondition *self,
                        const BwSqlValue  *value,
                        BwSqlWriter       *out);

G_END_DECLS
