/* Rules that can never hold are found, and those that can are left alone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/matching.h"

#include <math.h>

typedef struct
{
  const char *name;
  const char *where;
  const char *why; /* places of the conditions that contradict; NULL where they can hold */
} Case;

#define C(rest) "{\"column\": \"x\", " rest "}"
#define D(rest) "{\"days-since\": \"d\", " rest "}"

static const Case cases[] = {
  { "one", "\"all\": [" C ("\"less\": 5") "]", NULL },
  { "apart", "\"all\": [" C ("\"less\": 5") ", " C ("\"more\": 9") "]", "0 1" },
  { "touching", "\"all\": [" C ("\"at-most\": 5") ", " C ("\"at-least\": 5") "]", NULL },
  { "touching-open", "\"all\": [" C ("\"less\": 5") ", " C ("\"at-least\": 5") "]", "0 1" },
  { "touching-both-open", "\"all\": [" C ("\"less\": 5") ", " C ("\"more\": 5") "]", "0 1" },
  { "between-two", "\"all\": [" C ("\"more\": 5") ", " C ("\"less\": 6") "]", NULL },
  { "between-two-days", "\"all\": [" D ("\"more\": 5") ", " D ("\"less\": 6") "]", "0 1" },
  { "half-a-day", "\"all\": [" D ("\"is\": 5.5") "]", "0" },
  { "other-columns", "\"all\": [" C ("\"less\": 5") ", {\"column\": \"y\", \"more\": 9}]", NULL },
  { "column-and-days", "\"all\": [{\"column\": \"d\", \"less\": 5}, " D ("\"more\": 9") "]", NULL },
  { "dates", "\"all\": [" C ("\"less\": \"2026-01-01\"") ", " C ("\"more\": \"2026-02-01\"") "]", "0 1" },
  { "two-texts", "\"all\": [" C ("\"is\": \"Pro\"") ", " C ("\"is\": \"Basic\"") "]", "0 1" },
  { "letters", "\"all\": [" C ("\"is\": \"Pro\"") ", " C ("\"is\": \"pro\"") "]", "0 1" },
  { "one-text-twice", "\"all\": [" C ("\"is\": \"Pro\"") ", " C ("\"is\": \"Pro\"") "]", NULL },
  { "same-number", "\"all\": [" C ("\"is\": \"5\"") ", " C ("\"is\": \"5.0\"") "]", NULL },
  { "yes-and-true", "\"all\": [" C ("\"is\": \"yes\"") ", " C ("\"is\": \"true\"") "]", NULL },
  { "is-and-is-not", "\"all\": [" C ("\"is\": \"Pro\"") ", " C ("\"is-not\": \"Pro\"") "]", "0 1" },
  { "is-not-alone", "\"all\": [" C ("\"is-not\": 5") ", " C ("\"is-not\": 6") "]", NULL },
  { "lists-apart", "\"all\": [" C ("\"one-of\": [\"a\", \"b\"]") ", "
    C ("\"one-of\": [\"c\"]") "]", "0 1" },
  { "lists-share", "\"all\": [" C ("\"one-of\": [\"a\", \"b\"]") ", "
    C ("\"one-of\": [\"b\", \"c\"]") "]", NULL },
  { "list-emptied", "\"all\": [" C ("\"one-of\": [\"a\", \"b\"]") ", " C ("\"is-not\": \"a\"")
    ", " C ("\"is-not\": \"b\"") "]", "0 1 2" },
  { "list-of-numbers", "\"all\": [" C ("\"one-of\": [1, 9]") ", " C ("\"between\": [2, 8]") "]", "0 1" },
  { "contains", "\"all\": [" C ("\"contains\": \"Pro\"") ", " C ("\"is\": \"Basic\"") "]", "0 1" },
  { "contains-it", "\"all\": [" C ("\"contains\": \"Pro\"") ", " C ("\"is\": \"Pro 2\"") "]", NULL },
  { "contains-two", "\"all\": [" C ("\"contains\": \"a\"") ", " C ("\"contains\": \"b\"") "]", NULL },
  { "contains-number", "\"all\": [" C ("\"contains\": \"a\"") ", " C ("\"less\": 5") "]", "0 1" },
  { "empty-and-filled", "\"all\": [" C ("\"empty\": true") ", " C ("\"empty\": false") "]", "0 1" },
  { "empty-and-is", "\"all\": [" C ("\"empty\": true") ", " C ("\"is\": 5") "]", "0 1" },
  { "empty-and-is-not", "\"all\": [" C ("\"empty\": true") ", " C ("\"is-not\": 5") "]", NULL },
  { "one-point-taken", "\"all\": [" C ("\"between\": [5, 5]") ", " C ("\"is-not\": 5") "]", "0 1" },
  { "of-other-things", "\"all\": [" C ("\"less\": 5") ", {\"column\": \"y\", \"less\": 1}, "
    C ("\"more\": 9") "]", "0 2" },
  { "any-of", "\"any\": [" C ("\"less\": 5") ", " C ("\"more\": 9") "]", NULL },
  { "any-of-impossible", "\"any\": [" D ("\"is\": 5.5") ", " D ("\"is\": \"0.5\"") "]", "0" },
  { "any-of-one-possible", "\"any\": [" D ("\"is\": 5.5") ", " D ("\"is\": 5") "]", NULL },
};

