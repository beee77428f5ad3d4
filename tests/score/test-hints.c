/* Each hint, with a case that has it and one that just has not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "score/insight.h"

#include <math.h>

#define N 20
#define NEAR 1e-9

#define METRIC(id, more) \
  "{'id': '" id "', 'name': 'N', 'column': '" id "', " more "'scale': " SCALE "}"
#define SCALE "{'type': 'linear', 'from': 0, 'to': 100}"
#define FLAT "{'type': 'linear', 'from': 200, 'to': 300}"

#define MODEL_OF(metrics, segments, more) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', 'metrics': [" metrics "], " \
  "'segments': [" segments "]" more "}"
#define MODEL(weights) \
  MODEL_OF (METRIC ("a", "") "," METRIC ("b", "") "," METRIC ("c", ""), \
            "{'id': 's', 'name': 'S', 'weights': {" weights "}}", "")
#define TWO_SEGMENTS(where, first) \
  MODEL_OF (METRIC ("a", "") "," METRIC ("b", "") "," METRIC ("c", ""), \
            "{'id': 'l', 'name': 'L', 'where': {'all': [" where "]}, 'weights': {" first "}}, " \
            "{'id': 's', 'name': 'S', 'weights': {'a': 1, 'c': 1}}", "")
#define RULE(bound) \
  MODEL_OF (METRIC ("a", "") "," METRIC ("b", "") "," METRIC ("c", ""), \
            "{'id': 's', 'name': 'S', 'weights': {'a': 1, 'c': 1}}", \
            ", 'rules': [{'at-most': 90, 'where': {'all': [{'column': 'a', 'less': 1000}]}, 'reason': 'q'}, " \
            "{'at-most': 90, 'where': {'all': [{'column': 'a', 'more': " bound "}]}, 'reason': 'r'}]")

/* How a column of twenty values is made. */
typedef enum
{
  SPREAD,        /* 5 to 100 in steps of 5 */
  BACKWARDS,     /* 100 to 5 */
  ZIGZAG,        /* 5 100 10 95 15 90 …: no line with SPREAD: r is small */
  NEARLY,        /* 50, but for one value of 80: 95 % */
  TWO_OTHERS,    /* 50, but for two: 90 % */
  HALF_MISSING,  /* SPREAD, every other one missing: 50 % */
  MOSTLY_MISSING,/* SPREAD, with nine values: 45 % */
  GOOD,          /* 17 of 20 at 75 or more: 85 % */
  JUST_GOOD,     /* 16 of 20: 80 % */
  BAD,           /* 17 of 20 under 40 */
  JUST_BAD,      /* 16 of 20 */
  ROLLED,        /* SPREAD with the last value first: r is 5/7 = 0.714 */
  TURNED,        /* SPREAD with the first eleven backwards: r is 0.669 */
  NARROW,        /* 50 and a little: 49 to 51 */
} Shape;

static double
value_of (Shape shape,
          guint i)
{
  switch (shape)
    {
    case BACKWARDS:
      return 5 * (N - i);
    case ZIGZAG:
      return i % 2 == 0 ? 5 * (i / 2 + 1) : 5 * (N - i / 2);
    case NEARLY:
      return i == 7 ? 80 : 50;
    case TWO_OTHERS:
      return i == 7 || i == 8 ? 80 : 50;
    case HALF_MISSING:
      return i % 2 == 0 ? NAN : 5 * (i + 1);
    case MOSTLY_MISSING:
      return i % 2 == 0 || i == 7 ? NAN : 5 * (i + 1);
    case GOOD:
      return i < 17 ? 75 + i : i;
    case JUST_GOOD:
      return i < 16 ? 75 + i : i;
    case BAD:
      return i < 17 ? i : 50 + i;
    case JUST_BAD:
      return i < 16 ? i : 50 + i;
    case ROLLED:
      return i == 0 ? 5 * N : 5 * i;
    case TURNED:
      return i < 11 ? 5 * (11 - i) : 5 * (i + 1);
    case NARROW:
      return 49 + i * 0.1;
    case SPREAD:
    default:
      return 5 * (i + 1);
    }
}

