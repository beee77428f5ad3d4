/* Who moves from which band to which between two models, in customers and in money. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for each band under the one model, a column for each under the other, the lowest first, so
 * that those who rise stand to the right of the diagonal and those who fall to the left. The more
 * customers, the stronger the ground; those who stay are quiet. */

#include "chart/charts.h"
#include "chart/agreement.h"
#include "chart/grid.h"
#include "chart/words.h"

#include "format/format.h"
#include "score/band-move.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PALEST 0.88 /* fade of the ground of one customer */
#define FULLEST 0.52 /* and of the cell with most */

typedef struct
{
  BwComparison   comparison;
  const BwView  *view;
  const BwModel *from;
  const BwModel *to;
  guint          n_from; /* rows without the totals: the bands and not enough data */
  guint          n_to;
  gsize          most;   /* customers in the fullest cell of those who move */
  const char    *money_name; /* or NULL, without money */
  const char    *currency;   /* or NULL */
} Matrix;

static guint
band_at (guint i,
         guint n)
{
  return i + 1 < n ? i : BW_NO_BAND;
}

static BwBandMove
move_at (const Matrix *self,
         guint         i,
         guint         j)
{
  return bw_band_move (self->from, band_at (i, self->n_from), self->to, band_at (j, self->n_to));
}

static void
matrix_init (Matrix       *self,
             const BwView *view)
{
  BwPanel *panel = bw_words_get_panel (view);
  const guint money = bw_panel_find_role (panel, BW_ROLE_MONEY);

  self->view = view;
  self->from = bw_results_get_model (view->baseline);
  self->to = bw_results_get_model (view->results);
  self->n_from = bw_model_get_n_bands (self->from) + 1;
  self->n_to = bw_model_get_n_bands (self->to) + 1;
  self->money_name = money != BW_NONE ? bw_panel_get_column (panel, money)->name : NULL;
  self->currency = money != BW_NONE ? bw_panel_get_column (panel, money)->currency : NULL;
  self->most = 0;
  bw_words_compare (view, &self->comparison);

  for (guint i = 0; i < self->n_from; i++)
    {
      for (guint j = 0; j < self->n_to; j++)
        {
          const gsize n =
            self->comparison.counts[band_at (i, self->n_from)][band_at (j, self->n_to)];

          if (move_at (self, i, j) != BW_BAND_STAYS)
            self->most = MAX (self->most, n);
        }
    }
}

/* Customers and money at a cell; an index at the end of the bands is a total. */
static gsize
sum_at (const Matrix *self,
        guint         row,
        guint         column,
        double       *money)
{
  gsize n = 0;

  *money = 0;
  for (guint i = 0; i < self->n_from; i++)
    {
      for (guint j = 0; j < self->n_to; j++)
        {
          if ((row < self->n_from && row != i) || (column < self->n_to && column != j))
            continue;
          n += self->comparison.counts[band_at (i, self->n_from)][band_at (j, self->n_to)];
          *money += self->comparison.money[band_at (i, self->n_from)][band_at (j, self->n_to)];
        }
    }

  return n;
}

/* "From Watch to At risk: 46 customers, $4.2 M" */
static char *
tip_of (const Matrix *self,
        guint         i,
        guint         j,
        gsize         n,
        double        money)
{
  const char *from = bw_words_band (self->from, band_at (i, self->n_from));
  const char *to = bw_words_band (self->to, band_at (j, self->n_to));
  g_autofree char *customers = bw_words_customers (n);
  g_autofree char *sum = NULL;

  if (self->money_name == NULL || n == 0)
    /* TRANSLATORS: a band before and a band after, and a number of customers with the word */
    return g_strdup_printf (_("From %s to %s: %s"), from, to, customers);

  sum = bw_format_money_short (money, self->currency);

  /* TRANSLATORS: a band before, a band after, a number of customers with the word, their money */
  return g_strdup_printf (_("From %s to %s: %s, %s"), from, to, customers, sum);
}