/* "0 1": the places of the conditions that contradict; NULL where none do */
static char *
find_why (const BwConditions *where)
{
  g_autoptr(GArray) places = bw_conditions_find_contradiction (where);
  GString *why = places == NULL ? NULL : g_string_new (NULL);

  for (guint i = 0; places != NULL && i < places->len; i++)
    g_string_append_printf (why, "%s%u", i > 0 ? " " : "", g_array_index (places, guint, i));

  return why == NULL ? NULL : g_string_free (why, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *rules = g_strdup_printf ("{\"at-most\": 1, \"where\": {%s}}", c->where);
  g_autoptr(BwModel) model = fixture_model ("", NULL, rules);
  g_autofree char *why = find_why (bw_model_get_rule (model, 0)->where);

  g_assert_cmpstr (why, ==, c->why);
}

/* What a builder holds half-way is no contradiction, and no crash. */
static void
test_unfinished (void)
{
  const BwOperand none = { NULL, 0 }, nothing = { "", 0 }, nine = { "9", 0 };
  const BwOperand turned[] = { { "9", 0 }, { "5", 0 } };
  const BwCondition conditions[] = {
    { BW_SUBJECT_COLUMN, NULL, BW_TEST_IS, &nine, 1 },
    { BW_SUBJECT_COLUMN, "x", BW_TEST_LESS },
    { BW_SUBJECT_COLUMN, "x", BW_TEST_MORE, &none, 1 },
    { BW_SUBJECT_COLUMN, "x", BW_TEST_IS, &nothing, 1 },
    { BW_SUBJECT_COLUMN, "x", BW_TEST_BETWEEN, &nine, 1 },
    { BW_SUBJECT_COLUMN, "x", BW_TEST_BETWEEN, turned, 2 },
  };
  BwConditions where = { FALSE, conditions, G_N_ELEMENTS (conditions) - 1 };
  g_autofree char *turned_why = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *why = find_why (&where);
      g_autoptr(BwConditions) copy = bw_conditions_copy (&where);

      g_assert_null (why);
      g_assert_cmpuint (copy->n_conditions, ==, where.n_conditions);
      where.any = TRUE;
    }

  where = (BwConditions) { TRUE };
  g_assert_null (find_why (&where));
  where = (BwConditions) { FALSE, conditions, G_N_ELEMENTS (conditions) };
  turned_why = find_why (&where);
  g_assert_cmpstr (turned_why, ==, "5");
}

/* A rule that is told to be impossible matches nobody, whatever stands in the column. */
static void
test_sound (void)
{
  static const FixtureColumn kinds[] = {
    { "x", BW_COLUMN_NUMBER, BW_ROLE_METRIC }, { "x", BW_COLUMN_CATEGORY, BW_ROLE_ATTRIBUTE },
    { "x", BW_COLUMN_FLAG, BW_ROLE_ATTRIBUTE },
  };
  static const char *const cells[] = {
    "a|5\nb|5.5\nc|9\nd|\ne|-1\nf|6\ng|1", "a|Pro\nb|Basic\nc|\nd|5\ne|a\nf|b\ng|Pro 2\nh|5.0",
    "a|yes\nb|no\nc|",
  };

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      const FixtureSnapshot snapshot = { "2026-01-01", cells[kind] };
      g_autoptr(BwPanel) panel = fixture_panel (&kinds[kind], 1, &snapshot, 1);
      const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, 0));
      g_autofree gboolean *holds = g_new (gboolean, n_rows);

      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *rules =
            g_strdup_printf ("{\"at-most\": 1, \"where\": {%s}}", cases[i].where);
          g_autoptr(BwModel) model = fixture_model ("", NULL, rules);

          bw_model_find_rows (model, bw_model_get_rule (model, 0)->where, panel, 0, holds);
          for (gsize row = 0; row < n_rows; row++)
            g_assert_false (holds[row] && cases[i].why != NULL);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/contradiction/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/contradiction/unfinished", test_unfinished);
  g_test_add_func ("/contradiction/sound", test_sound);

  return g_test_run ();
}
