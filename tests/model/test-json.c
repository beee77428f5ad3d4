/* Texts that are no JSON, texts that are too large, and weights of every sign and size. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *what;
} SyntaxCase;

static const SyntaxCase syntax[] = {
  { "empty", "", "m.json:1: this is not JSON: there is nothing in it" },
  { "blank", " \n\n ", "m.json:3: this is not JSON: there is nothing in it" },
  { "csv", "id,name\n1,a\n", "m.json:1: this is not JSON: a value has to stand where “i” is" },
  { "last-comma", "{\"a\": 1,\n\n }", "m.json:3: this is not JSON: a key in quotation marks" },
  { "last-comma-of-list", "{\"a\": [1,]}", "a value has to stand where “]” is" },
  { "no-comma", "{\"a\": 1\n \"b\": 2}", "m.json:2: this is not JSON: a comma or “}” is missing" },
  { "no-comma-in-list", "[1 2]", "a comma or “]” is missing before “2”" },
  { "no-colon", "{\"a\" 1}", "a colon is missing before “1”" },
  { "no-value", "{\"a\": }", "a value has to stand where “}” is" },
  { "breaks-off", "{\"a\": [1, 2\n", "m.json:2: this is not JSON: it breaks off" },
  { "closes-nothing", "{\"a\": 1}\n}", "m.json:2: this is not JSON: “}” follows after the end" },
  { "second-value", "{\"a\": 1} {\"b\": 2}", "“{” follows after the end" },
  { "crossed", "{\"a\": [1}", "a comma or “]” is missing before “}”" },
  { "comment", "{\n// hello\n\"a\": 1}", "m.json:2: this is not JSON: there is a comment" },
  { "single-quotes", "{'a': 1}", "a key in quotation marks has to stand where “'” is" },
  { "bare-key", "{a: 1}", "a key in quotation marks has to stand where “a” is" },
  { "assignment", "var a = {}", "a value has to stand where “v” is" },
  { "text-open", "{\"a\": \"b\n}", "m.json:1: this is not JSON: a text" },
  { "text-cut", "{\"a\": \"b", "a text" },
  { "escape", "{\"a\": \"\\x\"}", "a backslash" },
  { "escape-short", "{\"a\": \"\\u12\"}", "a backslash" },
  { "nul", "{\"a\": \"\\u0000\"}", "character 0" },
  { "half", "{\"a\": \"\\ud83d\"}", "half of a character" },
  { "other-half", "{\"a\": \"\\ude00\"}", "a backslash" },
  { "umlaut", "{\"a\": \xc3\xa4}", "where “ä” is" },
  { "latin-1", "{\n\"a\": \"\xe4\"}", "m.json:2: this is not JSON: the text is not UTF-8" },
  { "hexadecimal", "{\"a\": 0x10}", "a number" },
  { "octal", "{\"a\": 010}", "a number" },
  { "no-fraction", "{\"a\": 1.}", "a number" },
  { "no-exponent", "{\"a\": 1e}", "a number" },
  { "minus", "{\"a\": -}", "a number" },
  { "plus", "{\"a\": +1}", "a value has to stand where “+” is" },
  { "nan", "{\"a\": NaN}", "where “N” is" },
  { "digits", "{\"a\": 1234567890123456789}", "more than 18 digits" },
};

static void
test_syntax (gconstpointer data)
{
  const SyntaxCase *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_from_json (c->text, -1, "m.json", &error);

  g_assert_null (model);
  g_assert_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_SYNTAX);
  if (strstr (error->message, c->what) == NULL)
    g_error ("%s: “%s” lacks “%s”", c->name, error->message, c->what);
}

static void
assert_refused (const char *text,
                gsize       length,
                const char *what)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_from_json (text, length, "m.json", &error);

  g_assert_null (model);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, what));
}

static void
test_limits (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 5 * 1024 * 1024; i++)
    g_string_append (text, "[1,2,3,4,");
  assert_refused (text->str, text->len, "too large");

  g_string_assign (text, "");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  assert_refused (text->str, text->len, "nested");

  g_string_assign (text, "{\"format\": \"bellwether-model\", \"version\": 1, \"metrics\": [");
  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "%s{\"id\": \"m%u\", \"column\": \"c\", \"scale\": {\"type\":"
                            " \"linear\", \"from\": 0, \"to\": 1}}", i > 0 ? ", " : "", i);
  g_string_append (text, "], \"segments\": [{\"id\": \"rest\", \"weights\": {}}]}");
  assert_refused (text->str, text->len, "metrics: the list has 10000 entries; give it at most 200");

  assert_refused ("{\"a\": \"x\0\"}", 11, "a text holds the character 0");

  /* Deep enough for no crash, and refused all the same. */
  assert_refused ("[[[[]]]]", 8, "an object in { }");

  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