static void
fill_cell (const Matrix *self,
           BwGridCell   *cell,
           guint         i,
           guint         j)
{
  static const struct
  {
    BwInk       ink;
    const char *sign;
  } looks[] = {
    [BW_BAND_STAYS] = { BW_INK_GREY_TINT, "" },
    [BW_BAND_RISES] = { BW_INK_GREEN, "▲ " },
    [BW_BAND_FALLS] = { BW_INK_RED, "▼ " },
    [BW_BAND_CHANGES] = { BW_INK_GREY, "" },
  };
  double money;
  const gsize n = sum_at (self, i, j, &money);
  const gboolean total = i >= self->n_from || j >= self->n_to;
  const BwBandMove move = total ? BW_BAND_STAYS : move_at (self, i, j);
  g_autofree char *count = bw_format_number (n, 0);

  cell->text = g_strconcat (n > 0 ? looks[move].sign : "", count, NULL);
  cell->note = self->money_name != NULL && n > 0 ? bw_format_money_short (money, self->currency)
                                               : NULL;
  cell->bold = n > 0 && (total || move != BW_BAND_STAYS);
  cell->ink = n > 0 && cell->bold ? BW_INK_TEXT : BW_INK_DIM;
  if (total)
    return;

  cell->tip = tip_of (self, i, j, n, money);
  cell->row = bw_matrix_row (band_at (i, self->n_from), band_at (j, self->n_to));
  cell->filled = n > 0 || move == BW_BAND_STAYS;
  cell->ground = looks[move].ink;
  if (move != BW_BAND_STAYS)
    cell->fade = PALEST + (FULLEST - PALEST) * sqrt ((double) n / MAX (self->most, 1));
}

static void
fill_heads (const Matrix  *self,
            BwGridHead    *heads,
            guint          n,
            const BwModel *model)
{
  for (guint i = 0; i <= n; i++)
    {
      const guint band = i < n ? band_at (i, n) : BW_NONE;

      heads[i].text = i < n ? bw_words_band (model, band) : _("Total");
      heads[i].ink = i + 1 < n ? bw_ink_text (bw_words_band_ink (model, band)) : BW_INK_DIM;
    }
}

/* "412 customers: 12 rise, 19 fall and 3 change otherwise." */
static void
count_moves (const Matrix *self,
             gsize         moves[BW_BAND_CHANGES + 1])
{
  for (guint i = 0; i < self->n_from; i++)
    {
      for (guint j = 0; j < self->n_to; j++)
        moves[move_at (self, i, j)] +=
          self->comparison.counts[band_at (i, self->n_from)][band_at (j, self->n_to)];
    }
}

/* "12 rise, 19 fall", without what nobody does. */
static char *
say_moves (const gsize moves[BW_BAND_CHANGES + 1])
{
  g_autofree char *rise = bw_format_number (moves[BW_BAND_RISES], 0);
  g_autofree char *fall = bw_format_number (moves[BW_BAND_FALLS], 0);
  g_autofree char *change = bw_format_number (moves[BW_BAND_CHANGES], 0);
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_auto(GStrv) said = NULL;

  if (moves[BW_BAND_RISES] > 0)
    {
      /* TRANSLATORS: a number of customers that come to a higher band */
      g_autofree char *part = g_strdup_printf (ngettext ("%s rises", "%s rise",
                                                         moves[BW_BAND_RISES]), rise);

      g_strv_builder_add (parts, part);
    }
  if (moves[BW_BAND_FALLS] > 0)
    {
      /* TRANSLATORS: a number of customers that come to a lower band */
      g_autofree char *part = g_strdup_printf (ngettext ("%s falls", "%s fall",
                                                         moves[BW_BAND_FALLS]), fall);

      g_strv_builder_add (parts, part);
    }
  if (moves[BW_BAND_CHANGES] > 0)
    {
      /* TRANSLATORS: a number of customers that get or lose a score */
      g_autofree char *part = g_strdup_printf (ngettext ("%s gets or loses a score",
                                                         "%s get or lose a score",
                                                         moves[BW_BAND_CHANGES]), change);

      g_strv_builder_add (parts, part);
    }
  said = g_strv_builder_end (parts);

  /* TRANSLATORS: between the parts of a list: 12 rise, 19 fall */
  return g_strjoinv (_(", "), said);
}