/**
 * Case:
 * @has: whether there is a hint of @kind
 */
typedef struct
{
  const char *name;
  const char *model;
  Shape       a;
  Shape       b;
  BwHintKind  kind;
  gboolean    has;
  guint       segment;
  guint       metric;
  guint       other;
  double      value;
  double      weight;
} Case;

#define ALL BW_ALL_SEGMENTS

/* c is always ZIGZAG. */
static const Case cases[] = {
  { "constant", MODEL ("'a': 1, 'c': 3"), NEARLY, SPREAD, BW_HINT_CONSTANT, TRUE, 0, 0, BW_NONE, 0.95, 0.25 },
  { "constant-not", MODEL ("'a': 1, 'c': 3"), TWO_OTHERS, SPREAD, BW_HINT_CONSTANT, FALSE },
  { "constant-without-weight", MODEL ("'a': 0, 'c': 3"), NEARLY, SPREAD, BW_HINT_CONSTANT, FALSE },
  { "no-data", MODEL ("'a': 1, 'c': 3"), MOSTLY_MISSING, SPREAD, BW_HINT_NO_DATA, TRUE, 0, 0, BW_NONE, 0.45, 0.25 },
  { "no-data-not", MODEL ("'a': 1, 'c': 3"), HALF_MISSING, SPREAD, BW_HINT_NO_DATA, FALSE },
  { "no-data-worst", MODEL_OF (METRIC ("a", "'missing': 'worst', ") "," METRIC ("c", ""),
                               "{'id': 's', 'name': 'S', 'weights': {'a': 1, 'c': 3}}", ""),
    MOSTLY_MISSING, SPREAD, BW_HINT_NO_DATA, TRUE, 0, 0, BW_NONE, 0.45, 0.25 },
  { "no-data-neutral", MODEL_OF (METRIC ("a", "'missing': 'neutral', ") "," METRIC ("c", ""),
                                 "{'id': 's', 'name': 'S', 'weights': {'a': 1, 'c': 3}}", ""),
    MOSTLY_MISSING, SPREAD, BW_HINT_NO_DATA, TRUE, 0, 0, BW_NONE, 0.45, 0.25 },
  { "together", MODEL ("'a': 45, 'b': 5, 'c': 50"), SPREAD, BACKWARDS, BW_HINT_TOGETHER, TRUE, 0, 0, 1, -1, 0.5 },
  { "together-just", MODEL ("'a': 95, 'b': 5"), SPREAD, ROLLED, BW_HINT_TOGETHER, TRUE, 0, 0, 1, 5.0 / 7, 1 },
  { "together-just-not", MODEL ("'a': 95, 'b': 5"), SPREAD, TURNED, BW_HINT_TOGETHER, FALSE },
  { "together-light", MODEL ("'a': 12, 'b': 12, 'c': 76"), SPREAD, BACKWARDS, BW_HINT_TOGETHER, FALSE },
  { "together-not", MODEL ("'a': 95, 'b': 5"), SPREAD, ZIGZAG, BW_HINT_TOGETHER, FALSE },
  { "mostly-top", MODEL ("'a': 1"), GOOD, SPREAD, BW_HINT_MOSTLY_TOP, TRUE, 0, BW_NONE, BW_NONE, 0.85, NAN },
  { "mostly-top-not", MODEL ("'a': 1"), JUST_GOOD, SPREAD, BW_HINT_MOSTLY_TOP, FALSE },
  { "mostly-bottom", MODEL ("'a': 1"), BAD, SPREAD, BW_HINT_MOSTLY_BOTTOM, TRUE, 0, BW_NONE, BW_NONE, 0.85, NAN },
  { "mostly-bottom-not", MODEL ("'a': 1"), JUST_BAD, SPREAD, BW_HINT_MOSTLY_BOTTOM, FALSE },
  { "no-weights", MODEL ("'a': 0, 'c': 0"), SPREAD, SPREAD, BW_HINT_NO_WEIGHTS, TRUE, 0, BW_NONE, BW_NONE, NAN, 0 },
  { "no-weights-not", MODEL ("'a': 0, 'c': 0.1"), SPREAD, SPREAD, BW_HINT_NO_WEIGHTS, FALSE },
  { "empty-segment", TWO_SEGMENTS ("{'column': 'a', 'more': 100}", "'a': 1"), SPREAD, SPREAD,
    BW_HINT_EMPTY_SEGMENT, TRUE, 0, BW_NONE, BW_NONE, NAN, NAN },
  { "empty-segment-not", TWO_SEGMENTS ("{'column': 'a', 'more': 99}", "'a': 1"), SPREAD, SPREAD,
    BW_HINT_EMPTY_SEGMENT, FALSE },
  { "idle-rule", RULE ("100"), SPREAD, SPREAD, BW_HINT_IDLE_RULE, TRUE, ALL, 1, BW_NONE, 0, NAN },
  { "idle-rule-not", RULE ("99"), SPREAD, SPREAD, BW_HINT_IDLE_RULE, FALSE },
  { "little", MODEL ("'a': 30, 'c': 70"), NARROW, SPREAD, BW_HINT_LITTLE, TRUE, 0, 0, BW_NONE, NAN, 0.3 },
  { "little-light", MODEL ("'a': 9, 'c': 91"), NARROW, SPREAD, BW_HINT_LITTLE, FALSE },
  { "little-not", MODEL ("'a': 30, 'c': 70"), SPREAD, SPREAD, BW_HINT_LITTLE, FALSE },
  { "much", MODEL ("'a': 70, 'c': 30"), NARROW, SPREAD, BW_HINT_MUCH, TRUE, 0, 2, BW_NONE, NAN, 0.3 },
  { "much-not", MODEL ("'a': 50, 'c': 50"), NARROW, SPREAD, BW_HINT_MUCH, FALSE },
};

