/* How each derivation is written as SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/derivation.h"
#include "model/sql-writer.h"

G_BEGIN_DECLS

/**
 * BwSqlOperands:
 * @column: its column in the step before, as a number or a date
 * @other: (nullable): likewise its second column
 * @word: of the metric, which names the columns with what was before
 *
 * What a derivation is worked out from. In the step that derives, r is the row itself, and back_3
 * that of the same customer three snapshots before.
 */
typedef struct
{
  const char *column;
  const char *other;
  const char *word;
} BwSqlOperands;

void bw_derivation_write_sql (const BwDerivation  *self,
                              const BwSqlOperands *of,
                              BwSqlWriter         *out);

void bw_sql_derive_days_since (const BwDerivation  *self,
                               const BwSqlOperands *of,
                               BwSqlWriter         *out);
void bw_sql_derive_days_between (const BwDerivation  *self,
                                 const BwSqlOperands *of,
                                 BwSqlWriter         *out);
void bw_sql_derive_change (const BwDerivation  *self,
                           const BwSqlOperands *of,
                           BwSqlWriter         *out);
void bw_sql_derive_mean (const BwDerivation  *self,
                         const BwSqlOperands *of,
                         BwSqlWriter         *out);
void bw_sql_derive_ratio (const BwDerivation  *self,
                          const BwSqlOperands *of,
                          BwSqlWriter         *out);

G_END_DECLS