static char *
finding (const BwView *view)
{
  gsize moves[BW_BAND_CHANGES + 1] = { 0 };
  Matrix matrix;
  g_autofree char *customers = NULL;
  g_autofree char *said = NULL;
  g_autofree char *money = NULL;
  gsize n;

  if (view->baseline == NULL)
    return g_strdup (_("Nothing to compare with"));

  matrix_init (&matrix, view);
  n = matrix.comparison.movement.n_movers;
  if (n == 0)
    return g_strdup (_("No customer changes band"));

  count_moves (&matrix, moves);
  customers = bw_words_customers (n);
  said = say_moves (moves);
  if (matrix.money_name == NULL)
    /* TRANSLATORS: a number of customers with the word, and how they do: "12 rise, 19 fall" */
    return g_strdup_printf (ngettext ("%s changes band: %s", "%s change band: %s", n), customers,
                            said);

  money = bw_format_money_short (matrix.comparison.movement.money, matrix.currency);

  /* TRANSLATORS: customers with the word, their money, what that is called, and how they do:
   * "31 customers, $6.1 M of ARR, change band: 12 rise, 19 fall" */
  return g_strdup_printf (ngettext ("%s, %s of %s, changes band: %s",
                                    "%s, %s of %s, change band: %s", n),
                          customers, money, matrix.money_name, said);
}

static void
describe (const Matrix *self,
          BwScene      *scene)
{
  g_autofree char *said = finding (self->view);
  g_autoptr(GString) text = g_string_new (said);

  g_string_append_c (text, '.');
  for (guint i = 0; i < self->n_from; i++)
    {
      for (guint j = 0; j < self->n_to; j++)
        {
          double money;
          const gsize n = sum_at (self, i, j, &money);

          if (n > 0)
            {
              g_autofree char *tip = tip_of (self, i, j, n, money);

              g_string_append_printf (text, " %s.", tip);
            }
        }
    }
  bw_scene_set_description (scene, text->str);
}

static void
draw (const Matrix *self,
      BwSketch     *sketch)
{
  BwGridCell cells[(BW_N_COMPARED + 1) * (BW_N_COMPARED + 1)] = { 0 };
  BwGridHead rows[BW_N_COMPARED + 1] = { 0 };
  BwGridHead columns[BW_N_COMPARED + 1] = { 0 };
  g_autofree char *from = bw_words_side (_("From"), self->view->baseline_name);
  g_autofree char *to = bw_words_side (_("To"), self->view->name);
  const BwGrid grid = {
    .n_rows = self->n_from + 1, .n_columns = self->n_to + 1, .rows = rows, .columns = columns,
    .cells = cells, .row_title = from, .column_title = to,
  };

  fill_heads (self, rows, self->n_from, self->from);
  fill_heads (self, columns, self->n_to, self->to);
  for (guint i = 0; i < grid.n_rows; i++)
    {
      for (guint j = 0; j < grid.n_columns; j++)
        fill_cell (self, &cells[i * grid.n_columns + j], i, j);
    }

  bw_grid_draw (&grid, sketch);

  for (guint i = 0; i < grid.n_rows * grid.n_columns; i++)
    {
      g_free (cells[i].text);
      g_free (cells[i].note);
      g_free (cells[i].tip);
    }
}

static void
layout_matrix (BwScene       *scene,
               const BwView  *view,
               const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  Matrix matrix;

  bw_sketch_begin (&sketch, scene, sheet);
  if (view->baseline == NULL || bw_words_get_summary (view)->n_customers == 0)
    {
      bw_sketch_say (&sketch, view->baseline == NULL ? _("There is no other model to compare with.")
                                                     : _("There are no customers."));
      return;
    }
  if (view->comparing)
    {
      bw_sketch_say (&sketch, _("Comparing…"));
      return;
    }

  matrix_init (&matrix, view);
  draw (&matrix, &sketch);
  describe (&matrix, scene);
}

const BwChart bw_chart_matrix = {
  .id = "matrix",
  .title = N_("Band to band"),
  .layout = layout_matrix,
  .finding = finding,
  .subtitle = bw_words_compared,
};
