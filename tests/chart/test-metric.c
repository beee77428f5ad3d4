/* The charts of one metric and of all, held to what a person works out on six customers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/chart.h"
#include "chart/values.h"

#include <math.h>

#define N 6

/* Days 0, 5, 10, 15, 20 and none; plans A, A, B, B, B and none; all in one segment but the last two. */
static const double days[N] = { 0, 5, 10, 15, 20, NAN };
static const char *const plans[N] = { "A", "A", "B", "B", "B", NULL };
static const char *const sizes[N] = { "big", "big", "big", "big", "small", "small" };

static const BwPanelColumn about[] = {
  { .name = "days", .source = "s", .type = BW_COLUMN_NUMBER, .role = BW_ROLE_METRIC },
  { .name = "plan", .source = "s", .type = BW_COLUMN_CATEGORY, .role = BW_ROLE_METRIC },
  { .name = "size", .source = "s", .type = BW_COLUMN_CATEGORY, .role = BW_ROLE_SEGMENT },
};

static const BwSheet sheet = { 900, 400, 1 };

typedef struct
{
  BwPanel   *panel;
  BwResults *results;
  BwView     view;
} Fixture;

static BwColumn *
make_texts (const char        *name,
            BwColumnType       type,
            const char *const *texts)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  guint32 *codes = g_new (guint32, N);

  for (guint i = 0; i < N; i++)
    codes[i] = texts[i] != NULL ? bw_dictionary_builder_add (builder, texts[i], -1) : BW_NO_CODE;
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (name, type, codes, N, dictionary);
}

static BwPanel *
make_panel (void)
{
  static const char *const keys[N] = { "a", "b", "c", "d", "e", "f" };
  static const char *const sources[] = { "s", NULL };
  g_autoptr(BwColumn) key = make_texts ("id", BW_COLUMN_KEY, keys);
  g_autoptr(BwColumn) number = bw_column_new_numbers ("days", BW_COLUMN_NUMBER,
                                                      g_memdup2 (days, sizeof days), N);
  g_autoptr(BwColumn) plan = make_texts ("plan", BW_COLUMN_CATEGORY, plans);
  g_autoptr(BwColumn) size = make_texts ("size", BW_COLUMN_CATEGORY, sizes);
  BwColumn *const columns[] = { number, plan, size };
  g_autoptr(BwTable) table = bw_table_new (columns, G_N_ELEMENTS (columns), N);
  guint32 *customers = g_new (guint32, N);
  g_autoptr(BwSnapshot) snapshot = NULL;

  for (guint i = 0; i < N; i++)
    customers[i] = i;
  snapshot = bw_snapshot_new (20787, table, customers);

  return bw_panel_new (key, NULL, about, G_N_ELEMENTS (about), &snapshot, 1, sources);
}

/* @scale: that of the metric Days; the other is Plan, A 20 and B 80; they weigh 3 to 1. */
static BwModel *
make_model (const char *scale,
            gboolean    hurts)
{
  g_autofree char *json = g_strdup_printf (
    "{\"format\": \"bellwether-model\", \"version\": 1, \"name\": \"M\","
    " \"groups\": [{\"id\": \"g\", \"name\": \"G\"}],"
    " \"metrics\": [{\"id\": \"days\", \"name\": \"Days\", \"group\": \"g\", \"column\": \"days\","
    "   \"direction\": \"%s\", \"scale\": %s},"
    "  {\"id\": \"plan\", \"name\": \"Plan\", \"group\": \"g\", \"column\": \"plan\","
    "   \"scale\": {\"type\": \"categories\", \"values\": {\"A\": 20, \"B\": 80, \"C\": 100}}}],"
    " \"segments\": [{\"id\": \"big\", \"name\": \"Big\","
    "   \"where\": {\"all\": [{\"column\": \"size\", \"is\": \"big\"}]},"
    "   \"weights\": {\"days\": 3, \"plan\": 1}},"
    "  {\"id\": \"rest\", \"name\": \"Everyone else\", \"weights\": {\"days\": 3, \"plan\": 1}}]}",
    hurts ? "hurts" : "helps", scale);
  g_autoptr(GError) error = NULL;
  BwModel *model = bw_model_from_json (json, -1, "m.json", &error);

  g_assert_no_error (error);

  return model;
}

#define LINE "{\"type\": \"linear\", \"from\": 0, \"to\": 20}"

