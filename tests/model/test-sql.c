/* A model as SQL, as text: what is refused, what each dialect promises, how columns are read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/sql.h"

#include <string.h>

#define METRIC(id, column, scale) \
  "{\"id\": \"" id "\", \"group\": \"g\", \"column\": \"" column "\", \"scale\": " scale "}"
#define LINEAR_TO(to) "{\"type\": \"linear\", \"from\": 0, \"to\": " to "}"
#define CATEGORIES(values) "{\"type\": \"categories\", \"values\": {" values "}}"
#define REST_WEIGHS_A "{\"id\": \"rest\", \"name\": \"Rest\", \"weights\": {\"a\": 1}}"

static void
test_dialects (void)
{
  g_autoptr(BwModel) model = fixture_model (METRIC ("a", "plan", CATEGORIES ("\"Pro\": 20")),
                                            REST_WEIGHS_A, NULL);
  BwSqlDialect found;

  for (guint dialect = 0; dialect < BW_N_SQL_DIALECTS; dialect++)
    {
      const BwSqlOptions options = { dialect };
      g_autofree char *sql = bw_model_to_sql (model, &options, NULL);

      g_assert_true (bw_sql_dialect_find (bw_sql_dialect_get_id (dialect), &found));
      g_assert_cmpuint (found, ==, dialect);
      g_assert_nonnull (strstr (sql, bw_sql_dialect_get_name (dialect)));
      g_assert_null (strstr (sql, "(null)"));
      g_assert_null (strchr (sql, ';'));
      g_assert_null (strstr (sql, "$1"));
      g_assert_null (strstr (sql, " AS rank"));
      g_assert_null (strstr (sql, " AS reason"));
      g_assert_nonnull (strstr (sql, dialect == BW_SQL_BIGQUERY || dialect == BW_SQL_SPARK
                                ? "FROM `panel` AS t" : "FROM \"panel\" AS t"));
    }
  g_assert_false (bw_sql_dialect_find ("oracle", &found));
}

/* Numbers are doubles wherever they stand: nowhere is a whole divided by a whole. */
static void
test_numbers (void)
{
  static const char *const thirds[BW_N_SQL_DIALECTS] = {
    [BW_SQL_POSTGRESQL] = "THEN 0.3333333333333333\n",
    [BW_SQL_DUCKDB] = "THEN 0.3333333333333333e0\n",
    [BW_SQL_SQLITE] = "THEN 0.3333333333333333\n",
    [BW_SQL_BIGQUERY] = "THEN 0.3333333333333333\n",
    [BW_SQL_SNOWFLAKE] = "THEN 0.3333333333333333\n",
    [BW_SQL_SPARK] = "THEN 0.3333333333333333D\n",
  };
  g_autoptr(BwModel) model = fixture_model (
    "{\"id\": \"a\", \"group\": \"g\", \"column\": \"x\", \"scale\": {\"type\": \"linear\", \"from\": -5, "
    "\"to\": 1e300}}, {\"id\": \"b\", \"group\": \"g\", \"column\": \"y\", \"scale\": {\"type\": \"linear\", "
    "\"from\": 7, \"to\": 7}}",
    "{\"id\": \"rest\", \"name\": \"Rest\", \"weights\": {\"a\": 1, \"b\": 2}}", NULL);

  for (guint dialect = 0; dialect < BW_N_SQL_DIALECTS; dialect++)
    {
      const BwSqlOptions options = { dialect };
      g_autofree char *sql = bw_model_to_sql (model, &options, NULL);

      g_assert_nonnull (strstr (sql, thirds[dialect]));
      g_assert_nonnull (strstr (sql, "1e+300"));
      g_assert_null (strstr (sql, "e+300e0"));
      g_assert_nonnull (strstr (sql, "(col_x + 5"));
      g_assert_nonnull (strstr (sql, "WHEN col_y < 7"));
      g_assert_null (strstr (sql, "/ 0"));
    }
}

/* What the model does not say of a column's type, the SELECT asks the database for. */
static void
test_types (void)
{
  g_autoptr(BwModel) model = fixture_model (
    METRIC ("a", "overdue", CATEGORIES ("\"1\": 3")) ", " METRIC ("b", "code", CATEGORIES ("\"7\": 3")) ", "
    METRIC ("c", "plan", CATEGORIES ("\"yes\": 3")) ", " METRIC ("d", "part", LINEAR_TO ("1")) ", "
    METRIC ("e", "whole", LINEAR_TO ("9")) ", " METRIC ("f", "tier", CATEGORIES ("\"Pro\": 3")),
    "{\"id\": \"rest\", \"name\": \"Rest\", "
    "\"weights\": {\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5, \"f\": 6}}", NULL);
  const BwSqlOptions options = { BW_SQL_POSTGRESQL };
  g_autofree char *sql = bw_model_to_sql (model, &options, NULL);

  g_assert_nonnull (strstr (sql, "PG_TYPEOF(t.\"overdue\")"));
  g_assert_nonnull (strstr (sql, "(text_code = '7' OR number_code = 7)"));
  g_assert_nonnull (strstr (sql, "(text_plan = 'yes' OR number_plan = 1)"));
  g_assert_nonnull (strstr (sql, "CASE CAST(t.\"part\" AS text) WHEN 'true' THEN 1.0"));
  g_assert_nonnull (strstr (sql, "CASE CAST(t.\"whole\" AS text) WHEN 'true' THEN 1.0"));
  g_assert_nonnull (strstr (sql, "CAST(t.\"tier\" AS text) COLLATE \"C\" AS col_tier"));
  g_assert_nonnull (strstr (sql, "WHEN col_tier = 'Pro' THEN 3"));
}

