/* A model as SQL, as text: what is quoted, what is refused, what each dialect promises. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the text does is held on real databases elsewhere; this reads it as a database's scanner
 * would, by rules written down here once more. */

#include "fixture.h"

#include "model/sql.h"

#include <string.h>

/* Every way out of quotes, comments and lines, each with a mark that must not get out. */
static const char *const attacks[] = {
  "EVIL'; DROP TABLE t; --",
  "EVIL\"; DROP TABLE t; --",
  "EVIL`; DROP TABLE t; --",
  "EVIL\\'; DROP TABLE t; --",
  "EVIL\\\\'; --",
  "EVIL\\",
  "EVIL''",
  "'EVIL'",
  "EVIL\nDROP TABLE t",
  "EVIL\r\nDROP TABLE t",
  "EVIL\rDROP",
  "EVIL -- \n EVIL",
  "EVIL */ EVIL /* EVIL",
  "$$EVIL$$ $1 $2 $",
  "EVIL %s %n %d",
  ("EVIL\xe2\x80\xa8" "EVIL\xe2\x80\xa9" "EVIL\xc2\x85" "EVIL"),
  ("\xe2\x80\xae" "EVIL"),
  "EVIL \xef\xbc\x87 \xca\xbc \xe2\x80\x99",
  "EVIL\x01\x08\x0c\x1b",
  "EVIL\tE'",
  "\xe5\xa3\xb2\xe4\xb8\x8a EVIL \xf0\x9f\x99\x82",
};

/* "text" as it stands in JSON. */
static char *
to_json (const char *text)
{
  GString *out = g_string_new ("\"");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');

  return g_string_free (out, FALSE);
}

/* A model that has the text wherever a user can write one. */
static BwModel *
model_of (const char *text)
{
  g_autofree char *json = to_json (text);
  g_autofree char *metrics = g_strdup_printf (
    "{\"id\": %s, \"name\": %s, \"group\": \"g\", \"column\": %s, \"scale\": "
    "{\"type\": \"categories\", \"values\": {%s: 20, \"other\": 40}}}", json, json, json, json);
  g_autofree char *segments = g_strdup_printf (
    "{\"id\": %s, \"name\": %s, \"where\": {\"any\": [{\"column\": %s, \"contains\": %s}, "
    "{\"column\": %s, \"is-not\": %s}, {\"column\": \"other\", \"one-of\": [%s, \"b\"]}]}, "
    "\"weights\": {%s: 1}}, {\"id\": \"rest\", \"name\": \"Rest\", \"weights\": {%s: 1}}",
    json, json, json, json, json, json, json, json, json);
  g_autofree char *rules = g_strdup_printf (
    "{\"at-most\": 40, \"where\": {\"all\": [{\"column\": %s, \"is\": %s}]}, \"reason\": %s}",
    json, json, json);

  return fixture_model (metrics, segments, rules);
}

static gboolean
is_backslash_text (BwSqlDialect dialect)
{
  return dialect == BW_SQL_BIGQUERY || dialect == BW_SQL_SNOWFLAKE || dialect == BW_SQL_SPARK;
}

/* Reads what stands in quotes from @p, behind the first. Returns: behind the last */
static const char *
read_quoted (const char *p,
             char        quote,
             gboolean    backslash,
             GString    *content)
{
  for (;;)
    {
      g_assert_cmpint (*p, !=, '\0');
      if (*p == quote && !backslash && p[1] == quote)
        p++;
      else if (*p == quote)
        return p + 1;
      else if (*p == '\\' && backslash)
        {
          static const char from[] = "nrt";
          static const char to[] = "\n\r\t";
          const char *named = strchr (from, *++p);

          if (g_str_has_prefix (p, "u0024"))
            {
              g_string_append_c (content, '$');
              p += 5;
              continue;
            }
          if (named != NULL && *p != '\0')
            {
              g_string_append_c (content, to[named - from]);
              p++;
              continue;
            }
          g_assert_nonnull (strchr ("\\'\"`", *p));
        }
      g_string_append_c (content, *p++);
    }
}

/**
 * scan:
 * @texts: what stood in quotes is added
 *
 * Returns: the text without what stands in quotes and comments
 */