static void
fixture_begin (Fixture    *self,
               const char *scale,
               gboolean    hurts)
{
  g_autoptr(BwModel) model = make_model (scale, hurts);
  g_autoptr(BwPrepared) prepared = NULL;

  self->panel = make_panel ();
  prepared = bw_prepared_new (model, self->panel, 0, NULL, NULL);
  self->results = bw_results_new (prepared, model);
  self->view = (BwView) {
    .results = self->results, .segment = BW_ALL_SEGMENTS, .customer = BW_NONE, .metric = 0,
  };
}

static void
fixture_end (Fixture *self)
{
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_end)

static BwScene *
lay_out (const char *chart,
         Fixture    *fixture)
{
  BwScene *scene = bw_scene_new (sheet.width, sheet.height);

  bw_chart_find (chart)->layout (scene, &fixture->view, &sheet);

  return scene;
}

static const BwMark *
find_mark (const BwScene *scene,
           const char    *tip)
{
  gsize n;
  const BwMark *marks = bw_scene_get_marks (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (g_strcmp0 (marks[i].tip, tip) == 0)
        return &marks[i];
    }

  return NULL;
}

/* The mark that says @tip when it is pointed at. */
static const BwMark *
mark_saying (const BwScene *scene,
             const char    *tip)
{
  const BwMark *mark = find_mark (scene, tip);

  if (mark == NULL)
    g_error ("nothing says “%s”", tip);

  return mark;
}