typedef struct
{
  const char *name;
  const char *direction;
  const char *one;
  const char *two;
  gboolean    hurts;
} SignCase;

/* A negative weight is another way to write a metric that hurts. */
static const SignCase signs[] = {
  { "positive", "", "1", "1", FALSE },
  { "negative", "", "-1", "-2", TRUE },
  { "negative-and-zero", "", "-1", "0", TRUE },
  { "zero-and-negative", "", "0", "-1", TRUE },
  { "minus-zero", "", "-0.0", "1", FALSE },
  { "hurts-positive", "\"direction\": \"hurts\",", "1", "1", TRUE },
  { "hurts-negative", "\"direction\": \"hurts\",", "-1", "-1", TRUE },
  { "hurts-both", "\"direction\": \"hurts\",", "-1", "1", TRUE },
  { "helps-positive", "\"direction\": \"helps\",", "1", "0", FALSE },
};

static void
test_sign (gconstpointer data)
{
  const SignCase *c = data;
  g_autofree char *metrics =
    g_strdup_printf ("{\"id\": \"a\", \"column\": \"a\", %s \"scale\": {\"type\": \"percentile\"}}",
                     c->direction);
  g_autofree char *segments =
    g_strdup_printf ("{\"id\": \"x\", \"where\": {\"all\": [{\"column\": \"a\", \"is\": 1}]},"
                     " \"weights\": {\"a\": %s}}, {\"id\": \"y\", \"weights\": {\"a\": %s}}",
                     c->one, c->two);
  g_autoptr(BwModel) model = fixture_model (metrics, segments, NULL);
  const double one = bw_model_get_segment (model, 0)->shares[0];

  g_assert_true (bw_model_get_metric (model, 0)->hurts == c->hurts);
  g_assert_cmpfloat (one, ==, g_ascii_strtod (c->one, NULL) == 0 ? 0 : 1);
}

/* Weights of any size become shares; what is tiny or huge neither overflows nor vanishes. */
static void
test_extreme_weights (void)
{
  static const char *const metrics =
    "{\"id\": \"a\", \"column\": \"a\", \"scale\": {\"type\": \"percentile\"}},"
    "{\"id\": \"b\", \"column\": \"b\", \"scale\": {\"type\": \"percentile\"}}";
  static const char *const weights[] = { "1.5e308", "3e-310", "1e15", "1e-200" };

  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      g_autofree char *segments =
        g_strdup_printf ("{\"id\": \"rest\", \"weights\": {\"a\": %s, \"b\": %s}}", weights[i],
                         weights[i]);
      g_autoptr(BwModel) model = fixture_model (metrics, segments, NULL);

      g_assert_cmpfloat (bw_model_get_segment (model, 0)->shares[0], ==, 0.5);
      g_assert_cmpfloat (bw_model_get_segment (model, 0)->shares[1], ==, 0.5);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (syntax); i++)
    {
      g_autofree char *path = g_strconcat ("/json/syntax/", syntax[i].name, NULL);

      g_test_add_data_func (path, &syntax[i], test_syntax);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *path = g_strconcat ("/json/sign/", signs[i].name, NULL);

      g_test_add_data_func (path, &signs[i], test_sign);
    }
  g_test_add_func ("/json/extreme-weights", test_extreme_weights);
  g_test_add_func ("/json/limits", test_limits);

  return g_test_run ();
}
