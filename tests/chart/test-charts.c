/* What every chart promises, asked of every chart over every book at every size. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "chart/paint.h"
#include "chart/picture.h"
#include "chart/ruler.h"

#include <math.h>

#define EPSILON 0.51 /* half a pixel of rounding */

static const char five_bands[] =
  "[{\"id\": \"a\", \"name\": \"Critical\", \"colour\": \"red\", \"from\": 0},"
  " {\"id\": \"b\", \"name\": \"At risk\", \"colour\": \"orange\", \"from\": 33},"
  " {\"id\": \"c\", \"name\": \"Watch\", \"colour\": \"amber\", \"from\": 35},"
  " {\"id\": \"d\", \"name\": \"Healthy\", \"colour\": \"green\", \"from\": 36.5},"
  " {\"id\": \"e\", \"name\": \"Champions of the year\", \"colour\": \"blue\", \"from\": 99}]";

static const Book books[] = {
  { "usual", 412, 12, 0.05, .nudge = TRUE },
  { "nobody", 0, 2, 0 },
  { "one-customer", 1, 12, 0 },
  { "few", 4, 3, 0.1, .nudge = TRUE },
  { "one-snapshot", 60, 1, 0.05 },
  { "undated", 60, 1, 0.05, .undated = TRUE },
  { "nothing-known", 20, 3, 1 },
  { "much-missing", 120, 24, 0.5, .nudge = TRUE },
  { "long-names", 90, 12, 0.05, .long_names = TRUE, .nudge = TRUE },
  { "narrow-bands", 300, 6, 0.05, .edges = five_bands },
  { "one-version", 60, 6, 0.05, .n_versions = 1 },
  { "as-scored-then", 60, 12, 0.05, .n_versions = 4, .nudge = TRUE, .then = TRUE },
  { "60-versions", 60, 12, 0.05, .long_names = TRUE, .n_versions = 60 },
  { "versions-of-undated", 60, 1, 0.05, .undated = TRUE, .n_versions = 3 },
  { "everything-long", 90, 40, 0.3, .long_names = TRUE, .edges = five_bands, .nudge = TRUE },
};

static const BwSheet sheets[] = {
  { 900, 420, 1 },
  { 640, 400, 1 },
  { 360, 240, 1 },
  { 200, 150, 1 },
  { 90, 60, 1 },
  { 20, 10, 1 },
  { 760, 500, 1.5 },
  { 1720, 760, 2.33, .page = TRUE },
  { 1080, 640, 1.94, .page = TRUE },
  { 300, 900, 1, .page = TRUE },
};

typedef struct
{
  double left, top, right, bottom;
} Place;

/* Where a text stands, as it will be painted. */
static Place
place_of (const BwMark *mark,
          BwRuler      *ruler)
{
  double width = bw_ruler_width (ruler, mark->text, mark->size, mark->bold);
  double left = mark->x;

  if (mark->width > 0)
    width = MIN (width, mark->width);
  if (mark->align == BW_ALIGN_MIDDLE)
    left -= width / 2;
  else if (mark->align == BW_ALIGN_END)
    left -= width;

  return (Place) {
           left, mark->y, left + width, mark->y + bw_ruler_height (ruler, mark->size),
  };
}

static void
assert_on_paper (const BwMark *mark,
                 Place         place,
                 double        width,
                 double        height)
{
  if (place.left < -EPSILON || place.top < -EPSILON || place.right > width + EPSILON ||
      place.bottom > height + EPSILON || isnan (place.left) || isnan (place.bottom))
    g_error ("kind %d “%s” at %.1f, %.1f to %.1f, %.1f is off the paper of %.0f × %.0f",
             mark->kind, mark->text != NULL ? mark->text : "", place.left, place.top, place.right,
             place.bottom, width, height);
}

/* Lines of text may touch by the air that fonts have above and below letters. */
static void
assert_apart (const BwMark *a,
              Place         pa,
              const BwMark *b,
              Place         pb)
{
  const double air = 0.15 * MIN (a->size, b->size);

  if (pa.left < pb.right - EPSILON && pb.left < pa.right - EPSILON &&
      pa.top + air < pb.bottom - air && pb.top + air < pa.bottom - air)
    g_error ("“%s” and “%s” overlap", a->text, b->text);
}

