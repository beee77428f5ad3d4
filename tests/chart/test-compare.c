/* The charts of two models: a table whose cells add up, told apart by place and colour; lines of ranks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "chart/agreement.h"
#include "score/rank-moves.h"

#include <math.h>

/* What the marks of one cell say. */
typedef struct
{
  const BwMark *box;  /* the ground or the place of it */
  const char   *text; /* in it, or NULL */
} Cell;

static gboolean
is_inside (const BwMark *text,
           const BwMark *box)
{
  return text->kind == BW_MARK_TEXT && text->x > box->x && text->x < box->x + box->width &&
         text->y >= box->y && text->y < box->y + box->height / 2;
}

static Cell
cell_at (const BwScene *scene,
         guint          from,
         guint          to)
{
  gsize n;
  const BwMark *marks = bw_scene_get_marks (scene, &n);
  Cell cell = { NULL, NULL };

  for (gsize i = 0; i < n; i++)
    {
      if (marks[i].tip != NULL && marks[i].row == bw_matrix_row (from, to))
        cell.box = &marks[i];
    }
  g_assert_nonnull (cell.box);
  for (gsize i = 0; i < n && cell.text == NULL; i++)
    {
      if (is_inside (&marks[i], cell.box))
        cell.text = marks[i].text;
    }

  return cell;
}

static gboolean
says (const BwScene *scene,
      const char    *text)
{
  gsize n;
  const BwMark *marks = bw_scene_get_marks (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (marks[i].kind == BW_MARK_TEXT && g_str_equal (marks[i].text, text))
        return TRUE;
    }

  return FALSE;
}

/* 5 + 3 + 1 at risk before, 2 + 7 in Watch, 4 + 6 Healthy, of which 6 lose their score. */
static const BwComparison worked = {
  .n_customers = 28,
  .counts = { { 5, 3, 1 }, { 2, 7 }, { [2] = 4, [BW_NO_BAND] = 6 } },
  .money = { { 50, 30, 10 }, { 20, 70 }, { [2] = 40, [BW_NO_BAND] = 60 } },
  .movement = { 12, 120 },
};

static void
test_matrix (void)
{
  const Book book = { "matrix", 28, 1, 0, .nudge = TRUE };
  const BwSheet sheet = { 900, 420, 1 };
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);
  g_autofree char *finding = NULL;
  guint from, to;

  fixture_begin (&fixture, &book);
  fixture.view.comparison = &worked;
  bw_chart_find ("matrix")->layout (scene, &fixture.view, &sheet);

  g_assert_cmpstr (cell_at (scene, 0, 0).text, ==, "5");
  g_assert_cmpstr (cell_at (scene, 0, 1).text, ==, "▲ 3");
  g_assert_cmpstr (cell_at (scene, 0, 2).text, ==, "▲ 1");
  g_assert_cmpstr (cell_at (scene, 1, 0).text, ==, "▼ 2");
  g_assert_cmpstr (cell_at (scene, 1, 2).text, ==, "0");
  g_assert_cmpstr (cell_at (scene, 2, BW_NO_BAND).text, ==, "6");
  g_assert_true (says (scene, "9") && says (scene, "10") && says (scene, "28")); /* totals */
  g_assert_true (says (scene, "$280"));
  g_assert_cmpstr (cell_at (scene, 1, 0).box->tip, ==, "From Watch to At risk: 2 customers, $20");

  /* Told apart by colour, and by place: who rises stands to the right of who stays. */
  g_assert_cmpint (cell_at (scene, 0, 1).box->ink, ==, BW_INK_GREEN);
  g_assert_cmpint (cell_at (scene, 1, 0).box->ink, ==, BW_INK_RED);
  g_assert_cmpint (cell_at (scene, 1, 1).box->ink, ==, BW_INK_GREY_TINT);
  g_assert_cmpint (cell_at (scene, 1, 2).box->kind, ==, BW_MARK_TOUCH);
  g_assert_cmpfloat (cell_at (scene, 0, 1).box->x, >, cell_at (scene, 0, 0).box->x);
  g_assert_cmpfloat (cell_at (scene, 1, 0).box->y, >, cell_at (scene, 0, 0).box->y);
  /* The more, the stronger. */
  g_assert_cmpfloat (cell_at (scene, 0, 1).box->fade, <, cell_at (scene, 0, 2).box->fade);

  g_assert_true (bw_matrix_find_bands (bw_matrix_row (2, BW_NO_BAND), &from, &to));
  g_assert_true (from == 2 && to == BW_NO_BAND);
  g_assert_false (bw_matrix_find_bands (BW_NO_ROW, &from, &to));
  finding = bw_chart_find ("matrix")->finding (&fixture.view);
  g_assert_cmpstr (finding, ==, "12 customers, $120 of ARR, change band: "
                   "4 rise, 2 fall, 6 get or lose a score");
}

