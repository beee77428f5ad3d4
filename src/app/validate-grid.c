/* A small table of texts: a head, and rows that come and go with what is told. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels stay and are told anew; those that are too many are hidden. */

#include "app/validate-grid.h"

struct _BwValidateGrid
{
  AdwBin parent_instance;

  GtkGrid   *grid;
  GPtrArray *labels; /* row by row, heads first */
  guint      n_columns;
  guint      n_words;
  guint      n;      /* labels that are told */
};

G_DEFINE_FINAL_TYPE (BwValidateGrid, bw_validate_grid, ADW_TYPE_BIN)

static void
bw_validate_grid_finalize (GObject *object)
{
  g_ptr_array_unref (BW_VALIDATE_GRID (object)->labels);

  G_OBJECT_CLASS (bw_validate_grid_parent_class)->finalize (object);
}

static void
bw_validate_grid_class_init (BwValidateGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_validate_grid_finalize;
}

static void
bw_validate_grid_init (BwValidateGrid *self)
{
  self->labels = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 14);
  gtk_grid_set_row_spacing (self->grid, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

GtkWidget *
bw_validate_grid_new (void)
{
  return g_object_new (BW_TYPE_VALIDATE_GRID, NULL);
}

/* A text that is cut is told whole. */
static gboolean
on_query_tooltip (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));

  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* Words stand at the left and take the room that numbers leave; all is cut where there is too little. */
static GtkLabel *
make_label (BwValidateGrid *self,
            guint           place)
{
  const guint column = place % self->n_columns;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column < self->n_words ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, column < self->n_words);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_widget_add_css_class (label, "numeric");
  if (place < self->n_columns)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_grid_attach (self->grid, label, column, place / self->n_columns, 1, 1);
  g_ptr_array_add (self->labels, label);

  return GTK_LABEL (label);
}

/**
 * bw_validate_grid_begin:
 * @heads: (array zero-terminated=1): the same number each time; what stands over each column
 * @n_words: how many of the columns, the first ones, are words; the others are numbers
 *
 * Tells the table anew: rows follow, cell by cell.
 */
void
bw_validate_grid_begin (BwValidateGrid    *self,
                        const char *const *heads,
                        guint              n_words)
{
  g_return_if_fail (BW_IS_VALIDATE_GRID (self));

  self->n_columns = g_strv_length ((char **) heads);
  self->n_words = n_words;
  self->n = 0;
  for (guint i = 0; i < self->n_columns; i++)
    bw_validate_grid_add (self, g_strdup (heads[i]));
}

/**
 * bw_validate_grid_add:
 * @text: (transfer full): of the next cell
 */
void
bw_validate_grid_add (BwValidateGrid *self,
                      char           *text)
{
  GtkLabel *label = self->n < self->labels->len ? g_ptr_array_index (self->labels, self->n)
                                                : make_label (self, self->n);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
  self->n++;
  g_free (text);
}

/**
 * bw_validate_grid_end:
 *
 * There are no more rows.
 */
void
bw_validate_grid_end (BwValidateGrid *self)
{
  g_return_if_fail (BW_IS_VALIDATE_GRID (self));

  for (guint i = self->n; i < self->labels->len; i++)
    {
      gtk_label_set_label (g_ptr_array_index (self->labels, i), "");
      gtk_widget_set_visible (g_ptr_array_index (self->labels, i), FALSE);
    }
}

/**
 * bw_validate_grid_clear:
 *
 * Tells nothing any more.
 */
void
bw_validate_grid_clear (BwValidateGrid *self)
{
  g_return_if_fail (BW_IS_VALIDATE_GRID (self));

  self->n = 0;
  bw_validate_grid_end (self);
}