static gboolean
says (const BwScene *scene,
      const char    *text)
{
  gsize n;
  const BwMark *marks = bw_scene_get_marks (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (marks[i].kind == BW_MARK_TEXT && g_strcmp0 (marks[i].text, text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The bar that stands in the place of @touch. */
static const BwMark *
bar_in (const BwScene *scene,
        const BwMark  *touch)
{
  gsize n;
  const BwMark *marks = bw_scene_get_marks (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (marks[i].kind == BW_MARK_BOX && marks[i].row == touch->row && marks[i].x >= touch->x &&
          marks[i].x + marks[i].width <= touch->x + touch->width)
        return &marks[i];
    }
  g_error ("no bar stands there");
}

static void
assert_near (double a,
             double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

/* A bar: over which value its middle stands, and how high it is on the axis of scores. */
static void
assert_bar (const BwScene *scene,
            const char    *tip,
            double         value,
            double         height,
            BwInk          ink)
{
  const BwMark *bar = bar_in (scene, mark_saying (scene, tip));

  assert_near (bw_scene_get_across (scene, bar->x + bar->width / 2), value);
  assert_near (bw_scene_get_upright (scene, bar->y), height);
  g_assert_cmpint (bar->ink, ==, ink);
}

static void
assert_handle (const BwScene *scene,
               const char    *handle,
               const char    *tip,
               double         value,
               double         score)
{
  const BwMark *dot = mark_saying (scene, tip);

  g_assert_cmpint (dot->kind, ==, BW_MARK_DOT);
  g_assert_cmpstr (dot->handle, ==, handle);
  assert_near (bw_scene_get_upright (scene, dot->y), score);
  if (!isnan (value))
    assert_near (bw_scene_get_across (scene, dot->x), value);
}

/* Whole numbers have a bar each, from −0.5 to 20.5; the axis has 6 % of 21 more at each end. The
 * highest bar takes 86 % of the height. */
static void
test_line (void)
{
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *subtitle = NULL;
  double from, to;

  fixture_begin (&fixture, LINE, FALSE);
  scene = lay_out ("metric", &fixture);
  g_assert_true (bw_scene_get_across_ends (scene, &from, &to));
  assert_near (from, -1.76);
  assert_near (to, 21.76);
  assert_bar (scene, "0: 1 customer, score 0", 0, 86, BW_INK_RED);
  assert_bar (scene, "5: 1 customer, score 25", 5, 86, BW_INK_RED);
  assert_bar (scene, "10: 1 customer, score 50", 10, 86, BW_INK_AMBER);
  assert_bar (scene, "15: 1 customer, score 75", 15, 86, BW_INK_GREEN);
  assert_bar (scene, "20: 1 customer, score 100", 20, 86, BW_INK_GREEN);
  assert_handle (scene, "handle-0", "Goalpost at 0: score 0", 0, 0);
  assert_handle (scene, "handle-1", "Goalpost at 20: score 100", 20, 100);
  g_assert_true (says (scene, "1 without data") && says (scene, "Days"));
  g_assert_true (says (scene, "40") && says (scene, "70") && says (scene, "Watch"));
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
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;

  fixture_begin (&fixture, LINE, TRUE);
  scene = lay_out ("metric", &fixture);
  assert_bar (scene, "5: 1 customer, score 75", 5, 86, BW_INK_GREEN);
  assert_bar (scene, "15: 1 customer, score 25", 15, 86, BW_INK_RED);
  assert_handle (scene, "handle-0", "Goalpost at 0: score 100", 0, 100);
  assert_handle (scene, "handle-1", "Goalpost at 20: score 0", 20, 0);
}

static void
test_steps (void)
{
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;

  fixture_begin (&fixture, "{\"type\": \"steps\", \"steps\": [[0, 0], [10, 50], [20, 100]]}", FALSE);
  scene = lay_out ("metric", &fixture);
  assert_bar (scene, "5: 1 customer, score 0", 5, 86, BW_INK_RED);
  assert_bar (scene, "10: 1 customer, score 50", 10, 86, BW_INK_AMBER);
  assert_bar (scene, "15: 1 customer, score 50", 15, 86, BW_INK_AMBER);
  assert_handle (scene, "handle-1", "Step from 10: score 50", 10, 50);
}

/* A scale that reaches beyond the values makes the axis longer: from −0.5 to 40, and 6 % of 40.5. */
static void
test_wide_curve (void)
{
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  double from, to;

  fixture_begin (&fixture, "{\"type\": \"curve\", \"points\": [[0, 0], [10, 90], [40, 100]]}", FALSE);
  scene = lay_out ("metric", &fixture);
  g_assert_true (bw_scene_get_across_ends (scene, &from, &to));
  assert_near (from, -2.93);
  assert_near (to, 42.43);
  assert_bar (scene, "5: 1 customer, score 45", 5, 86, BW_INK_AMBER);
  assert_handle (scene, "handle-2", "Point at 40: score 100", 40, 100);
}

/* Places among five: (below + ½) / 5; such points can be looked at, not moved. */
static void
test_places (void)
{
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  gsize n;
  const BwMark *marks;

  fixture_begin (&fixture, "{\"type\": \"percentile\"}", FALSE);
  scene = lay_out ("metric", &fixture);
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
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  g_autofree char *finding = NULL;
  double from, to;

  fixture_begin (&fixture, LINE, FALSE);
  fixture.view.segment = 1;
  scene = lay_out ("metric", &fixture);
  g_assert_true (bw_scene_get_across_ends (scene, &from, &to));
  assert_near (from, -1.76);
  assert_near (to, 21.76);
  assert_bar (scene, "20: 1 customer, score 100", 20, 86, BW_INK_GREEN);
  finding = bw_chart_find ("metric")->finding (&fixture.view);
  g_assert_cmpstr (finding, ==, "Days: 0 of 1 customer score below 40");
}

/* Two of A, three of B: bars of 57 1/3 and 86; nobody has C, which keeps its place. */
static void
test_categories (void)
{
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  const BwMark *a, *b, *c;

  fixture_begin (&fixture, LINE, FALSE);
  fixture.view.metric = 1;
  scene = lay_out ("metric", &fixture);
  a = mark_saying (scene, "A: 2 customers, score 20");
  b = mark_saying (scene, "B: 3 customers, score 80");
  c = mark_saying (scene, "C: 0 customers, score 100");
  g_assert_true (a->x < b->x && b->x < c->x);
  assert_near (b->x - a->x, c->x - b->x);
  assert_near (bw_scene_get_upright (scene, bar_in (scene, a)->y), 86 * 2 / 3.0);
  assert_near (bw_scene_get_upright (scene, bar_in (scene, b)->y), 86);
  g_assert_cmpint (bar_in (scene, a)->ink, ==, BW_INK_RED);
  g_assert_cmpint (bar_in (scene, b)->ink, ==, BW_INK_GREEN);
  assert_handle (scene, "handle-0", "A: score 20", NAN, 20);
  assert_handle (scene, "handle-1", "B: score 80", NAN, 80);
  assert_handle (scene, "handle-2", "C: score 100", NAN, 100);
  g_assert_true (says (scene, "1 without data"));
  g_assert_cmpstr (bw_scene_get_description (scene), ==,
                   "Plan: A: 2 customers, score 20; B: 3 customers, score 80; "
                   "C: 0 customers, score 100");
}

/* Bars are counted once for any number of scales, and again where they are of something else. */
static void
test_values (void)
{
  g_auto(Fixture) fixture = { 0, };
  g_auto(Fixture) bent = { 0, };
  g_autoptr(BwModel) model = make_model ("{\"type\": \"linear\", \"from\": 5, \"to\": 6}", TRUE);
  g_autoptr(BwPrepared) prepared = NULL;
  const BwMetric *metric;
  const BwSheet narrow = { 90, 400, 1 };

  fixture_begin (&fixture, LINE, FALSE);
  metric = bw_model_get_metric (model, 0);
  prepared = bw_prepared_new (model, fixture.panel, 0, bw_results_get_prepared (fixture.results),
                              NULL);
  bent.results = bw_results_new (prepared, model);
  bent.view = fixture.view;
  bent.view.results = bent.results;
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr(BwValues) first = NULL;
      g_autoptr(BwValues) same = NULL;
      g_autoptr(BwValues) other = NULL;
      g_autoptr(BwValues) coarse = NULL;

      fixture.view.segment = bent.view.segment = pass == 0 ? BW_ALL_SEGMENTS : 0;
      first = bw_values_new (&fixture.view, bw_model_get_metric (bw_results_get_model (fixture.results), 0),
                             &sheet, NULL);
      same = bw_values_new (&bent.view, metric, &sheet, first);
      g_assert_true (same == first);
      g_assert_cmpuint (first->n_present, ==, pass == 0 ? 5 : 4);
      g_assert_cmpuint (first->n_missing, ==, pass == 0 ? 1 : 0);
      bent.view.segment = 1;
      other = bw_values_new (&bent.view, metric, &sheet, first);
      g_assert_true (other != first && other->n_present == 1 && other->n_missing == 1);
      coarse = bw_values_new (&fixture.view, metric, &narrow, first);
      g_assert_true (coarse != first && coarse->n_bars < first->n_bars);
    }
}

/* Days: mean 50 of five, 3/4 of 50 lost. Plan: mean (2 · 20 + 3 · 80) / 5 = 56, 1/4 of 44 lost. Who
 * has neither scores nothing and costs nothing. */
static void
test_points_lost (void)
{
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = NULL;
  g_autofree char *finding = NULL;
  const BwMark *one, *two;

  fixture_begin (&fixture, LINE, FALSE);
  scene = lay_out ("metrics", &fixture);
  one = mark_saying (scene, "Days: 37.5 points lost, weighs 75\u00a0%");
  two = mark_saying (scene, "Plan: 11.0 points lost, weighs 25\u00a0%");
  g_assert_cmpfloat (one->y + one->height, <=, two->y + 1e-9);
  assert_near (bar_in (scene, two)->width / bar_in (scene, one)->width, 11 / 37.5);
  g_assert_true (says (scene, "Days") && says (scene, "37.5") && says (scene, "11.0"));
  finding = bw_chart_find ("metrics")->finding (&fixture.view);
  g_assert_cmpstr (finding, ==,
                   "Days costs most: 37.5 of the 48.5 points that the mean score lacks");
}

/* Where one line has room, the costliest metric has it. */
static void
test_no_room (void)
{
  g_auto(Fixture) fixture = { 0, };
  const BwSheet low = { 900, 30, 1 };
  g_autoptr(BwScene) scene = bw_scene_new (low.width, low.height);

  fixture_begin (&fixture, LINE, FALSE);
  bw_chart_find ("metrics")->layout (scene, &fixture.view, &low);
  mark_saying (scene, "Days: 37.5 points lost, weighs 75\u00a0%");
  g_assert_null (find_mark (scene, "Plan: 11.0 points lost, weighs 25\u00a0%"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metric/line", test_line);
  g_test_add_func ("/metric/hurts", test_hurts);
  g_test_add_func ("/metric/steps", test_steps);
  g_test_add_func ("/metric/wide-curve", test_wide_curve);
  g_test_add_func ("/metric/places", test_places);
  g_test_add_func ("/metric/segment", test_segment);
  g_test_add_func ("/metric/categories", test_categories);
  g_test_add_func ("/metric/values", test_values);
  g_test_add_func ("/metrics/points-lost", test_points_lost);
  g_test_add_func ("/metrics/no-room", test_no_room);

  return g_test_run ();
}
