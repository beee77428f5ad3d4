/* Versions on a time line: where they are marked, which fall into one, and what is said of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "chart/date-marks.h"

#include <math.h>
#include <string.h>

/* Twelve month ends; the newest is 30 November 2026. */
static const Book book = { "marks", 60, 12, 0.05 };
static const BwSheet sheet = { 900, 420, 1 };

#define NEWEST 20787.0
#define DAYS(n) (NEWEST - (n))

typedef struct
{
  const char *name;
  guint       n;
  double      dates[6];
  const char *tips[6]; /* up to the NULL: how each mark's tip begins */
} Case;

static const Case cases[] = {
  { "one", 1, { DAYS (100) }, { "Version “V1” (22 Aug 2026)" } },
  { "apart", 2, { DAYS (200), DAYS (20) }, { "Version “V1”", "Version “V2”" } },
  { "close", 3, { DAYS (101), DAYS (100), DAYS (99) },
    { "3 versions: “V1” (21 Aug 2026), “V2” (22 Aug 2026), “V3” (23 Aug 2026)" } },
  { "two-and-one", 3, { DAYS (201), DAYS (200), DAYS (20) }, { "2 versions: “V1”", "Version “V3”" } },
  { "before-all", 1, { DAYS (2000) }, { "Version “V1” (" } },
  { "after-all", 2, { NEWEST + 1, NEWEST + 300 }, { "2 versions: “V1” (1 Dec 2026), “V2”" } },
  { "six-at-once", 6, { DAYS (9), DAYS (9), DAYS (9), DAYS (9), DAYS (9), DAYS (9) },
    { "6 versions: “V1” (21 Nov 2026), “V2” (21 Nov 2026), “V3” (21 Nov 2026), "
      "“V4” (21 Nov 2026) and 2 more" } },
  { "none", 0, { 0 }, { NULL } },
};

static gboolean
tells_versions (const BwMark *mark)
{
  return mark->kind == BW_MARK_TOUCH && mark->row == BW_NO_ROW && mark->tip != NULL;
}

static void
set_marks (Fixture    *fixture,
           const Case *c)
{
  g_ptr_array_set_size (fixture->marks, 0);
  for (guint i = 0; i < c->n; i++)
    {
      g_autofree char *name = g_strdup_printf ("V%u", i + 1);

      g_ptr_array_add (fixture->marks, bw_date_mark_new (c->dates[i], name));
    }
}

static void
test_marks (gconstpointer data)
{
  static const char *const charts[] = { "bands", "trend" };
  const Case *c = data;
  g_auto(Fixture) fixture = { 0, };

  fixture_begin (&fixture, &book);
  set_marks (&fixture, c);
  for (guint k = 0; k < G_N_ELEMENTS (charts); k++)
    {
      g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);
      const BwMark *marks;
      gsize n_marks;
      guint found = 0;

      bw_chart_find (charts[k])->layout (scene, &fixture.view, &sheet);
      marks = bw_scene_get_marks (scene, &n_marks);
      for (gsize i = 0; i < n_marks; i++)
        {
          if (!tells_versions (&marks[i]))
            continue;

          g_assert_nonnull (c->tips[found]);
          if (!g_str_has_prefix (marks[i].tip, c->tips[found]))
            g_error ("“%s” does not begin with “%s”", marks[i].tip, c->tips[found]);
          found++;
        }
      g_assert_null (c->tips[found]);
    }
}

/* A day half-way between two snapshots stands half-way between them. */
static void
test_place (void)
{
  static const Case c = { "place", 1, { DAYS (15) } }; /* 31 October is day 30 before */
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);
  const BwMark *marks;
  gsize n_marks;
  double x = NAN, head = NAN, ends[2] = { NAN, NAN };

  fixture_begin (&fixture, &book);
  set_marks (&fixture, &c);
  bw_chart_find ("bands")->layout (scene, &fixture.view, &sheet);
  marks = bw_scene_get_marks (scene, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    {
      if (tells_versions (&marks[i]))
        x = marks[i].x + marks[i].width / 2;
      else if (marks[i].kind == BW_MARK_DOT)
        head = marks[i].x;
      else if (marks[i].kind == BW_MARK_AREA)
        {
          ends[0] = marks[i].points[2 * (marks[i].n_points / 2 - 2)];
          ends[1] = marks[i].points[2 * (marks[i].n_points / 2 - 1)];
        }
    }
  g_assert_cmpfloat_with_epsilon (x, (ends[0] + ends[1]) / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (head, x, 1e-6);
}

typedef struct
{
  const char *name;
  guint       n_versions;
  gboolean    then;
  double      first; /* the day of the version that earlier snapshots are shown under; NaN: none */
  const char *end;   /* of the subtitle; "" where it says nothing */
} Saying;

static const Saying sayings[] = {
  { "no-versions", 0, FALSE, NAN, "" },
  { "restated", 3, FALSE, NAN, "; all under today’s model" },
  { "then", 3, TRUE, DAYS (1000), "; each as scored then" },
  { "then-and-before", 3, TRUE, DAYS (100), "; each as scored then; before 22 Aug 2026 under “First”" },
};

static void
test_saying (gconstpointer data)
{
  const Saying *c = data;
  const BwDateMark first = { c->first, "First" };
  Book own = book;
  g_auto(Fixture) fixture = { 0, };
  g_autofree char *subtitle = NULL;

  own.n_versions = c->n_versions;
  own.then = c->then;
  fixture_begin (&fixture, &own);
  fixture.view.then_first = isnan (c->first) ? NULL : &first;
  subtitle = bw_chart_find ("bands")->subtitle (&fixture.view);
  g_assert_true (g_str_has_suffix (subtitle, c->end));
  if (*c->end == '\0')
    g_assert_null (strchr (subtitle, ';'));
}

/* As scored then, the newest snapshot too is that of the history. */
static void
test_then (void)
{
  Book own = book;
  g_auto(Fixture) fixture = { 0, };
  BwResults *now;

  own.nudge = TRUE;
  fixture_begin (&fixture, &own);
  now = fixture.view.results;
  fixture.view.results = fixture.baseline;
  for (guint then = 0; then < 2; then++)
    {
      g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);
      const guint n = bw_results_get_summary (then ? now : fixture.baseline,
                                              BW_ALL_SEGMENTS)->band_counts[0];
      g_autofree char *count = g_strdup_printf ("30 Nov 2026: At risk %u (", n);

      fixture.view.then = then;
      bw_chart_find ("bands")->layout (scene, &fixture.view, &sheet);
      g_assert_nonnull (strstr (bw_scene_get_description (scene), count));
    }
  fixture.view.results = now;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/date-marks/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_marks);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/date-marks/said/", sayings[i].name, NULL);

      g_test_add_data_func (path, &sayings[i], test_saying);
    }
  g_test_add_func ("/chart/date-marks/place", test_place);
  g_test_add_func ("/chart/date-marks/then", test_then);

  return g_test_run ();
}
