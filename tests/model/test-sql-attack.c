/* A model as SQL against names and texts that try to get out of quotes and comments. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the text does is held on real databases elsewhere; this reads it as a database's scanner
 * would, by rules written down here once more. */

#include "fixture.h"

#include "model/sql.h"

#include <string.h>

#define TEN "EVIL;'\"`\\-"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define LONG_NAME HUNDRED HUNDRED

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
  "EVIL $name {{ run('DROP') }} {% set x = 1 %} {# y #}",
  "EVIL -- \\",
  "'EVIL`\";\\",
  LONG_NAME,
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
          g_assert_false (p[-1] == '\\'); /* Spark would go on with the comment */
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
          const char *comment = *line + strspn (*line, " ");

          if (!g_str_has_prefix (comment, "-- "))
            continue;
          g_assert_null (strpbrk (comment, "\r\x01\x08\x0c\x1b\t"));
          g_assert_null (strstr (comment, "\xe2\x80\xa8"));
          g_assert_null (strstr (comment, "\xe2\x80\xae"));
          g_assert_null (strpbrk (comment, ";'\\"));
          g_assert_null (strstr (comment, "{{"));
          g_assert_null (strstr (comment, "{%"));
          g_assert_null (strstr (comment, "${"));
        }
    }
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
  g_test_add_func ("/model/sql/comments", test_comments);

  return g_test_run ();
}
