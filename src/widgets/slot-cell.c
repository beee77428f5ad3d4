/* One cell of a table of slots: it shows a place in the list, whatever stands there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What does not differ is not set again, so that a nudge costs only what it changes. */

#include "widgets/slot-cell.h"

#include "widgets/band-mark.h"
#include "widgets/score-bar.h"
#include "widgets/sparkline.h"

struct _BwSlotCell
{
  GtkWidget parent_instance;

  const BwSlotColumn *column;
  guint                   position; /* or BW_NONE */
  gboolean                stale;

  BwModel *model; /* that the band shown is of */
  guint    band;

  BwBandMark     *mark;
  GtkInscription *text;
  BwScoreBar     *bar;
  BwSparkline    *line;

  char *row_label; /* of the row that the cell is in, where this cell gave it */
};

G_DEFINE_FINAL_TYPE (BwSlotCell, bw_slot_cell, GTK_TYPE_WIDGET)

static void
bw_slot_cell_dispose (GObject *object)
{
  BwSlotCell *self = BW_SLOT_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->row_label, g_free);

  G_OBJECT_CLASS (bw_slot_cell_parent_class)->dispose (object);
}

static void
bw_slot_cell_class_init (BwSlotCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_slot_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slotcell");
}

static void
bw_slot_cell_init (BwSlotCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->position = BW_NONE;
}

static void
add_text (BwSlotCell *self)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  self->text = GTK_INSCRIPTION (text);
  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (self->text, self->column->least > 0 ? self->column->least
                                                                 : self->column->chars);
  gtk_inscription_set_nat_chars (self->text, self->column->chars);
  gtk_inscription_set_xalign (self->text, self->column->number ? 1.0 : 0.0);
  gtk_widget_set_hexpand (text, !(self->column->parts & BW_CELL_BAR));
  if (self->column->number)
    gtk_widget_add_css_class (text, "numeric");
  if (self->column->bold)
    gtk_widget_add_css_class (text, "heading");
  gtk_widget_set_parent (text, GTK_WIDGET (self));
}

/**
 * bw_slot_cell_new:
 *
 * Returns: an empty cell of @column
 */
GtkWidget *
bw_slot_cell_new (const BwSlotColumn *column)
{
  BwSlotCell *self = g_object_new (BW_TYPE_SLOT_CELL, NULL);
  GtkWidget *widget = GTK_WIDGET (self);

  self->column = column;
  if (column->parts & BW_CELL_MARK)
    {
      self->mark = BW_BAND_MARK (bw_band_mark_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->mark), widget);
    }
  if (column->parts & BW_CELL_TEXT)
    add_text (self);
  if (column->parts & BW_CELL_BAR)
    {
      self->bar = BW_SCORE_BAR (bw_score_bar_new ());
      gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
      gtk_widget_set_parent (GTK_WIDGET (self->bar), widget);
    }
  if (column->parts & BW_CELL_LINE)
    {
      self->line = BW_SPARKLINE (bw_sparkline_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->line), widget);
    }

  return widget;
}

/**
 * bw_slot_cell_set_position:
 * @position: in the list, or %BW_NONE while the cell waits to be used again
 */
void
bw_slot_cell_set_position (BwSlotCell *self,
                           guint       position)
{
  g_return_if_fail (BW_IS_SLOT_CELL (self));

  self->position = position;
  self->stale = position != BW_NONE;
}

guint
bw_slot_cell_get_position (BwSlotCell *self)
{
  g_return_val_if_fail (BW_IS_SLOT_CELL (self), BW_NONE);

  return self->position;
}

/**
 * bw_slot_cell_fill:
 *
 * Shows @what, which stands at the cell’s position.
 */
void
bw_slot_cell_fill (BwSlotCell   *self,
                   gconstpointer what)
{
  g_return_if_fail (BW_IS_SLOT_CELL (self));

  self->stale = FALSE;
  self->column->fill (self, what);
}

/**
 * bw_slot_cell_set_stale:
 *
 * What the cell shows is out of date; it is out of sight, and filled when it comes into view.
 */
void
bw_slot_cell_set_stale (BwSlotCell *self)
{
  g_return_if_fail (BW_IS_SLOT_CELL (self));

  self->stale = TRUE;
}

gboolean
bw_slot_cell_get_stale (BwSlotCell *self)
{
  g_return_val_if_fail (BW_IS_SLOT_CELL (self), FALSE);

  return self->stale;
}

void
bw_slot_cell_show_text (BwSlotCell *self,
                        const char *text)
{
  if (g_strcmp0 (gtk_inscription_get_text (self->text), text) != 0)
    gtk_inscription_set_text (self->text, text);
}

void
bw_slot_cell_show_band (BwSlotCell *self,
                        BwModel    *model,
                        guint       band)
{
  if (self->model == model && self->band == band)
    return;

  bw_band_mark_set_band (self->mark, model, band);
  g_clear_pointer (&self->model, bw_model_unref);
  self->model = bw_model_ref (model);
  self->band = band;
}

void
bw_slot_cell_show_bar (BwSlotCell *self,
                       double      score,
                       BwInk       ink)
{
  bw_score_bar_set_score (self->bar, score, ink);
}

void
bw_slot_cell_show_line (BwSlotCell  *self,
                        const float *scores,
                        guint        n_scores,
                        BwInk        ink)
{
  bw_sparkline_set_scores (self->line, scores, n_scores, ink);
}

/**
 * bw_slot_cell_label_row:
 *
 * Gives the row that the cell is in a name for the screen reader, which GTK has no call for.
 */
void
bw_slot_cell_label_row (BwSlotCell *self,
                        const char *label)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row == NULL || g_strcmp0 (self->row_label, label) == 0)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_free (self->row_label);
  self->row_label = g_strdup (label);
}
