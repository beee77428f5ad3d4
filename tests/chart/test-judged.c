/* Charts of how well the score told who left say the figures they are made of. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "chart/judged-words.h"
#include "chart/picture.h"

#include <math.h>

static const Book usual = { "usual", 1500, 1, 0.05 };
static const Book many = { "many", 20000, 1, 0.05 };
static const Book few = { "few", 150, 1, 0 };

/* The tips of a scene's marks, one line each. */
static char *
list_tips (const BwScene *scene)
{
  GString *tips = g_string_new (NULL);
  gsize n_marks;
  const BwMark *marks = bw_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    {
      if (marks[i].tip != NULL)
        g_string_append_printf (tips, "%s\n", marks[i].tip);
    }

  return g_string_free (tips, FALSE);
}

static char *
draw (const char   *id,
      const BwView *view)
{
  const BwSheet sheet = { 700, 400, 1 };
  g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);

  bw_chart_find (id)->layout (scene, view, &sheet);

  return list_tips (scene);
}

static gsize
count_lines (const char *text)
{
  gsize n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';

  return n;
}

/* Ten tenths, who left in each adding up to all. */
static void
test_calibration (void)
{
  g_auto(Fixture) fixture = { 0 };
  g_autofree char *tips = NULL;
  g_auto(GStrv) lines = NULL;
  const BwFigures *figures;
  double gone = 0;

  fixture_begin (&fixture, &usual);
  figures = bw_judged_words_find (&fixture.view);
  g_assert_nonnull (figures);
  g_assert_true (figures->enough);

  tips = draw ("calibration", &fixture.view);
  g_assert_cmpuint (count_lines (tips), ==, BW_N_TENTHS);
  lines = g_strsplit (tips, "\n", -1);
  for (guint i = 0; i < BW_N_TENTHS; i++)
    {
      g_autofree char *n_gone = g_strdup_printf (": %.0f of ", round (figures->tenths[i].rate.n_gone));

      g_assert_nonnull (strstr (lines[i], n_gone));
      gone += figures->tenths[i].rate.n_gone;
    }
  g_assert_cmpfloat_with_epsilon (gone, figures->base.n_gone, 1e-6);
}

/* What is expected falls or rises all the way: where it leaves the picture it is not drawn on. */
static void
test_expected (gconstpointer data)
{
  const BwSheet sheet = { 700, 400, 1 };
  g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);
  g_auto(Fixture) fixture = { 0 };
  const BwMark *marks;
  gsize n_marks;
  guint n_curves = 0;

  fixture_begin (&fixture, data);
  bw_chart_find ("calibration")->layout (scene, &fixture.view, &sheet);
  marks = bw_scene_get_marks (scene, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    {
      const double *points = marks[i].points;

      if (marks[i].kind != BW_MARK_LINE || marks[i].n_points < 10)
        continue;

      n_curves++;
      for (guint k = 2; k < marks[i].n_points; k++)
        g_assert_cmpfloat ((points[2 * k + 1] - points[2 * k - 1]) * (points[3] - points[1]), >, 0);
    }
  g_assert_cmpuint (n_curves, ==, 1);
}

/* Both curves end at everybody. */
static void
test_curves (void)
{
  static const char *const ids[] = { "gain", "roc" };
  g_auto(Fixture) fixture = { 0 };

  fixture_begin (&fixture, &usual);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *tips = draw (ids[i], &fixture.view);

      g_assert_cmpuint (count_lines (tips), ==, BW_N_TENTHS);
      g_assert_nonnull (strstr (tips, "100"));
    }
}

/* Where there are too few, a sentence with the counts stands in place of each chart. */
static void
test_too_few (void)
{
  static const char *const ids[] = { "calibration", "gain", "roc" };
  g_auto(Fixture) fixture = { 0 };

  fixture_begin (&fixture, &few);
  g_assert_nonnull (fixture.validation);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *said = bw_chart_find (ids[i])->finding (&fixture.view);
      g_autofree char *tips = draw (ids[i], &fixture.view);

      g_assert_cmpstr (tips, ==, "");
      g_assert_nonnull (strstr (said, "150 customers judged"));
    }
}

static void
test_no_outcome (void)
{
  g_auto(Fixture) fixture = { 0 };
  g_autofree char *said = NULL;

  fixture_begin (&fixture, &usual);
  fixture.view.validation = NULL;
  said = bw_chart_find ("calibration")->finding (&fixture.view);
  g_assert_cmpstr (said, ==, "Choose first what tells which customers left.");
}

/* The footer says of how many, and that it only describes. */
static void
test_footer (void)
{
  g_auto(Fixture) fixture = { 0 };
  g_autofree char *footer = NULL;
  g_autofree char *other = NULL;
  g_autofree char *left = NULL;

  fixture_begin (&fixture, &usual);
  footer = bw_picture_footer_of (bw_chart_find ("calibration"), &fixture.view);
  left = g_strdup_printf (" customers judged, %" G_GSIZE_FORMAT " of them left",
                          bw_judged_words_find (&fixture.view)->n_gone);
  g_assert_nonnull (strstr (footer, left));
  g_assert_nonnull (strstr (footer, "does not forecast"));

  other = bw_picture_footer_of (bw_chart_find ("distribution"), &fixture.view);
  g_assert_null (strstr (other, "judged"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/judged/calibration", test_calibration);
  g_test_add_data_func ("/judged/expected/usual", &usual, test_expected);
  g_test_add_data_func ("/judged/expected/many", &many, test_expected);
  g_test_add_func ("/judged/curves", test_curves);
  g_test_add_func ("/judged/too-few", test_too_few);
  g_test_add_func ("/judged/no-outcome", test_no_outcome);
  g_test_add_func ("/judged/footer", test_footer);

  return g_test_run ();
}