static Place
bounds_of (const BwMark *mark,
           BwRuler      *ruler)
{
  double x, y, width, height;

  if (mark->kind == BW_MARK_TEXT)
    return place_of (mark, ruler);

  bw_mark_get_bounds (mark, &x, &y, &width, &height);

  return (Place) { x, y, x + width, y + height };
}

static void
check_scene (const BwScene *scene,
             const char    *font)
{
  g_autoptr(BwRuler) ruler = bw_ruler_new (font);
  const BwMark *marks;
  gsize n_marks;

  marks = bw_scene_get_marks (scene, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    {
      const Place place = bounds_of (&marks[i], ruler);

      assert_on_paper (&marks[i], place, bw_scene_get_width (scene), bw_scene_get_height (scene));
      if (marks[i].kind != BW_MARK_TEXT)
        continue;

      g_assert_true (g_utf8_validate (marks[i].text, -1, NULL));
      for (gsize k = 0; k < i; k++)
        {
          if (marks[k].kind == BW_MARK_TEXT)
            assert_apart (&marks[k], place_of (&marks[k], ruler), &marks[i], place);
        }
    }
}

static void
check_paints (const BwScene *scene)
{
  gsize n_palettes;
  const BwPalette *palettes = bw_palettes (&n_palettes);

  for (gsize i = 0; i < n_palettes; i++)
    {
      g_autoptr(cairo_surface_t) surface =
        cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 64, 48);
      g_autoptr(cairo_t) cr = cairo_create (surface);

      cairo_scale (cr, 64 / bw_scene_get_width (scene), 48 / bw_scene_get_height (scene));
      bw_paint_scene (scene, &palettes[i], NULL, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    }
}

static void
check_chart (const BwChart *chart,
             const BwView  *view)
{
  g_autofree char *finding = chart->finding (view);
  g_autofree char *subtitle = chart->subtitle (view);

  g_assert_cmpstr (finding, !=, "");
  g_assert_nonnull (subtitle);

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr(BwScene) scene = bw_scene_new (sheets[i].width, sheets[i].height);

      chart->layout (scene, view, &sheets[i]);
      g_assert_cmpstr (bw_scene_get_description (scene), !=, "");
      check_scene (scene, sheets[i].font);
      if (i % 4 == 0)
        check_paints (scene);
    }
}

static void
test_book (gconstpointer data)
{
  const Book *book = data;
  g_auto(Fixture) fixture = { 0, };
  const guint segments[] = { BW_ALL_SEGMENTS, 0, 1 };
  gsize n_charts;
  const BwChart *const *charts = bw_charts (&n_charts);

  fixture_begin (&fixture, book);
  for (gsize i = 0; i < n_charts; i++)
    for (gsize s = 0; s < G_N_ELEMENTS (segments); s++)
      {
        BwView view = fixture.view;

        g_test_message ("%s of segment %u", charts[i]->id, segments[s]);
        view.segment = segments[s];
        check_chart (charts[i], &view);

        view.history = NULL;
        view.baseline = NULL;
        view.before = NULL;
        view.baseline_name = NULL;
        view.customer = BW_NONE;
        check_chart (charts[i], &view);
      }
}

static void
test_pages (gconstpointer data)
{
  const Book *book = data;
  static const guint sizes[][2] = { { 1920, 1080 }, { 1200, 900 }, { 640, 360 }, { 400, 700 } };
  g_auto(Fixture) fixture = { 0, };
  gsize n_charts;
  const BwChart *const *charts = bw_charts (&n_charts);

  fixture_begin (&fixture, book);
  for (gsize i = 0; i < n_charts; i++)
    for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        const BwPicture picture = {
          .chart = charts[i],
          .palette = bw_palette_find ("light"),
          .width = sizes[s][0],
          .height = sizes[s][1],
        };
        g_autoptr(BwScene) scene = bw_picture_layout (&picture, &fixture.view);

        g_test_message ("%s at %u × %u", charts[i]->id, sizes[s][0], sizes[s][1]);
        check_scene (scene, NULL);
      }
}