/* What is worked out from real scores says of each cell what the scores say one by one. */
static void
test_cells (void)
{
  const Book book = { "cells", 412, 1, 0.1, .nudge = TRUE };
  const BwSheet sheet = { 900, 420, 1 };
  g_auto(Fixture) fixture = { 0, };
  g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);
  gsize counts[BW_MAX_BANDS + 1][BW_MAX_BANDS + 1] = { { 0 } };
  const guint bands[] = { 0, 1, 2, BW_NO_BAND };

  fixture_begin (&fixture, &book);
  for (gsize row = 0; row < bw_results_get_n_rows (fixture.results); row++)
    counts[bw_results_get_band (fixture.baseline, row)][bw_results_get_band (fixture.results, row)]++;
  bw_chart_find ("matrix")->layout (scene, &fixture.view, &sheet);

  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (bands); k++)
        {
          const char *text = cell_at (scene, bands[i], bands[k]).text;
          g_autofree char *number = g_strdup_printf ("%zu", counts[bands[i]][bands[k]]);

          g_assert_true (g_str_has_suffix (text, number));
        }
    }
}

static void
test_slopes (void)
{
  static const guint sizes[] = { 2, 20, 400, 5000 };
  const BwSheet sheet = { 700, 420, 1 };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      const Book book = { "slopes", sizes[s], 1, 0.05, .nudge = TRUE };
      g_auto(Fixture) fixture = { 0, };
      g_autoptr(BwScene) scene = bw_scene_new (sheet.width, sheet.height);
      g_autoptr(GArray) moves = NULL;
      guint first, n_strong = 0, n_quiet = 0;
      gboolean named = FALSE;
      const BwMark *marks;
      gsize n;

      fixture_begin (&fixture, &book);
      bw_chart_find ("slopes")->layout (scene, &fixture.view, &sheet);
      moves = bw_results_list_rank_moves (fixture.baseline, fixture.results, BW_ALL_SEGMENTS);
      marks = bw_scene_get_marks (scene, &n);
      for (gsize i = 0; i < n; i++)
        {
          n_strong += marks[i].kind == BW_MARK_LINE && marks[i].fade == 0 && marks[i].width == 2;
          n_quiet += marks[i].kind == BW_MARK_LINE && marks[i].fade > 0;
        }
      g_assert_cmpuint (n_strong, <=, 12);
      g_assert_cmpuint (n_quiet, <=, 120);
      if (sizes[s] < 20)
        continue;

      g_assert_cmpuint (n_strong, >=, 2);
      g_assert_cmpuint (bw_rank_moves_find_biggest (moves, TRUE, 1, &first), ==, 1);
      for (gsize i = 0; i < n; i++)
        {
          named |= marks[i].tip != NULL &&
                   marks[i].row == g_array_index (moves, BwRankMove, first).row;
        }
      g_assert_true (named); /* the biggest riser is */
    }
}

static const struct
{
  double      correlation;
  const char *words;
} agreements[] = {
  { 1, "The same order" },
  { 0.97, "Nearly the same order" },
  { 0.8, "Much the same order" },
  { 0, "Two unrelated orders" },
  { -1, "Rather the opposite order" },
  { NAN, "Too few customers to tell" },
};

static void
test_agreement (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (agreements); i++)
    g_assert_cmpstr (bw_words_agreement (agreements[i].correlation), ==, agreements[i].words);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/matrix/worked", test_matrix);
  g_test_add_func ("/chart/matrix/cells", test_cells);
  g_test_add_func ("/chart/slopes", test_slopes);
  g_test_add_func ("/chart/agreement", test_agreement);

  return g_test_run ();
}
