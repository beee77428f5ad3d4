/* A model as one SELECT, so that a warehouse scores its customers where their data is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

#define BW_SQL_ERROR (bw_sql_error_quark ())

/**
 * BwSqlError:
 * @BW_SQL_ERROR_MODEL: the model cannot be written as SQL; the message says why and what to do
 * @BW_SQL_ERROR_NAME: a name of the table or of a column that the dialect cannot have
 */
typedef enum
{
  BW_SQL_ERROR_MODEL,
  BW_SQL_ERROR_NAME,
} BwSqlError;

GQuark bw_sql_error_quark (void);

typedef enum
{
  BW_SQL_POSTGRESQL,
  BW_SQL_DUCKDB,
  BW_SQL_SQLITE,
  BW_SQL_BIGQUERY,
  BW_SQL_SNOWFLAKE,
  BW_SQL_SPARK,
} BwSqlDialect;

#define BW_N_SQL_DIALECTS (BW_SQL_SPARK + 1)

#define BW_SQL_TABLE "panel"
#define BW_SQL_KEY   "customer"
#define BW_SQL_DATE  "snapshot"

/**
 * BwSqlOptions:
 * @table: (nullable): the table that is read, its parts separated by dots; %NULL for
 *   %BW_SQL_TABLE, likewise @key and @date
 * @key: (nullable): the column that tells customers apart
 * @date: (nullable): the column with the date of the snapshot
 * @with_names: also the names of segment and band, as the model has them
 * @with_rank: also rank and percentile in segment and snapshot
 * @with_groups: also the score of each group
 * @with_metrics: also the score of each metric
 * @with_reason: also the score before caps and floors, and the reason of the rule that changed it
 */
typedef struct
{
  BwSqlDialect dialect;
  const char  *table;
  const char  *key;
  const char  *date;
  gboolean     with_names;
  gboolean     with_rank;
  gboolean     with_groups;
  gboolean     with_metrics;
  gboolean     with_reason;
} BwSqlOptions;

const char *bw_sql_dialect_get_id (BwSqlDialect dialect);
const char *bw_sql_dialect_get_name (BwSqlDialect dialect);
gboolean    bw_sql_dialect_find (const char   *id,
                                 BwSqlDialect *out);
char       *bw_model_to_sql (const BwModel      *self,
                             const BwSqlOptions *options,
                             GError            **error);

G_END_DECLS
