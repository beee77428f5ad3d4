/* How each kind of scale is written as SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/scale.h"
#include "model/sql-parts.h"

G_BEGIN_DECLS

void bw_scale_write_sql (const BwScale    *self,
                         const BwSqlValue *value,
                         BwSqlWriter      *out);

void bw_sql_scale_linear (const BwScale    *self,
                          const BwSqlValue *value,
                          BwSqlWriter      *out);
void bw_sql_scale_curve (const BwScale    *self,
                         const BwSqlValue *value,
                         BwSqlWriter      *out);
void bw_sql_scale_steps (const BwScale    *self,
                         const BwSqlValue *value,
                         BwSqlWriter      *out);
void bw_sql_scale_categories (const BwScale    *self,
                              const BwSqlValue *value,
                              BwSqlWriter      *out);
void bw_sql_scale_percentile (const BwScale    *self,
                              const BwSqlValue *value,
                              BwSqlWriter      *out);

G_END_DECLS
