/* The cells of the import assistant's table of columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bound cell follows its column: when something else is understood of it, it shows that. */

#include "app/import-cells.h"

#include "app/import-choice-cells.h"
#include "app/table-names.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>

#define REMARK_LINES 4
#define CELL_KEY "bw-import-cell" /* on a label: its TextCell */

/* A text cell: how its text comes from the column. */
typedef struct
{
  const char *title;
  int         width; /* characters; 0 for as many as there are */
  gboolean    number;
  gboolean    expand;
  char       *(*get)(BwImportColumn *column);
} TextCell;

static char *
get_header (BwImportColumn *column)
{
  return g_strdup (bw_import_column_get_header (column));
}

static char *
get_file (BwImportColumn *column)
{
  return g_strdup (bw_import_column_get_file_name (column));
}

static char *
count_to_text (gsize count)
{
  return count == 0 ? g_strdup ("–") : bw_format_number (count, 0);
}

static char *
get_missing (BwImportColumn *column)
{
  const gsize n_rows = bw_import_column_get_n_rows (column);
  const gsize n_missing = bw_import_column_get_n_missing (column);
  const double share = n_rows == 0 ? 0 : n_missing / (double) n_rows;

  if (n_missing == 0)
    return g_strdup ("–");
  if (share < 0.01)
    /* TRANSLATORS: a share of the rows that is more than nothing */
    return g_strdup (_("< 1 %"));

  return bw_format_percent (MIN (share, n_missing < n_rows ? 0.99 : 1), 0);
}

static char *
get_distinct (BwImportColumn *column)
{
  return count_to_text (bw_import_column_get_n_distinct (column));
}

/* The gravest there is to say. */
static char *
get_remark (BwImportColumn *column)
{
  const char *remark = bw_import_column_get_remark (column);
  const char *reason = bw_import_column_get_reason (column);
  const gsize n_misfits = bw_import_column_get_n_misfits (column);
  g_autofree char *number = bw_format_number (n_misfits, 0);
  g_autofree char *misfits = n_misfits == 0 ? NULL :
                             g_strdup_printf (ngettext ("%s cell does not fit the type",
                                                        "%s cells do not fit the type", n_misfits),
                                              number);

  if (remark != NULL && misfits != NULL)
    return g_strdup_printf ("%s · %s", remark, misfits);
  if (misfits != NULL)
    return g_steal_pointer (&misfits);

  return g_strdup (remark != NULL ? remark : reason != NULL ? reason : "");
}

static gboolean
is_warning (BwImportColumn *column)
{
  return bw_import_column_get_remark (column) != NULL ||
         bw_import_column_get_n_misfits (column) > 0;
}

static const TextCell first_cell = { N_("Column"), 22, FALSE, FALSE, get_header };

static const TextCell more_cells[] = {
  { N_("Examples"), 26, FALSE, FALSE, bw_import_column_dup_examples },
  { N_("Missing"), 0, TRUE, FALSE, get_missing },
  { N_("Different"), 0, TRUE, FALSE, get_distinct },
};

static const TextCell file_cell = { N_("File"), 16, FALSE, FALSE, get_file };

static GtkWidget *
make_label (const TextCell *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), cell->number ? 1 : 0);
  if (cell->width > 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), cell == &file_cell ? PANGO_ELLIPSIZE_MIDDLE
                                                                     : PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), MIN (cell->width, 12));
      gtk_label_set_max_width_chars (GTK_LABEL (label), cell->expand ? 80 : cell->width);
    }
  if (cell->number)
    gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
setup_text (GtkSignalListItemFactory *factory,
            GtkListItem              *list_item,
            const TextCell           *cell)
{
  gtk_list_item_set_child (list_item, make_label (cell));
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), CELL_KEY, (gpointer) cell);
}

static void
show_text (GtkWidget      *label,
           BwImportColumn *column)
{
  const TextCell *cell = g_object_get_data (G_OBJECT (label), CELL_KEY);
  g_autofree char *text = cell->get (column);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, cell->number ? NULL : text);
}

static void
bind_text (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  BwImportColumn *column = gtk_list_item_get_item (list_item);

  g_signal_connect_swapped (column, "changed", G_CALLBACK (show_text), label);
  show_text (label, column);
  bw_table_name_row (list_item, bw_import_column_get_header (column));
}

static void
unbind_text (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_text,
                                        gtk_list_item_get_child (list_item));
}

static void
append (GtkColumnView      *view,
        const char         *title,
        GtkListItemFactory *factory,
        gboolean            expand)
{
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
}

static void
add_text_column (GtkColumnView  *view,
                 const TextCell *cell)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_text), (gpointer) cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_text), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_text), NULL);
  append (view, _(cell->title), factory, cell->expand);
}

static void
setup_remark (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "bw-warning-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), REMARK_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (list_item, box);
}

static void
show_remark (GtkWidget      *box,
             BwImportColumn *column)
{
  GtkWidget *icon = gtk_widget_get_first_child (box), *label = gtk_widget_get_last_child (box);
  g_autofree char *text = get_remark (column);

  gtk_widget_set_visible (icon, is_warning (column));
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (box, *text == '\0' ? NULL : text);
  if (is_warning (column))
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static void
bind_remark (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  BwImportColumn *column = gtk_list_item_get_item (list_item);

  g_signal_connect_swapped (column, "changed", G_CALLBACK (show_remark), box);
  show_remark (box, column);
}

static void
unbind_remark (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_remark,
                                        gtk_list_item_get_child (list_item));
}

static void
add_remark_column (GtkColumnView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_remark), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_remark), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_remark), NULL);
  append (view, _("Remark"), factory, TRUE);
}

/**
 * bw_import_cells_add:
 * @view: of #BwImportColumn
 * @funcs: copied; @user_data has to live as long as @view
 *
 * Gives the view its columns; the last is that of files.
 */
void
bw_import_cells_add (GtkColumnView           *view,
                     const BwImportCellFuncs *funcs,
                     gpointer                 user_data)
{
  bw_table_name (view, _("Columns"));
  add_text_column (view, &first_cell);
  bw_import_choice_cells_add (view, funcs, user_data);
  for (gsize i = 0; i < G_N_ELEMENTS (more_cells); i++)
    add_text_column (view, &more_cells[i]);
  add_remark_column (view);
  add_text_column (view, &file_cell);
}