/* A bar is as high as its number of customers says. */
static void
test_heights (void)
{
  const Book book = { "heights", 4000, 1, 0 };
  const BwSheet sheet = { 900, 420, 1 };
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);
  const BwSummary *summary;
  const BwMark *marks;
  gsize n_marks, n_bars = 0;
  double unit = NAN;

  fixture_begin (&fixture, &book);
  summary = bw_results_get_summary (fixture.results, BW_ALL_SEGMENTS);
  bw_chart_find ("distribution")->layout (scene, &fixture.view, &sheet);

  marks = bw_scene_get_marks (scene, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    {
      double height;

      if (marks[i].kind != BW_MARK_BOX || marks[i].row == BW_NO_ROW || marks[i].height <= 1)
        continue;

      height = marks[i].height / summary->bins[marks[i].row];
      unit = isnan (unit) ? height : unit;
      g_assert_cmpfloat_with_epsilon (height, unit, 1e-9);
      n_bars++;
    }
  g_assert_cmpuint (n_bars, >, 20);
}

/* On screen each edge can be dragged, and where it stands reads back as its score; on a page it
 * cannot. */
static void
test_handles (void)
{
  const Book book = { "handles", 412, 1, 0 };
  g_auto(Fixture) fixture = { 0, };
  BwSheet sheet = { 900, 420, 1 };

  fixture_begin (&fixture, &book);
  for (guint page = 0; page < 2; page++)
    {
      g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);
      const BwMark *marks;
      gsize n_marks, n_handles = 0;

      sheet.page = page;
      bw_chart_find ("distribution")->layout (scene, &fixture.view, &sheet);
      marks = bw_scene_get_marks (scene, &n_marks);
      for (gsize i = 0; i < n_marks; i++)
        {
          if (marks[i].handle == NULL || marks[i].kind != BW_MARK_LINE)
            continue;

          g_assert_cmpfloat_with_epsilon (bw_scene_get_across (scene, marks[i].points[0]),
                                          n_handles == 0 ? 40 : 70, 1e-9);
          g_assert_cmpstr (marks[i].handle, ==, n_handles == 0 ? "band-1" : "band-2");
          n_handles++;
        }
      g_assert_cmpuint (n_handles, ==, page ? 0 : 2);
    }
}

/* Every chart can be pointed at. */
static void
test_tips (void)
{
  const Book book = { "tips", 412, 12, 0.05, .nudge = TRUE };
  const BwSheet sheet = { 900, 420, 1 };
  g_auto(Fixture) fixture = { 0, };
  gsize n_charts;
  const BwChart *const *charts = bw_charts (&n_charts);

  fixture_begin (&fixture, &book);
  for (gsize i = 0; i < n_charts; i++)
    {
      g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);
      const BwMark *marks;
      gsize n_marks, n_tips = 0;

      charts[i]->layout (scene, &fixture.view, &sheet);
      marks = bw_scene_get_marks (scene, &n_marks);
      for (gsize k = 0; k < n_marks; k++)
        n_tips += marks[k].tip != NULL;
      g_test_message ("%s has %" G_GSIZE_FORMAT " tips", charts[i]->id, n_tips);
      g_assert_cmpuint (n_tips, >, 1);
    }
}

static void
test_find (void)
{
  g_assert_nonnull (bw_chart_find ("distribution"));
  g_assert_nonnull (bw_chart_find ("bands"));
  g_assert_nonnull (bw_chart_find ("trend"));
  g_assert_nonnull (bw_chart_find ("why"));
  g_assert_null (bw_chart_find ("pie"));
  g_assert_null (bw_chart_find (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/book/%s", books[i].name);
      g_autofree char *pages = g_strdup_printf ("/chart/pages/%s", books[i].name);

      g_test_add_data_func (path, &books[i], test_book);
      g_test_add_data_func (pages, &books[i], test_pages);
    }
  g_test_add_func ("/chart/heights", test_heights);
  g_test_add_func ("/chart/handles", test_handles);
  g_test_add_func ("/chart/tips", test_tips);
  g_test_add_func ("/chart/find", test_find);

  return g_test_run ();
}