static BwPanel *
panel_of (Shape x,
          Shape y,
          guint n)
{
  double a[N], b[N], c[N];
  const FixtureColumn columns[] = {
    { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, a, NULL },
    { "b", BW_COLUMN_NUMBER, BW_ROLE_METRIC, b, NULL },
    { "c", BW_COLUMN_NUMBER, BW_ROLE_METRIC, c, NULL },
  };

  for (guint i = 0; i < N; i++)
    {
      a[i] = value_of (x, i);
      b[i] = value_of (y, i);
      c[i] = value_of (ZIGZAG, i);
    }

  return fixture_panel (columns, G_N_ELEMENTS (columns), n, NULL, 1);
}

static const BwHint *
find_hint (const GArray *hints,
           BwHintKind    kind)
{
  for (guint i = 0; i < hints->len; i++)
    {
      if (g_array_index (hints, BwHint, i).kind == kind)
        return &g_array_index (hints, BwHint, i);
    }

  return NULL;
}

static void
assert_same (double x,
             double y)
{
  if (isnan (y))
    g_assert_true (isnan (x));
  else
    g_assert_cmpfloat_with_epsilon (x, y, NEAR);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwPanel) panel = panel_of (c->a, c->b, N);
  g_autoptr(BwResults) results = fixture_results (panel, c->model);
  g_autoptr(GArray) hints = bw_hints_find (results, 0, NULL);
  g_autoptr(GArray) all = bw_hints_find (results, BW_ALL_SEGMENTS, NULL);
  const BwHint *hint = find_hint (hints, c->kind);

  g_assert_cmpint (hint != NULL, ==, c->has);
  g_assert_cmpint (find_hint (all, c->kind) != NULL, ==, c->has);
  if (hint == NULL)
    return;

  g_assert_cmpuint (hint->segment, ==, c->segment);
  g_assert_cmpuint (hint->metric, ==, c->metric);
  g_assert_cmpuint (hint->other, ==, c->other);
  assert_same (hint->weight, c->weight);
  if (c->kind == BW_HINT_LITTLE)
    g_assert_cmpfloat (hint->value, <, 0.25 * hint->weight);
  else if (c->kind == BW_HINT_MUCH)
    g_assert_cmpfloat (hint->value, >, 2.5 * hint->weight);
  else
    assert_same (hint->value, c->value);
}