static char *
scan (const char  *sql,
      BwSqlDialect dialect,
      GPtrArray   *texts)
{
  const gboolean ticks = dialect == BW_SQL_BIGQUERY || dialect == BW_SQL_SPARK;
  GString *rest = g_string_new (NULL);

  for (const char *p = sql; *p != '\0';)
    {
      g_autoptr(GString) content = g_string_new (NULL);
      const gboolean marked = dialect == BW_SQL_POSTGRESQL && p[0] == 'E' && p[1] == '\'';

      if (g_str_has_prefix (p, "--"))
        {
          p += strcspn (p, "\n");
          continue;
        }
      if (marked)
        p++;
      if (*p == '\'')
        p = read_quoted (p + 1, '\'', marked || is_backslash_text (dialect), content);
      else if (*p == (ticks ? '`' : '"'))
        p = read_quoted (p + 1, *p, dialect == BW_SQL_BIGQUERY, content);
      else
        {
          g_string_append_c (rest, *p++);
          continue;
        }
      g_ptr_array_add (texts, g_string_free (g_steal_pointer (&content), FALSE));
      g_string_append (rest, "Q");
    }

  return g_string_free (rest, FALSE);
}

/* What is left has only the letters of SQL, and its parentheses close. */
static void
hold_rest (const char *rest)
{
  int depth = 0;

  for (const char *p = rest; *p != '\0'; p++)
    {
      g_assert_true (g_ascii_isalnum (*p) || strchr (" \n_.,()<>=+-*/", *p) != NULL);
      depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
      g_assert_cmpint (depth, >=, 0);
    }
  g_assert_cmpint (depth, ==, 0);
  g_assert_null (strstr (rest, "EVIL"));
  g_assert_null (strstr (rest, "evil;"));
  g_assert_null (strstr (rest, "LIKE"));
  g_assert_true (g_str_has_suffix (rest, "\n"));
}

static void
test_attack (gconstpointer data)
{
  const char *text = data;
  g_autoptr(BwModel) model = model_of (text);

  for (guint dialect = 0; dialect < BW_N_SQL_DIALECTS; dialect++)
    {
      const BwSqlOptions options = {
        dialect, "a.b", text, text, TRUE, TRUE, TRUE, TRUE, TRUE
      };
      g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GError) error = NULL;
      g_autofree char *sql = bw_model_to_sql (model, &options, &error);
      g_autofree char *rest = NULL;
      guint n_whole = 0;

      g_assert_no_error (error);
      rest = scan (sql, dialect, texts);
      hold_rest (rest);
      for (guint i = 0; i < texts->len; i++)
        {
          const char *found = g_ptr_array_index (texts, i);

          if (strstr (found, "EVIL") == NULL)
            continue;

          g_assert_cmpstr (found, ==, text);
          n_whole++;
        }
      g_assert_cmpuint (n_whole, >=, 12);
    }
}

/* An attack as a comment sees it: nothing ends the line or turns it round. */
static void
test_comments (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autoptr(BwModel) model = model_of (attacks[i]);
      const BwSqlOptions options = { BW_SQL_SQLITE };
      g_autofree char *sql = bw_model_to_sql (model, &options, NULL);
      g_auto(GStrv) lines = g_strsplit (sql, "\n", -1);

      for (char **line = lines; *line != NULL; line++)
        {
          const char *comment = strstr (*line, "    -- ");

          if (comment == NULL || strchr (*line, '\'') < comment)
            continue;
          g_assert_null (strpbrk (comment, "\r\x01\x08\x0c\x1b\t"));
          g_assert_null (strstr (comment, "\xe2\x80\xa8"));
          g_assert_null (strstr (comment, "\xe2\x80\xae"));
        }
    }
}

static void
test_dialects (void)
{
  g_autoptr(BwModel) model = model_of ("plain");
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

#define METRIC(id, column, scale) \
  "{\"id\": \"" id "\", \"group\": \"g\", \"column\": \"" column "\", \"scale\": " scale "}"
#define LINEAR_TO(to) "{\"type\": \"linear\", \"from\": 0, \"to\": " to "}"
#define CATEGORIES(values) "{\"type\": \"categories\", \"values\": {" values "}}"

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
  g_assert_nonnull (strstr (sql, "col_plan IN ('yes', 'true')"));
  g_assert_nonnull (strstr (sql, "CASE CAST(t.\"part\" AS text) WHEN 'true' THEN 1.0"));
  g_assert_nonnull (strstr (sql, "CAST(t.\"whole\" AS double precision) AS col_whole"));
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

  for (gsize i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/sql/attack/%zu", i + 1);

      g_test_add_data_func (path, attacks[i], test_attack);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/model/sql/refusal/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/model/sql/comments", test_comments);
  g_test_add_func ("/model/sql/dialects", test_dialects);
  g_test_add_func ("/model/sql/numbers", test_numbers);
  g_test_add_func ("/model/sql/types", test_types);
  g_test_add_func ("/model/sql/words", test_words);
  g_test_add_func ("/model/sql/unused", test_unused);

  return g_test_run ();
}
