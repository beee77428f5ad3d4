/* A table in a chart: cells with a ground that says how much, totals at the end of each row and column. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words give way in turn where there is no room: first the second line of the cells, then the names,
 * then the numbers. A number is never cut. */

#include "chart/grid.h"

#include <math.h>

#define GAP        4.0  /* between cells */
#define TOTALS_GAP 6.0  /* more before the totals */
#define MOST_NAMES 0.3  /* of the width, for the names of the rows */
#define MOST_CELL  4.2  /* lines in a cell, at most */
#define NAME_LINES 3    /* of a column's name, at most */

typedef struct
{
  const BwGrid *grid;
  BwSketch     *sketch;
  double        gap;
  double        totals; /* the gap before them */
  double        left;   /* of the cells */
  double        top;
  double        width;  /* of a cell, with a gap */
  double        height;
  gboolean      names;
  gboolean      texts;
  gboolean      notes;
} Plan;

static double
widest (const Plan *plan,
        gboolean    notes)
{
  const guint n = plan->grid->n_rows * plan->grid->n_columns;
  double most = 0;

  for (guint i = 0; i < n; i++)
    {
      const BwGridCell *cell = &plan->grid->cells[i];
      const char *text = notes ? cell->note : cell->text;

      if (text != NULL)
        most = MAX (most, bw_ruler_width (plan->sketch->ruler, text, notes ? plan->sketch->size
                                                                           : plan->sketch->label,
                                          !notes));
    }

  return most;
}

static double
names_width (const Plan *plan)
{
  BwSketch *sketch = plan->sketch;
  double most = bw_ruler_width (sketch->ruler, plan->grid->row_title, sketch->size, FALSE);

  for (guint i = 0; i < plan->grid->n_rows; i++)
    most = MAX (most, bw_ruler_width (sketch->ruler, plan->grid->rows[i].text, sketch->label,
                                      TRUE));

  return MIN (most, MOST_NAMES * sketch->sheet->width);
}

/* Lines that the longest name of a column takes. */
static guint
count_name_lines (const Plan *plan)
{
  guint most = 1;

  for (guint i = 0; i < plan->grid->n_columns; i++)
    {
      g_auto(GStrv) lines = bw_sketch_wrap (plan->sketch, plan->grid->columns[i].text,
                                            plan->sketch->label, TRUE, plan->width - plan->gap,
                                            NAME_LINES);

      most = MAX (most, g_strv_length (lines));
    }

  return most;
}

static void
plan_cells (Plan *plan)
{
  const BwSheet *sheet = plan->sketch->sheet;
  const double room = sheet->height - plan->top - plan->totals;

  plan->width = (sheet->width - plan->left - plan->totals) / plan->grid->n_columns;
  plan->height = MIN (room / plan->grid->n_rows, MOST_CELL * plan->sketch->line);
}

/* Places the cells, and decides which words have room. */
static void
plan_init (Plan         *plan,
           const BwGrid *grid,
           BwSketch     *sketch)
{
  *plan = (Plan) {
    .grid = grid, .sketch = sketch, .gap = GAP * sketch->scale,
    .totals = TOTALS_GAP * sketch->scale, .names = !sketch->bare,
  };

  if (plan->names)
    {
      plan->left = names_width (plan) + 2 * plan->gap;
      plan_cells (plan);
      plan->top = sketch->line + count_name_lines (plan) * sketch->label_line + plan->gap;
      plan_cells (plan);
      plan->names = plan->height >= sketch->label_line + plan->gap;
    }
  if (!plan->names)
    {
      plan->gap = MIN (plan->gap, MIN (sketch->sheet->width, sketch->sheet->height) / 40);
      plan->totals = plan->gap;
      plan->left = 0;
      plan->top = 0;
      plan_cells (plan);
    }

  plan->texts = !sketch->bare && plan->height >= sketch->label_line + plan->gap &&
                widest (plan, FALSE) <= plan->width - plan->gap;
  plan->notes = plan->texts && widest (plan, TRUE) <= plan->width - plan->gap &&
                plan->height >= sketch->label_line + sketch->line + 1.5 * plan->gap;
}

static double
x_of (const Plan *plan,
      guint       column)
{
  return plan->left + column * plan->width +
         (column + 1 == plan->grid->n_columns ? plan->totals : 0);
}

