/* The cells of the import dialog's two tables: columns of a file, and problems. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-cells.h"

#include "workspace/problem-list.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>

#define CELL_KEY "bw-import-cell" /* on a role's drop-down: its Cell */

/* A text cell: how its text comes from the row's item. */
typedef struct
{
  const char *title;
  gboolean    number;
  gboolean    expand;
  char       *(*get)(gpointer item);
} TextCell;

/* What a drop-down of roles needs to know while it is bound. */
typedef struct
{
  BwRoleFunc      func;
  gpointer        user_data;
  BwImportColumn *column; /* bound to */
  gboolean        filling;
} Cell;

static char *
get_header (gpointer item)
{
  return g_strdup (bw_import_column_get_header (item));
}

static char *
get_type (gpointer item)
{
  return g_strdup (bw_import_column_get_type_name (item));
}

static char *
get_examples (gpointer item)
{
  return bw_import_column_dup_examples (item);
}

static char *
count_to_text (gsize count)
{
  return count == 0 ? g_strdup ("–") : bw_format_number (count, 0);
}

static char *
get_missing (gpointer item)
{
  return count_to_text (bw_import_column_get_n_missing (item));
}

static char *
get_misfits (gpointer item)
{
  return count_to_text (bw_import_column_get_n_misfits (item));
}

static char *
get_file (gpointer item)
{
  return g_strdup (bw_problem_item_get_problem (item)->file);
}

static char *
get_line (gpointer item)
{
  return count_to_text (bw_problem_item_get_problem (item)->line);
}

static char *
get_column (gpointer item)
{
  const BwProblem *problem = bw_problem_item_get_problem (item);

  return problem->header == NULL ? count_to_text (problem->column) : g_strdup (problem->header);
}

static char *
get_what (gpointer item)
{
  const BwProblem *problem = bw_problem_item_get_problem (item);

  return problem->text == NULL || *problem->text == '\0' ? g_strdup (problem->what) :
         g_strdup_printf ("“%s”: %s", problem->text, problem->what);
}

static const TextCell problem_cells[] = {
  { N_("File"), FALSE, FALSE, get_file },
  { N_("Line"), TRUE, FALSE, get_line },
  { N_("Column"), FALSE, FALSE, get_column },
  { N_("Problem"), FALSE, TRUE, get_what },
};

static const TextCell header_cell = { N_("Column"), FALSE, FALSE, get_header };

static const TextCell column_cells[] = {
  { N_("Type"), FALSE, FALSE, get_type },
  { N_("Examples"), FALSE, TRUE, get_examples },
  { N_("Missing"), TRUE, FALSE, get_missing },
  { N_("Problems"), TRUE, FALSE, get_misfits },
};

static void
setup_text (GtkSignalListItemFactory *factory,
            GtkListItem              *list_item,
            const TextCell           *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), cell->number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), cell->expand ? 80 : 26);
  if (cell->number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
bind_text (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           const TextCell           *cell)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = cell->get (gtk_list_item_get_item (list_item));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, cell->number ? NULL : text);
}

static void
add_text_column (GtkColumnView  *view,
                 const TextCell *cell)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_text), (gpointer) cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_text), (gpointer) cell);
  column = gtk_column_view_column_new (_(cell->title), factory);
  gtk_column_view_column_set_expand (column, cell->expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
}

static void
show_role (GtkDropDown *drop_down)
{
  Cell *cell = g_object_get_data (G_OBJECT (drop_down), CELL_KEY);
  const char *header = bw_import_column_get_header (cell->column);
  /* TRANSLATORS: the accessible name of a drop-down; %s is a column of a file */
  g_autofree char *name = g_strdup_printf (_("Role of %s"), header);

  cell->filling = TRUE;
  gtk_drop_down_set_selected (drop_down, bw_import_column_get_role (cell->column));
  cell->filling = FALSE;
  gtk_widget_set_tooltip_text (GTK_WIDGET (drop_down), bw_import_column_get_reason (cell->column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_role_selected (GtkDropDown *drop_down,
                  GParamSpec  *pspec,
                  Cell        *cell)
{
  const guint role = gtk_drop_down_get_selected (drop_down);

  if (!cell->filling && cell->column != NULL && role < BW_N_ROLES)
    cell->func (cell->column, role, cell->user_data);
}

static void
setup_role (GtkSignalListItemFactory *factory,
            GtkListItem              *list_item,
            const Cell               *wish)
{
  const char *titles[BW_N_ROLES + 1] = { NULL };
  Cell *cell = g_memdup2 (wish, sizeof (Cell));
  GtkWidget *drop_down;

  for (guint role = 0; role < BW_N_ROLES; role++)
    titles[role] = bw_role_get_title (role);
  drop_down = gtk_drop_down_new_from_strings (titles);
  gtk_widget_add_css_class (drop_down, "flat");
  g_object_set_data_full (G_OBJECT (drop_down), CELL_KEY, cell, g_free);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_role_selected), cell);
  gtk_list_item_set_child (list_item, drop_down);
}

static void
bind_role (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  GtkWidget *drop_down = gtk_list_item_get_child (list_item);
  Cell *cell = g_object_get_data (G_OBJECT (drop_down), CELL_KEY);

  cell->column = gtk_list_item_get_item (list_item);
  g_signal_connect_swapped (cell->column, "changed", G_CALLBACK (show_role), drop_down);
  show_role (GTK_DROP_DOWN (drop_down));
}

static void
unbind_role (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  GtkWidget *drop_down = gtk_list_item_get_child (list_item);
  Cell *cell = g_object_get_data (G_OBJECT (drop_down), CELL_KEY);

  g_signal_handlers_disconnect_by_func (cell->column, show_role, drop_down);
  cell->column = NULL;
}

static void
add_role_column (GtkColumnView *view,
                 BwRoleFunc     func,
                 gpointer       user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;
  Cell *wish = g_new0 (Cell, 1);

  wish->func = func;
  wish->user_data = user_data;
  g_object_set_data_full (G_OBJECT (factory), CELL_KEY, wish, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_role), wish);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_role), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_role), NULL);
  column = gtk_column_view_column_new (_("Role"), factory);
  gtk_column_view_append_column (view, column);
}

/**
 * bw_import_cells_add_columns:
 * @view: of #BwImportColumn
 * @func: called when the user chooses another role; @user_data has to live as long as @view
 */
void
bw_import_cells_add_columns (GtkColumnView *view,
                             BwRoleFunc     func,
                             gpointer       user_data)
{
  add_text_column (view, &header_cell);
  add_role_column (view, func, user_data);
  for (gsize i = 0; i < G_N_ELEMENTS (column_cells); i++)
    add_text_column (view, &column_cells[i]);
}

/**
 * bw_import_cells_add_problems:
 * @view: of #BwProblemItem
 */
void
bw_import_cells_add_problems (GtkColumnView *view)
{
  for (gsize i = 0; i < G_N_ELEMENTS (problem_cells); i++)
    add_text_column (view, &problem_cells[i]);
}
