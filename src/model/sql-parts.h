/* What the parts of a SELECT share: columns and how they are read, names that we give. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sql-writer.h"

G_BEGIN_DECLS

/**
 * BwSqlValue:
 * @number: (nullable): the column of a step that holds it as a double; missing where it is none
 * @text: (nullable): likewise as text
 * @date: (nullable): likewise as date
 * @present: (nullable): likewise as what it is, to ask whether it is missing
 *
 * What conditions and scales look at. Where a type is known there is one of them; a column that may
 * hold numbers or texts has both, and a row fills one.
 */
typedef struct
{
  const char *number;
  const char *text;
  const char *date;
  const char *present;
} BwSqlValue;

/**
 * BwSqlForm:
 *
 * How a column is read.
 */
typedef enum
{
  BW_SQL_AS_NUMBER,
  BW_SQL_AS_FLAG,
  BW_SQL_AS_AMOUNT,
  BW_SQL_AS_TEXT,
  BW_SQL_AS_DATE,
  BW_SQL_AS_DAY,
  BW_SQL_AS_ANY,
  BW_SQL_AS_PRESENT,
} BwSqlForm;

/**
 * BwSqlColumn:
 * @name: as the table has it
 * @can: types that all uses in the model allow
 */
typedef struct
{
  const char *name;
  guint       can;
  BwSqlForm   form;
  BwSqlValue  value;
} BwSqlColumn;

/**
 * BwSql:
 * @names: keeps the names that we give
 * @taken: those that are given, in small letters
 * @columns: (element-type BwSqlColumn): of the panel, that the model looks at
 * @metrics: by metric, a word for its columns, unique; likewise @groups
 * @scored: by metric, whether its score is needed
 * @raw: by metric, whether its raw value is needed
 * @days: (element-type utf8): columns whose days-since a condition looks at
 * @step: the name of the step that was written last
 *
 * A SELECT while it is written.
 */
typedef struct
{
  BwSqlWriter         out;
  const BwModel      *model;
  const BwSqlOptions *options;
  GStringChunk       *names;
  GHashTable         *taken;
  GArray             *columns;
  const char        **metrics;
  const char        **groups;
  gboolean           *scored;
  gboolean           *raw;
  GPtrArray          *days;
  const char         *step;
} BwSql;

const char *bw_sql_word (BwSql      *self,
                         const char *prefix,
                         const char *text);
const char *bw_sql_kept (BwSql      *self,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);

void               bw_sql_find_columns (BwSql *self);
const BwSqlColumn *bw_sql_find_column (const BwSql *self,
                                       const char  *name);
BwSqlValue         bw_sql_value_of_metric (BwSql *self,
                                           guint  metric);
BwSqlValue         bw_sql_value_of_subject (BwSql             *self,
                                            const BwCondition *condition);

const char *bw_sql_begin_step (BwSql      *self,
                               const char *what,
                               const char *name);
void        bw_sql_end_step (BwSql      *self,
                             const char *from);

gboolean bw_sql_has_rules (const BwSql *self,
                           gboolean     cap);
gboolean bw_sql_is_weighed (const BwSql *self,
                            guint        metric);

void bw_sql_write_rows (BwSql *self);
void bw_sql_write_raw (BwSql *self);
void bw_sql_write_metrics (BwSql *self);
void bw_sql_write_weights (BwSql *self);
void bw_sql_write_scores (BwSql *self);
void bw_sql_write_results (BwSql *self);

void bw_sql_conditions (BwSql              *self,
                        const BwConditions *where);
void bw_sql_metric_score (BwSql *self,
                          guint  metric);

G_END_DECLS
