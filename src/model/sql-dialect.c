/* The dialects of SQL, one row each: how they quote, and what they call things. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a phrase, $1 and $2 are what it is about. None of them uses LIKE, whose upper and lower case
 * and whose escapes differ from one warehouse to the next. SQLite has no booleans: there a column
 * whose texts are all true and false is one, as it is in a file. */

#include "model/sql-dialect.h"

/* A cast from yes and no to a number is refused by some, so it goes through the text; the same
 * phrase serves a column of which only the warehouse knows whether it holds numbers. */
#define AMOUNT(text, number) \
  "CASE " text " WHEN 'true' THEN 1.0 WHEN 'false' THEN 0.0 ELSE " number " END"

#define FLAG "CASE WHEN $1 THEN 1.0 WHEN NOT $1 THEN 0.0 END"

static const BwSqlDialectRow rows[BW_N_SQL_DIALECTS] = {
  [BW_SQL_POSTGRESQL] = {
    .id = "postgresql", .name = "PostgreSQL", .text_type = "text",
    .name_quote = '"', .names = BW_SQL_DOUBLED, .texts = BW_SQL_MARKED,
    .number = "$1", .whole = "$1", .exponent = "$1",
    .double_open = "CAST(", .double_close = " AS double precision)",
    .as_number = "CAST($1 AS double precision)",
    .as_flag = "CAST(" FLAG " AS double precision)",
    .as_amount = AMOUNT ("CAST($1 AS text)", "CAST(CAST($1 AS text) AS double precision)"),
    .as_text = "CAST($1 AS text) COLLATE \"C\"",
    .as_date = "CAST($1 AS date)",
    .as_day = "SUBSTR(CAST($1 AS text), 1, 10) COLLATE \"C\"",
    .any_number = "CASE WHEN CAST(PG_TYPEOF($1) AS text) IN ('smallint', 'integer', 'bigint', 'numeric', "
                  "'real', 'double precision') THEN CAST(CAST($1 AS text) AS double precision) "
                  "WHEN CAST(PG_TYPEOF($1) AS text) = 'boolean' THEN CASE CAST($1 AS text) "
                  "WHEN 'true' THEN 1.0 WHEN 'false' THEN 0.0 END END",
    .any_text = "CASE WHEN CAST(PG_TYPEOF($1) AS text) NOT IN ('smallint', 'integer', 'bigint', 'numeric', "
                "'real', 'double precision', 'boolean') THEN CAST($1 AS text) END COLLATE \"C\"",
    .as_present = "$1",
    .date = "DATE $1", .days = "CAST($1 - $2 AS double precision)",
    .contains = "STRPOS($1, $2) > 0",
    .floor = "FLOOR($1)", .whole_part = "($1) / $2",
    .apart_open = "", .apart_close = "OFFSET 0",
  },
  [BW_SQL_DUCKDB] = {
    .id = "duckdb", .name = "DuckDB", .text_type = "VARCHAR",
    .name_quote = '"', .names = BW_SQL_DOUBLED, .texts = BW_SQL_DOUBLED,
    .number = "$1e0", .whole = "$1e0", .exponent = "$1",
    .double_open = "", .double_close = "",
    .as_number = "CAST($1 AS DOUBLE)",
    .as_flag = "CAST($1 AS DOUBLE)",
    .as_amount = "CAST($1 AS DOUBLE)",
    .as_text = "CAST($1 AS VARCHAR) COLLATE C",
    .as_date = "CAST($1 AS DATE)",
    .as_day = "SUBSTR(CAST($1 AS VARCHAR), 1, 10) COLLATE C",
    .any_number = "CASE WHEN TYPEOF($1) = 'VARCHAR' OR STARTS_WITH(TYPEOF($1), 'ENUM') THEN NULL "
                  "ELSE TRY_CAST($1 AS DOUBLE) END",
    .any_text = "CASE WHEN TYPEOF($1) = 'VARCHAR' OR STARTS_WITH(TYPEOF($1), 'ENUM') "
                "THEN CAST($1 AS VARCHAR) END COLLATE C",
    .as_present = "$1",
    .date = "DATE $1", .days = "CAST(DATE_DIFF('day', $2, $1) AS DOUBLE)",
    .contains = "STRPOS($1, $2) > 0",
    .floor = "FLOOR($1)", .whole_part = "($1) // $2",
    .apart_open = "",
  },
  [BW_SQL_SQLITE] = {
    .id = "sqlite", .name = "SQLite", .text_type = "TEXT",
    .name_quote = '"', .names = BW_SQL_DOUBLED, .texts = BW_SQL_DOUBLED,
    .number = "$1", .whole = "$1.0", .exponent = "$1",
    .double_open = "", .double_close = "",
    .as_number = "CAST(NULLIF($1, '') AS REAL)",
    .as_flag = AMOUNT ("$1", "CAST(NULLIF($1, '') AS REAL)"),
    .as_amount = AMOUNT ("$1", "CAST(NULLIF($1, '') AS REAL)"),
    .as_text = "NULLIF(CAST($1 AS TEXT), '') COLLATE BINARY",
    .as_date = "NULLIF(SUBSTR($1, 1, 10), '')",
    .as_day = "NULLIF(SUBSTR($1, 1, 10), '') COLLATE BINARY",
    .any_number = "CASE WHEN TYPEOF($1) <> 'text' THEN CAST($1 AS REAL) "
                  "WHEN MAX($1 COLLATE BINARY NOT IN ('true', 'false', '')) OVER () = 0 "
                  "THEN CASE $1 WHEN 'true' THEN 1.0 WHEN 'false' THEN 0.0 END END",
    .any_text = "CASE WHEN TYPEOF($1) = 'text' THEN NULLIF($1, '') END COLLATE BINARY",
    .as_present = "NULLIF($1, '')",
    .date = "$1", .days = "(JULIANDAY($1) - JULIANDAY($2))",
    .contains = "INSTR($1, $2) > 0",
    .floor = "CAST($1 AS INTEGER)", .whole_part = "($1) / $2",
    .apart_open = "MATERIALIZED ",
  },
  [BW_SQL_BIGQUERY] = {
    .id = "bigquery", .name = "BigQuery", .text_type = "STRING",
    .name_quote = '`', .names = BW_SQL_ESCAPED, .texts = BW_SQL_ESCAPED,
    .number = "$1", .whole = "$1.0", .exponent = "$1",
    .double_open = "", .double_close = "",
    .as_number = "CAST($1 AS FLOAT64)",
    .as_flag = FLAG,
    .as_amount = AMOUNT ("CAST($1 AS STRING)", "SAFE_CAST(CAST($1 AS STRING) AS FLOAT64)"),
    .as_text = "COLLATE(CAST($1 AS STRING), '')",
    .as_date = "CAST($1 AS DATE)",
    .as_day = "SUBSTR(CAST($1 AS STRING), 1, 10)",
    .any_number = "CASE WHEN STARTS_WITH(TO_JSON_STRING($1), '\"') THEN NULL "
                  "WHEN CAST($1 AS STRING) = 'true' THEN 1.0 WHEN CAST($1 AS STRING) = 'false' THEN 0.0 "
                  "ELSE SAFE_CAST(CAST($1 AS STRING) AS FLOAT64) END",
    .any_text = "COLLATE(CASE WHEN STARTS_WITH(TO_JSON_STRING($1), '\"') THEN CAST($1 AS STRING) END, '')",
    .as_present = "$1",
    .date = "DATE $1", .days = "CAST(DATE_DIFF($1, $2, DAY) AS FLOAT64)",
    .contains = "STRPOS($1, $2) > 0",
    .floor = "FLOOR($1)", .whole_part = "DIV($1, $2)",
    .apart_open = "",
  },
  [BW_SQL_SNOWFLAKE] = {
    .id = "snowflake", .name = "Snowflake", .text_type = "VARCHAR",
    .name_quote = '"', .names = BW_SQL_DOUBLED, .texts = BW_SQL_ESCAPED,
    .number = "$1", .whole = "$1", .exponent = "$1",
    .double_open = "CAST(", .double_close = " AS DOUBLE)",
    .as_number = "CAST($1 AS DOUBLE)",
    .as_flag = "CAST(" FLAG " AS DOUBLE)",
    .as_amount = "CASE WHEN TYPEOF(TO_VARIANT($1)) = 'BOOLEAN' "
                 "THEN CASE WHEN AS_BOOLEAN(TO_VARIANT($1)) THEN 1.0 "
                 "WHEN NOT AS_BOOLEAN(TO_VARIANT($1)) THEN 0.0 END "
                 "ELSE TO_DOUBLE(TO_VARIANT($1)) END",
    .as_text = "COLLATE(CAST($1 AS VARCHAR), '')",
    .as_date = "CAST($1 AS DATE)",
    .as_day = "CASE WHEN TYPEOF(TO_VARIANT($1)) = 'VARCHAR' THEN CAST($1 AS VARCHAR) "
              "ELSE TO_VARCHAR(TO_DATE(TO_VARIANT($1)), 'YYYY-MM-DD') END",
    .any_number = "CASE WHEN TYPEOF(TO_VARIANT($1)) = 'VARCHAR' THEN NULL "
                  "WHEN TYPEOF(TO_VARIANT($1)) = 'BOOLEAN' "
                  "THEN CASE WHEN AS_BOOLEAN(TO_VARIANT($1)) THEN 1.0 "
                  "WHEN NOT AS_BOOLEAN(TO_VARIANT($1)) THEN 0.0 END "
                  "ELSE TO_DOUBLE(TO_VARIANT($1)) END",
    .any_text = "AS_VARCHAR(TO_VARIANT($1))",
    .as_present = "$1",
    .date = "DATE $1", .days = "CAST(DATEDIFF('day', $2, $1) AS DOUBLE)",
    .contains = "POSITION($2, $1) > 0",
    .floor = "FLOOR($1)", .whole_part = "FLOOR((($1) - MOD($1, $2)) / $2)",
    .apart_open = "",
  },
  [BW_SQL_SPARK] = {
    .id = "spark", .name = "Spark", .text_type = "STRING",
    .name_quote = '`', .names = BW_SQL_DOUBLED, .texts = BW_SQL_ESCAPED, .substitutes = TRUE,
    .number = "$1D", .whole = "$1.0D", .exponent = "$1D",
    .double_open = "", .double_close = "",
    .as_number = "CAST($1 AS DOUBLE)",
    .as_flag = "CAST($1 AS DOUBLE)",
    .as_amount = "CAST($1 AS DOUBLE)",
    .as_text = "CAST($1 AS STRING)",
    .as_date = "CAST($1 AS DATE)",
    .as_day = "SUBSTR(CAST($1 AS STRING), 1, 10)",
    .any_number = "CASE WHEN SUBSTR(TYPEOF($1), 1, 6) = 'string' THEN NULL ELSE CAST($1 AS DOUBLE) END",
    .any_text = "CASE WHEN SUBSTR(TYPEOF($1), 1, 6) = 'string' THEN CAST($1 AS STRING) END",
    .as_present = "$1",
    .date = "DATE $1", .days = "CAST(DATEDIFF($1, $2) AS DOUBLE)",
    .contains = "INSTR($1, $2) > 0",
    .floor = "CAST(FLOOR($1) AS DOUBLE)", .whole_part = "($1) DIV $2",
    .apart_open = "",
  },
};

const BwSqlDialectRow *
bw_sql_dialect_get_row (BwSqlDialect dialect)
{
  return &rows[dialect];
}

/**
 * bw_sql_dialect_get_id:
 *
 * Returns: what the command line calls the dialect
 */
const char *
bw_sql_dialect_get_id (BwSqlDialect dialect)
{
  g_return_val_if_fail ((guint) dialect < BW_N_SQL_DIALECTS, NULL);

  return rows[dialect].id;
}

/**
 * bw_sql_dialect_get_name:
 *
 * Returns: what people call the dialect; not translated
 */
const char *
bw_sql_dialect_get_name (BwSqlDialect dialect)
{
  g_return_val_if_fail ((guint) dialect < BW_N_SQL_DIALECTS, NULL);

  return rows[dialect].name;
}

/**
 * bw_sql_dialect_find:
 * @out: (out): the dialect
 *
 * Returns: whether there is one of that id
 */
gboolean
bw_sql_dialect_find (const char   *id,
                     BwSqlDialect *out)
{
  for (guint i = 0; i < BW_N_SQL_DIALECTS; i++)
    {
      if (g_str_equal (rows[i].id, id))
        {
          *out = i;
          return TRUE;
        }
    }

  return FALSE;
}