static double
y_of (const Plan *plan,
      guint       row)
{
  return plan->top + row * plan->height + (row + 1 == plan->grid->n_rows ? plan->totals : 0);
}

static void
draw_cell (const Plan *plan,
           guint       row,
           guint       column)
{
  const BwGridCell *cell = &plan->grid->cells[row * plan->grid->n_columns + column];
  BwSketch *sketch = plan->sketch;
  const double x = x_of (plan, column);
  const double y = y_of (plan, row);
  const double width = MAX (plan->width - plan->gap, 0);
  const double height = MAX (plan->height - plan->gap, 0);
  const double lines = sketch->label_line + (plan->notes && cell->note != NULL ? sketch->line : 0);
  const BwMark ground = {
    .kind = cell->filled ? BW_MARK_BOX : BW_MARK_TOUCH, .ink = cell->ground, .fade = cell->fade,
    .x = x, .y = y, .width = width, .height = height, .radius = plan->gap,
    .row = cell->row, .tip = cell->tip,
  };

  if (cell->tip != NULL || cell->filled)
    bw_scene_add (sketch->scene, &ground);
  if (!plan->texts)
    return;

  bw_sketch_words (sketch, &(BwWords) {
    .text = cell->text, .x = x + width / 2, .y = y + (height - lines) / 2,
    .align = BW_ALIGN_MIDDLE, .ink = cell->ink, .size = sketch->label, .bold = cell->bold,
  });
  if (plan->notes && cell->note != NULL)
    bw_sketch_words (sketch, &(BwWords) {
      .text = cell->note, .x = x + width / 2, .y = y + (height - lines) / 2 + sketch->label_line,
      .align = BW_ALIGN_MIDDLE, .ink = cell->ink,
    });
}

/* A column's name stands on the cells, in as many lines as it needs. */
static void
draw_column_name (const Plan *plan,
                  guint       column)
{
  const BwGridHead *head = &plan->grid->columns[column];
  BwSketch *sketch = plan->sketch;
  const double width = plan->width - plan->gap;
  g_auto(GStrv) lines = bw_sketch_wrap (sketch, head->text, sketch->label, TRUE, width,
                                        NAME_LINES);
  const guint n = g_strv_length (lines);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = bw_sketch_fit (sketch, lines[i], sketch->label, TRUE, width);

      bw_sketch_words (sketch, &(BwWords) {
      .text = line, .x = x_of (plan, column) + width / 2,
      .y = plan->top - plan->gap - (n - i) * sketch->label_line, .align = BW_ALIGN_MIDDLE,
      .ink = head->ink, .size = sketch->label, .bold = TRUE,
    });
    }
}

static void
draw_names (const Plan *plan)
{
  BwSketch *sketch = plan->sketch;
  const double names = plan->left - 2 * plan->gap;
  g_autofree char *from = bw_sketch_fit (sketch, plan->grid->row_title, sketch->size, FALSE,
                                         names);
  g_autofree char *to = bw_sketch_fit (sketch, plan->grid->column_title, sketch->size, FALSE,
                                       sketch->sheet->width - plan->left);

  bw_sketch_words (sketch, &(BwWords) { .text = to, .x = plan->left, .ink = BW_INK_DIM });
  bw_sketch_words (sketch, &(BwWords) {
    .text = from, .y = plan->top - plan->gap - sketch->line, .ink = BW_INK_DIM,
  });
  for (guint i = 0; i < plan->grid->n_columns; i++)
    draw_column_name (plan, i);
  for (guint i = 0; i < plan->grid->n_rows; i++)
    {
      g_autofree char *name = bw_sketch_fit (sketch, plan->grid->rows[i].text, sketch->label, TRUE,
                                             names);

      bw_sketch_words (sketch, &(BwWords) {
      .text = name, .y = y_of (plan, i) + (plan->height - plan->gap - sketch->label_line) / 2,
      .ink = plan->grid->rows[i].ink, .size = sketch->label, .bold = TRUE,
    });
    }
}

/**
 * bw_grid_draw:
 *
 * Draws the table over the whole sheet, from the top.
 */
void
bw_grid_draw (const BwGrid *self,
              BwSketch     *sketch)
{
  Plan plan;

  plan_init (&plan, self, sketch);
  if (plan.names)
    draw_names (&plan);
  for (guint row = 0; row < self->n_rows; row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        draw_cell (&plan, row, column);
    }
}