/* A scale that gives all the same is not a column that has one value. */
static void
test_flat (void)
{
  const char *flat = MODEL_OF ("{'id': 'a', 'name': 'N', 'column': 'a', 'scale': " FLAT "}," METRIC ("c", ""),
                               "{'id': 's', 'name': 'S', 'weights': {'a': 1, 'c': 3}}", "");
  double one[N], c[N];
  const FixtureColumn columns[] = {
    { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, one, NULL },
    { "c", BW_COLUMN_NUMBER, BW_ROLE_METRIC, c, NULL },
  };
  g_autoptr(BwPanel) panel = panel_of (SPREAD, SPREAD, N);
  g_autoptr(BwPanel) constant = NULL;
  g_autoptr(BwResults) results = fixture_results (panel, flat);
  g_autoptr(BwResults) same = NULL;
  g_autoptr(GArray) hints = bw_hints_find (results, 0, NULL);
  g_autoptr(GArray) others = NULL;

  for (guint i = 0; i < N; i++)
    {
      one[i] = 7;
      c[i] = value_of (ZIGZAG, i);
    }
  constant = fixture_panel (columns, G_N_ELEMENTS (columns), N, NULL, 1);
  same = fixture_results (constant, flat);
  others = bw_hints_find (same, 0, NULL);

  g_assert_nonnull (find_hint (hints, BW_HINT_FLAT_SCALE));
  g_assert_null (find_hint (hints, BW_HINT_CONSTANT));
  g_assert_null (find_hint (hints, BW_HINT_LITTLE));
  g_assert_null (find_hint (others, BW_HINT_FLAT_SCALE));
  g_assert_cmpfloat (find_hint (others, BW_HINT_CONSTANT)->value, ==, 1);
}

/* Nine customers are too few to tell. */
static void
test_few (void)
{
  g_autoptr(BwPanel) nine = panel_of (GOOD, SPREAD, 9);
  g_autoptr(BwPanel) ten = panel_of (GOOD, SPREAD, 10);
  g_autoptr(BwResults) few = fixture_results (nine, MODEL ("'a': 1"));
  g_autoptr(BwResults) enough = fixture_results (ten, MODEL ("'a': 1"));
  g_autoptr(GArray) none = bw_hints_find (few, 0, NULL);
  g_autoptr(GArray) some = bw_hints_find (enough, 0, NULL);

  g_assert_null (find_hint (none, BW_HINT_MOSTLY_TOP));
  g_assert_nonnull (find_hint (some, BW_HINT_MOSTLY_TOP));
}

/* The gravest first; a cancelled look has nothing to say. */
static void
test_order (void)
{
  g_autoptr(BwPanel) panel = panel_of (MOSTLY_MISSING, NEARLY, N);
  g_autoptr(BwResults) results = fixture_results (panel, MODEL ("'a': 1, 'b': 1, 'c': 1"));
  g_autoptr(GArray) hints = bw_hints_find (results, BW_ALL_SEGMENTS, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_assert_cmpuint (hints->len, >=, 2);
  g_assert_cmpint (g_array_index (hints, BwHint, 0).kind, ==, BW_HINT_NO_DATA);
  g_assert_cmpint (g_array_index (hints, BwHint, 1).kind, ==, BW_HINT_CONSTANT);

  g_cancellable_cancel (cancellable);
  g_assert_null (bw_hints_find (results, 0, cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/score/hints/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/score/hints/flat-scale", test_flat);
  g_test_add_func ("/score/hints/few", test_few);
  g_test_add_func ("/score/hints/order", test_order);

  return g_test_run ();
}
