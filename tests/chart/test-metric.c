/* The chart of one metric, held to what a person works out on six customers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "six.h"

#include <math.h>

static const BwSheet sheet = { 900, 400, 1 };

/* A bar: over which value its middle stands, and how high it is on the axis of scores. */
static void
assert_bar (const BwScene *scene,
            const char    *tip,
            double         value,
            double         height,
            BwInk          ink)
{
  const BwMark *bar = six_bar (scene, six_mark (scene, tip));

  six_near (bw_scene_get_across (scene, bar->x + bar->width / 2), value);
  six_near (bw_scene_get_upright (scene, bar->y), height);
  g_assert_cmpint (bar->ink, ==, ink);
}

static void
assert_handle (const BwScene *scene,
               const char    *handle,
               const char    *tip,
               double         value,
               double         score)
{
  const BwMark *dot = six_mark (scene, tip);

  g_assert_cmpint (dot->kind, ==, BW_MARK_DOT);
  g_assert_cmpstr (dot->handle, ==, handle);
  six_near (bw_scene_get_upright (scene, dot->y), score);
  if (!isnan (value))
    six_near (bw_scene_get_across (scene, dot->x), value);
}

/* Whole numbers have a bar each, from −0.5 to 20.5; the axis has 6 % of 21 more at each end. The
 * highest bar takes 86 % of the height. */
static void
test_line (void)
{
  g_auto(Six) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *subtitle = NULL;
  double from, to;

  six_begin (&fixture, SIX_LINE, FALSE);
  scene = six_lay_out (&fixture, "metric", &sheet);
  g_assert_true (bw_scene_get_across_ends (scene, &from, &to));
  six_near (from, -1.76);
  six_near (to, 21.76);
  assert_bar (scene, "0: 1 customer, score 0", 0, 86, BW_INK_RED);
  assert_bar (scene, "5: 1 customer, score 25", 5, 86, BW_INK_RED);
  assert_bar (scene, "10: 1 customer, score 50", 10, 86, BW_INK_AMBER);
  assert_bar (scene, "15: 1 customer, score 75", 15, 86, BW_INK_GREEN);
  assert_bar (scene, "20: 1 customer, score 100", 20, 86, BW_INK_GREEN);
  assert_handle (scene, "handle-0", "Goalpost at 0: score 0", 0, 0);
  assert_handle (scene, "handle-1", "Goalpost at 20: score 100", 20, 100);
  g_assert_true (six_says (scene, "1 without data") && six_says (scene, "Days"));
  g_assert_true (six_says (scene, "40") && six_says (scene, "70") && six_says (scene, "Watch"));
  g_assert_cmpstr (bw_scene_get_description (scene), ==,
                   "Days: 5 customers. Goalpost at 0: score 0. Goalpost at 20: score 100.");

  finding = bw_chart_find ("metric")->finding (&fixture.view);
  g_assert_cmpstr (finding, ==, "Days: 2 of 5 customers score below 40");
  subtitle = bw_chart_find ("metric")->subtitle (&fixture.view);
  g_assert_true (g_str_has_prefix (subtitle,
                                   "Values of 6 customers, and the metric score that each gives, "));
}

/* The same turned round: few days are good. */
static void
test_hurts (void)
{
  g_auto(Six) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;

  six_begin (&fixture, SIX_LINE, TRUE);
  scene = six_lay_out (&fixture, "metric", &sheet);
  assert_bar (scene, "5: 1 customer, score 75", 5, 86, BW_INK_GREEN);
  assert_bar (scene, "15: 1 customer, score 25", 15, 86, BW_INK_RED);
  assert_handle (scene, "handle-0", "Goalpost at 0: score 100", 0, 100);
  assert_handle (scene, "handle-1", "Goalpost at 20: score 0", 20, 0);
}

/* Whole numbers have no halves between them, however near the axis looks. */
static void
test_whole_ticks (void)
{
  g_auto(Six) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  const BwMark *marks;
  guint n_numbers = 0;
  gsize n;

  six_begin (&fixture, SIX_LINE, FALSE);
  fixture.view.raw_from = 0.5;
  fixture.view.raw_to = 3.5;
  scene = six_lay_out (&fixture, "metric", &sheet);
  marks = bw_scene_get_marks (scene, &n);
  for (gsize i = 0; i < n; i++)
    {
      const char *text = marks[i].kind == BW_MARK_TEXT ? marks[i].text : "";

      n_numbers += g_str_equal (text, "1") || g_str_equal (text, "2") || g_str_equal (text, "3");
      g_assert_null (strchr (text, '.'));
    }
  g_assert_cmpuint (n_numbers, ==, 3);
}

