/* Lines of a file as they stand in it, in a grid: header, rows, and what is skipped. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line is is said by a word in its first cell and by its look: no colour speaks alone. Tab goes
 * past all lines at once; keys scroll them. */

#include "app/preview-grid.h"

#include "app/preview-row.h"
#include "app/table-names.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>

#define FIELD_KEY "bw-field" /* on a factory: which field its column shows, from 1; 0: the line */
#define WIDTH_KEY "bw-width" /* on a factory: characters of its column */
#define WIDEST    28         /* characters of a cell */
#define NARROWEST 3

struct _BwPreviewGrid
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GListStore    *rows; /* of BwPreviewRow */
  gsize          marked_line;
  guint          marked_column;
};

static const char *const kind_classes[] = {
  [BW_LINE_SKIPPED] = "line-skipped",
  [BW_LINE_HEADER] = "line-header",
  [BW_LINE_ROW] = "line-row",
};

G_DEFINE_FINAL_TYPE (BwPreviewGrid, bw_preview_grid, ADW_TYPE_BIN)

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem              *list_item)
{
  const guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), FIELD_KEY));
  const int width = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), WIDTH_KEY));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), field == 0 ? 1 : 0);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_ellipsize (GTK_LABEL (label), field == 0 ? PANGO_ELLIPSIZE_NONE :
                           PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  if (field == 0)
    {
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_list_item_set_child (list_item, label);
}

static const char *
kind_to_text (BwLineKind kind)
{
  switch (kind)
    {
    case BW_LINE_HEADER:
      /* TRANSLATORS: marks the line of a file that names the columns */
      return _("header");
    case BW_LINE_SKIPPED:
      /* TRANSLATORS: marks a line of a file that is not part of the table */
      return _("skipped");
    case BW_LINE_ROW:
    default:
      return NULL;
    }
}

static char *
line_to_text (BwPreviewRow *row)
{
  const char *kind = kind_to_text (bw_preview_row_get_kind (row));
  g_autofree char *number = bw_format_number (bw_preview_row_get_line (row)->line, 0);

  return kind == NULL ? g_steal_pointer (&number) : g_strdup_printf ("%s %s", kind, number);
}

static char *
field_to_text (const BwPreviewLine *line,
               guint                field)
{
  return g_strdup (field < line->n_fields ? line->fields[field] : "");
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           BwPreviewGrid            *self)
{
  const guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), FIELD_KEY));
  GtkWidget *label = gtk_list_item_get_child (list_item);
  BwPreviewRow *row = gtk_list_item_get_item (list_item);
  const BwPreviewLine *line = bw_preview_row_get_line (row);
  g_autofree char *text = field == 0 ? line_to_text (row) : field_to_text (line, field - 1);
  const gboolean bad = line->line == self->marked_line &&
                       (field == self->marked_column || self->marked_column == 0);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (field == 0)
    bw_table_name_row (list_item, text);
  gtk_widget_set_tooltip_text (label, field > 0 && *text != '\0' ? text : NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kind_classes); i++)
    gtk_widget_remove_css_class (label, kind_classes[i]);
  gtk_widget_add_css_class (label, kind_classes[bw_preview_row_get_kind (row)]);
  if (bad && field > 0)
    gtk_widget_add_css_class (label, "marked-cell");
  else
    gtk_widget_remove_css_class (label, "marked-cell");
}

static void
add_column (BwPreviewGrid *self,
            guint          field,
            int            width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;
  g_autofree char *title = field == 0 ? g_strdup (_("Line")) : g_strdup_printf ("%u", field);

  g_object_set_data (G_OBJECT (factory), FIELD_KEY, GUINT_TO_POINTER (field));
  g_object_set_data (G_OBJECT (factory), WIDTH_KEY, GINT_TO_POINTER (width));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell), self, 0);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, field > 0);
  gtk_column_view_append_column (self->view, column);
}

/* The characters that the longest text of a field takes. */
static int
measure_field (BwPreview *preview,
               guint      field)
{
  glong widest = NARROWEST;

  for (guint i = 0; i < bw_preview_get_n_lines (preview); i++)
    {
      const BwPreviewLine *line = bw_preview_get_line (preview, i);

      if (field < line->n_fields)
        widest = MAX (widest, g_utf8_strlen (line->fields[field], -1));
    }

  return (int) MIN (widest, WIDEST);
}

static void
make_columns (BwPreviewGrid *self,
              BwPreview     *preview)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  const guint n_fields = preview == NULL ? 0 : bw_preview_get_n_fields (preview);

  for (guint i = g_list_model_get_n_items (columns); i > 1; i--)
    {
      g_autoptr(GtkColumnViewColumn) last = g_list_model_get_item (columns, i - 1);

      gtk_column_view_remove_column (self->view, last);
    }
  for (guint field = 0; field < n_fields; field++)
    add_column (self, field + 1, measure_field (preview, field));
}

static void
bw_preview_grid_dispose (GObject *object)
{
  g_clear_object (&BW_PREVIEW_GRID (object)->rows);

  G_OBJECT_CLASS (bw_preview_grid_parent_class)->dispose (object);
}

static void
bw_preview_grid_class_init (BwPreviewGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_preview_grid_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "previewgrid");
}

static void
bw_preview_grid_init (BwPreviewGrid *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkNoSelection *selection;

  self->rows = g_list_store_new (BW_TYPE_PREVIEW_ROW);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  add_column (self, 0, -1);
  gtk_widget_set_can_focus (GTK_WIDGET (self->view), FALSE);
  gtk_widget_set_focusable (scrolled, TRUE);
  bw_table_name (self->view, _("Lines of the file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lines of the file"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static BwLineKind
kind_of (const BwPreviewLine *line,
         const BwReading     *reading)
{
  const gsize header = MAX (reading->header, 0);
  const gsize n_header_rows = reading->header < 0 ? 0 : MAX (reading->header_rows, 1);
  const gsize first_row = reading->first_row >= 0 ? (gsize) reading->first_row :
                          header + n_header_rows;

  if (line->record >= header && line->record < header + n_header_rows)
    return BW_LINE_HEADER;

  return line->record >= first_row && line->n_fields > 0 ? BW_LINE_ROW : BW_LINE_SKIPPED;
}

/**
 * bw_preview_grid_show:
 * @preview: (nullable): %NULL for an empty grid
 * @reading: how the file was read
 */
void
bw_preview_grid_show (BwPreviewGrid   *self,
                      BwPreview       *preview,
                      const BwReading *reading)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n_lines = preview == NULL ? 0 : bw_preview_get_n_lines (preview);

  g_return_if_fail (BW_IS_PREVIEW_GRID (self));

  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (rows, bw_preview_row_new (preview, i,
                                               kind_of (bw_preview_get_line (preview, i), reading)));
  g_list_store_remove_all (self->rows);
  make_columns (self, preview);
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
}

/**
 * bw_preview_grid_mark:
 * @line: the physical line that is meant, 0 for none
 * @column: its column, counted from 1, or 0 for the whole line
 *
 * Says what the next bw_preview_grid_show() marks.
 */
void
bw_preview_grid_mark (BwPreviewGrid *self,
                      gsize          line,
                      guint          column)
{
  g_return_if_fail (BW_IS_PREVIEW_GRID (self));

  self->marked_line = line;
  self->marked_column = column;
}
