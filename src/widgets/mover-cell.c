/* One cell of the table of movers: it shows a place in the list, whoever stands there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/mover-cell.h"

#include "widgets/band-mark.h"

#define LEAST_CHARS 14 /* of a longer text that always have room */

struct _BwMoverCell
{
  GtkWidget parent_instance;

  const BwMoverColumn *column;
  guint                position; /* or BW_NONE */
  gboolean             stale;
  BwBandMark          *mark;     /* or NULL */
  GtkInscription      *text;
  char                *row_label; /* of the row that the cell is in, where this cell gave it */
};

G_DEFINE_FINAL_TYPE (BwMoverCell, bw_mover_cell, GTK_TYPE_WIDGET)

static void
bw_mover_cell_dispose (GObject *object)
{
  BwMoverCell *self = BW_MOVER_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->row_label, g_free);

  G_OBJECT_CLASS (bw_mover_cell_parent_class)->dispose (object);
}

static void
bw_mover_cell_class_init (BwMoverCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_mover_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "movercell");
}

static void
bw_mover_cell_init (BwMoverCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->position = BW_NONE;
}

/**
 * bw_mover_cell_new:
 *
 * Returns: an empty cell of @column
 */
GtkWidget *
bw_mover_cell_new (const BwMoverColumn *column)
{
  BwMoverCell *self = g_object_new (BW_TYPE_MOVER_CELL, NULL);
  GtkWidget *text = gtk_inscription_new (NULL);

  self->column = column;
  self->text = GTK_INSCRIPTION (text);
  if (column->marked)
    {
      self->mark = BW_BAND_MARK (bw_band_mark_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->mark), GTK_WIDGET (self));
    }

  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (self->text, MIN (column->chars, LEAST_CHARS));
  gtk_inscription_set_nat_chars (self->text, column->chars);
  gtk_inscription_set_xalign (self->text, column->number ? 1.0 : 0.0);
  gtk_widget_set_hexpand (text, TRUE);
  if (column->number)
    gtk_widget_add_css_class (text, "numeric");
  gtk_widget_set_parent (text, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * bw_mover_cell_set_position:
 * @position: in the list, or %BW_NONE while the cell waits to be used again
 */
void
bw_mover_cell_set_position (BwMoverCell *self,
                            guint        position)
{
  g_return_if_fail (BW_IS_MOVER_CELL (self));

  self->position = position;
  self->stale = position != BW_NONE;
}

guint
bw_mover_cell_get_position (BwMoverCell *self)
{
  g_return_val_if_fail (BW_IS_MOVER_CELL (self), BW_NONE);

  return self->position;
}

/**
 * bw_mover_cell_fill:
 *
 * Shows the mover that stands at the cell's position.
 */
void
bw_mover_cell_fill (BwMoverCell *self,
                    BwMoverList *list)
{
  g_return_if_fail (BW_IS_MOVER_CELL (self));

  self->stale = FALSE;
  if (bw_mover_list_get (list, self->position) != NULL)
    self->column->fill (self, list, self->position);
}

/**
 * bw_mover_cell_set_stale:
 *
 * What the cell shows is out of date; it is out of sight, and filled when it comes into view.
 */
void
bw_mover_cell_set_stale (BwMoverCell *self)
{
  g_return_if_fail (BW_IS_MOVER_CELL (self));

  self->stale = TRUE;
}

gboolean
bw_mover_cell_get_stale (BwMoverCell *self)
{
  g_return_val_if_fail (BW_IS_MOVER_CELL (self), FALSE);

  return self->stale;
}

void
bw_mover_cell_show_text (BwMoverCell *self,
                         const char  *text)
{
  if (g_strcmp0 (gtk_inscription_get_text (self->text), text) != 0)
    gtk_inscription_set_text (self->text, text);
}

void
bw_mover_cell_show_band (BwMoverCell   *self,
                         const BwModel *model,
                         guint          band)
{
  bw_band_mark_set_band (self->mark, model, band);
}

/**
 * bw_mover_cell_label_row:
 *
 * Gives the row that the cell is in a name for the screen reader, which GTK has no call for.
 */
void
bw_mover_cell_label_row (BwMoverCell *self,
                         const char  *label)
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