static void
test_steps (void)
{
  g_auto(Six) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;

  six_begin (&fixture, "{\"type\": \"steps\", \"steps\": [[0, 0], [10, 50], [20, 100]]}", FALSE);
  scene = six_lay_out (&fixture, "metric", &sheet);
  assert_bar (scene, "5: 1 customer, score 0", 5, 86, BW_INK_RED);
  assert_bar (scene, "10: 1 customer, score 50", 10, 86, BW_INK_AMBER);
  assert_bar (scene, "15: 1 customer, score 50", 15, 86, BW_INK_AMBER);
  assert_handle (scene, "handle-1", "Step from 10: score 50", 10, 50);
}

/* The heights of a line at @value, from the lowest to the highest; none where it is not there. */
static void
find_heights (const BwScene *scene,
              double         value,
              double        *low,
              double        *high)
{
  gsize n;
  const BwMark *marks = bw_scene_get_marks (scene, &n);

  *low = INFINITY;
  *high = -INFINITY;
  for (gsize i = 0; i < n; i++)
    {
      if (marks[i].kind != BW_MARK_LINE || marks[i].ink != BW_INK_LINE || marks[i].dash)
        continue;
      for (gsize j = 0; j < marks[i].n_points; j++)
        {
          const double score = bw_scene_get_upright (scene, marks[i].points[2 * j + 1]);

          if (fabs (bw_scene_get_across (scene, marks[i].points[2 * j]) - value) > 1e-9)
            continue;
          *low = MIN (*low, score);
          *high = MAX (*high, score);
        }
    }
}

/* Both goalposts on 10: the line goes level to 10 and straight up there. */
static void
test_gate (gconstpointer user_data)
{
  const gboolean hurts = GPOINTER_TO_INT (user_data);
  g_auto(Six) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  double from, to, low, high;

  six_begin (&fixture, "{\"type\": \"linear\", \"from\": 10, \"to\": 10}", hurts);
  scene = six_lay_out (&fixture, "metric", &sheet);
  assert_bar (scene, hurts ? "5: 1 customer, score 100" : "5: 1 customer, score 0", 5, 86,
              hurts ? BW_INK_GREEN : BW_INK_RED);
  assert_bar (scene, hurts ? "15: 1 customer, score 0" : "15: 1 customer, score 100", 15, 86,
              hurts ? BW_INK_RED : BW_INK_GREEN);
  find_heights (scene, 10, &low, &high);
  six_near (low, 0);
  six_near (high, 100);
  g_assert_true (bw_scene_get_across_ends (scene, &from, &to));
  find_heights (scene, from, &low, &high);
  six_near (low, hurts ? 100 : 0);
  six_near (high, hurts ? 100 : 0);
  g_assert_true (g_str_has_suffix (bw_scene_get_description (scene), hurts ?
                                   "less than 10 scores 100, 10 and more scores 0." :
                                   "less than 10 scores 0, 10 and more scores 100."));
}

/* A scale that reaches beyond the values makes the axis longer: from −0.5 to 40, and 6 % of 40.5. */
static void
test_wide_curve (void)
{
  g_auto(Six) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  double from, to;

  six_begin (&fixture, "{\"type\": \"curve\", \"points\": [[0, 0], [10, 90], [40, 100]]}", FALSE);
  scene = six_lay_out (&fixture, "metric", &sheet);
  g_assert_true (bw_scene_get_across_ends (scene, &from, &to));
  six_near (from, -2.93);
  six_near (to, 42.43);
  assert_bar (scene, "5: 1 customer, score 45", 5, 86, BW_INK_AMBER);
  assert_handle (scene, "handle-2", "Point at 40: score 100", 40, 100);
}

/* Places among five: (below + ½) / 5; such points can be looked at, not moved. */
static void
test_places (void)
{
  g_auto(Six) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  gsize n;
  const BwMark *marks;

  six_begin (&fixture, "{\"type\": \"percentile\"}", FALSE);
  scene = six_lay_out (&fixture, "metric", &sheet);
  assert_bar (scene, "0: 1 customer, score 10", 0, 86, BW_INK_RED);
  assert_bar (scene, "10: 1 customer, score 50", 10, 86, BW_INK_AMBER);
  assert_bar (scene, "20: 1 customer, score 90", 20, 86, BW_INK_GREEN);
  marks = bw_scene_get_marks (scene, &n);
  for (gsize i = 0; i < n; i++)
    g_assert_null (marks[i].handle);
}