/* Names that come out alike are told apart. */
static void
test_words (void)
{
  g_autoptr(BwModel) model = fixture_model (
    METRIC ("a b", "X y", "{\"type\": \"linear\", \"from\": 0, \"to\": 9}") ", "
    METRIC ("a-b", "x-Y", "{\"type\": \"linear\", \"from\": 0, \"to\": 9}") ", "
    METRIC ("\xe2\x82\xac", "\xe5\xa3\xb2", "{\"type\": \"linear\", \"from\": 0, \"to\": 9}"),
    "{\"id\": \"rest\", \"name\": \"Rest\", \"weights\": {\"a b\": 1, \"a-b\": 2, \"\xe2\x82\xac\": 1}}", NULL);
  const BwSqlOptions options = { BW_SQL_DUCKDB, .table = "Read_Rows", .with_metrics = TRUE };
  g_autofree char *sql = bw_model_to_sql (model, &options, NULL);

  g_assert_nonnull (strstr (sql, "AS metric_a_b,"));
  g_assert_nonnull (strstr (sql, "AS metric_a_b_2,"));
  g_assert_nonnull (strstr (sql, "CAST(t.\"X y\" AS DOUBLE) AS col_x_y,"));
  g_assert_nonnull (strstr (sql, "CAST(t.\"x-Y\" AS DOUBLE) AS col_x_y_2,"));
  g_assert_nonnull (strstr (sql, "read_rows_ AS (")); /* no step is called as the table is */
}

typedef struct
{
  const char  *name;
  BwSqlDialect dialect;
  const char  *metrics;
  const char  *where;
  const char  *table;
  const char  *what;
} Refusal;

#define LINEAR LINEAR_TO ("9")

static const Refusal refusals[] = {
  { "percentile", BW_SQL_SQLITE, METRIC ("a", "x", "{\"type\": \"percentile\"}"), NULL, NULL, "metrics[0] (a): " },
  { "number-and-text", BW_SQL_DUCKDB, METRIC ("a", "x", LINEAR),
    "{\"column\": \"x\", \"contains\": \"b\"}", NULL, "“x”" },
  { "number-and-date", BW_SQL_DUCKDB, METRIC ("a", "x", LINEAR),
    "{\"days-since\": \"x\", \"less\": 3}", NULL, "“x”" },
  { "empty-table", BW_SQL_SQLITE, METRIC ("a", "x", LINEAR), NULL, "", "empty" },
  { "empty-schema", BW_SQL_SQLITE, METRIC ("a", "x", LINEAR), NULL, "a..b", "empty" },
  { "substituted", BW_SQL_SPARK, METRIC ("a", "${x}", LINEAR), NULL, NULL, "${" },
  { "far-apart", BW_SQL_SQLITE,
    METRIC ("a", "x", "{\"type\": \"curve\", \"points\": [[-1.7e308, 0], [1.7e308, 9]]}"), NULL, NULL,
    "metrics[0] (a): " },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autofree char *where =
    refusal->where == NULL ? g_strdup ("") :
    g_strdup_printf ("{\"id\": \"s\", \"name\": \"S\", \"where\": {\"all\": [%s]}, \"weights\": {}},", refusal->where);
  g_autofree char *segments =
    g_strdup_printf ("%s {\"id\": \"rest\", \"name\": \"Rest\", \"weights\": {\"a\": 1}}", where);
  g_autoptr(BwModel) model = fixture_model (refusal->metrics, segments, NULL);
  const BwSqlOptions options = { refusal->dialect, refusal->table };
  g_autoptr(GError) error = NULL;

  g_assert_null (bw_model_to_sql (model, &options, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == BW_SQL_ERROR);
  g_assert_nonnull (strstr (error->message, refusal->what));
}

/* What no segment weighs is not read, and does not stand in the way. */
static void
test_unused (void)
{
  g_autoptr(BwModel) model = fixture_model (
    METRIC ("a", "x", LINEAR) ", " METRIC ("b", "unused", "{\"type\": \"percentile\"}"),
    "{\"id\": \"rest\", \"name\": \"Rest\", \"weights\": {\"a\": 1, \"b\": 0}}", NULL);
  const BwSqlOptions options = { BW_SQL_SQLITE };
  g_autofree char *sql = bw_model_to_sql (model, &options, NULL);

  g_assert_nonnull (sql);
  g_assert_null (strstr (sql, "unused"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/model/sql/refusal/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/model/sql/dialects", test_dialects);
  g_test_add_func ("/model/sql/numbers", test_numbers);
  g_test_add_func ("/model/sql/types", test_types);
  g_test_add_func ("/model/sql/words", test_words);
  g_test_add_func ("/model/sql/unused", test_unused);

  return g_test_run ();
}