/* Of the segment only its customers are counted, on the axis of all. */
static void
test_segment (void)
{
  g_auto(Six) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  g_autofree char *finding = NULL;
  double from, to;

  six_begin (&fixture, SIX_LINE, FALSE);
  fixture.view.segment = 1;
  scene = six_lay_out (&fixture, "metric", &sheet);
  g_assert_true (bw_scene_get_across_ends (scene, &from, &to));
  six_near (from, -1.76);
  six_near (to, 21.76);
  assert_bar (scene, "20: 1 customer, score 100", 20, 86, BW_INK_GREEN);
  finding = bw_chart_find ("metric")->finding (&fixture.view);
  g_assert_cmpstr (finding, ==, "Days: 0 of 1 customer score below 40");
}

/* Two of A, three of B: bars of 57 1/3 and 86; nobody has C, which keeps its place. */
static void
test_categories (void)
{
  g_auto(Six) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  const BwMark *a, *b, *c;

  six_begin (&fixture, SIX_LINE, FALSE);
  fixture.view.metric = 1;
  scene = six_lay_out (&fixture, "metric", &sheet);
  a = six_mark (scene, "A: 2 customers, score 20");
  b = six_mark (scene, "B: 3 customers, score 80");
  c = six_mark (scene, "C: 0 customers, score 100");
  g_assert_true (a->x < b->x && b->x < c->x);
  six_near (b->x - a->x, c->x - b->x);
  six_near (bw_scene_get_upright (scene, six_bar (scene, a)->y), 86 * 2 / 3.0);
  six_near (bw_scene_get_upright (scene, six_bar (scene, b)->y), 86);
  g_assert_cmpint (six_bar (scene, a)->ink, ==, BW_INK_RED);
  g_assert_cmpint (six_bar (scene, b)->ink, ==, BW_INK_GREEN);
  assert_handle (scene, "handle-0", "A: score 20", NAN, 20);
  assert_handle (scene, "handle-1", "B: score 80", NAN, 80);
  assert_handle (scene, "handle-2", "C: score 100", NAN, 100);
  g_assert_true (six_says (scene, "1 without data"));
  g_assert_cmpstr (bw_scene_get_description (scene), ==,
                   "Plan: A: 2 customers, score 20; B: 3 customers, score 80; "
                   "C: 0 customers, score 100");
}

/* Forty in one row: no number stands on another, and the names that are there have room. */
static void
test_many_categories (void)
{
  g_auto(Six) fixture = { 0, };
  g_autoptr(GString) values = g_string_new ("{\"type\": \"categories\", \"values\": {\"0\": 1");
  g_autoptr(BwScene) scene = NULL;
  const BwMark *marks;
  gsize n, n_names = 0;

  for (guint i = 1; i < 40; i++)
    g_string_append_printf (values, ", \"%u\": %u", i, 2 * i);
  g_string_append (values, "}}");
  six_begin (&fixture, values->str, FALSE);
  scene = six_lay_out (&fixture, "metric", &sheet);
  marks = bw_scene_get_marks (scene, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpint (marks[i].ink, !=, BW_INK_BADGE);
      n_names += marks[i].kind == BW_MARK_TEXT && marks[i].align == BW_ALIGN_MIDDLE;
    }
  g_assert_cmpuint (n_names, >=, 10);
  g_assert_cmpuint (n_names, <, 40);
  g_assert_true (six_says (scene, "0") && !six_says (scene, "…"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metric/line", test_line);
  g_test_add_func ("/metric/hurts", test_hurts);
  g_test_add_data_func ("/metric/gate/helps", GINT_TO_POINTER (FALSE), test_gate);
  g_test_add_data_func ("/metric/gate/hurts", GINT_TO_POINTER (TRUE), test_gate);
  g_test_add_func ("/metric/steps", test_steps);
  g_test_add_func ("/metric/whole-ticks", test_whole_ticks);
  g_test_add_func ("/metric/wide-curve", test_wide_curve);
  g_test_add_func ("/metric/places", test_places);
  g_test_add_func ("/metric/segment", test_segment);
  g_test_add_func ("/metric/categories", test_categories);
  g_test_add_func ("/metric/many-categories", test_many_categories);

  return g_test_run ();
}
