/* Cells with a drop-down, of the import assistant's table of columns: role and type. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-choice-cells.h"

#include <glib/gi18n-lib.h>

#define CELL_KEY "bw-import-choice" /* on a drop-down: its Choice */

/* A cell with a drop-down: what it offers, which of it holds, what happens with another. */
typedef struct
{
  const char *title;
  const char *name; /* for a screen reader; %s is the column */
  GListModel *(*list)(void);
  guint       (*get)(BwImportColumn *column);
  void        (*set)(const BwImportCellFuncs *funcs,
                     BwImportColumn          *column,
                     guint                    value,
                     gpointer                 user_data);
} ChoiceCell;

/* What a drop-down needs to know while it is bound. */
typedef struct
{
  const ChoiceCell  *cell;
  BwImportCellFuncs  funcs;
  gpointer           user_data;
  BwImportColumn    *column; /* bound to */
  gboolean           filling;
} Choice;

static GListModel *
new_roles (void)
{
  const char *titles[BW_N_ROLES + 1] = { NULL };

  for (guint role = 0; role < BW_N_ROLES; role++)
    titles[role] = bw_role_get_title (role);

  return G_LIST_MODEL (gtk_string_list_new (titles));
}

static GListModel *
new_types (void)
{
  const char *titles[BW_N_COLUMN_TYPES + 1] = { NULL };

  for (guint type = 0; type < BW_N_COLUMN_TYPES; type++)
    titles[type] = bw_column_type_get_title (type);

  return G_LIST_MODEL (gtk_string_list_new (titles));
}

static guint
get_role (BwImportColumn *column)
{
  return bw_import_column_get_role (column);
}

static void
set_role (const BwImportCellFuncs *funcs,
          BwImportColumn          *column,
          guint                    value,
          gpointer                 user_data)
{
  funcs->role (column, value, user_data);
}

static guint
get_type (BwImportColumn *column)
{
  return bw_import_column_get_column_type (column);
}

static void
set_type (const BwImportCellFuncs *funcs,
          BwImportColumn          *column,
          guint                    value,
          gpointer                 user_data)
{
  funcs->type (column, value, user_data);
}

static const ChoiceCell choice_cells[] = {
  /* TRANSLATORS: the accessible name of a drop-down; %s is a column of a file */
  { N_("Role"), N_("Role of %s"), new_roles, get_role, set_role },
  /* TRANSLATORS: the accessible name of a drop-down; %s is a column of a file */
  { N_("Type"), N_("Type of %s"), new_types, get_type, set_type },
};

static void
show_choice (GtkDropDown *drop_down)
{
  Choice *choice = g_object_get_data (G_OBJECT (drop_down), CELL_KEY);
  const char *header = bw_import_column_get_header (choice->column);
  g_autofree char *name = g_strdup_printf (_(choice->cell->name), header);

  choice->filling = TRUE;
  gtk_drop_down_set_selected (drop_down, choice->cell->get (choice->column));
  choice->filling = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_selected (GtkDropDown *drop_down,
             GParamSpec  *pspec,
             Choice      *choice)
{
  const guint value = gtk_drop_down_get_selected (drop_down);

  if (choice->filling || choice->column == NULL || value == GTK_INVALID_LIST_POSITION ||
      value == choice->cell->get (choice->column))
    return;

  choice->cell->set (&choice->funcs, choice->column, value, choice->user_data);
}

static void
setup_choice (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              const Choice             *wish)
{
  Choice *choice = g_memdup2 (wish, sizeof (Choice));
  GtkWidget *drop_down = gtk_drop_down_new (wish->cell->list (), NULL);

  gtk_widget_add_css_class (drop_down, "flat");
  g_object_set_data_full (G_OBJECT (drop_down), CELL_KEY, choice, g_free);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_selected), choice);
  gtk_list_item_set_child (list_item, drop_down);
}

static void
bind_choice (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  GtkWidget *drop_down = gtk_list_item_get_child (list_item);
  Choice *choice = g_object_get_data (G_OBJECT (drop_down), CELL_KEY);

  choice->column = gtk_list_item_get_item (list_item);
  g_signal_connect_swapped (choice->column, "changed", G_CALLBACK (show_choice), drop_down);
  show_choice (GTK_DROP_DOWN (drop_down));
}

static void
unbind_choice (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  GtkWidget *drop_down = gtk_list_item_get_child (list_item);
  Choice *choice = g_object_get_data (G_OBJECT (drop_down), CELL_KEY);

  g_signal_handlers_disconnect_by_func (choice->column, show_choice, drop_down);
  choice->column = NULL;
}

static void
add_column (GtkColumnView           *view,
            const ChoiceCell        *cell,
            const BwImportCellFuncs *funcs,
            gpointer                 user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;
  Choice *wish = g_new0 (Choice, 1);

  wish->cell = cell;
  wish->funcs = *funcs;
  wish->user_data = user_data;
  g_object_set_data_full (G_OBJECT (factory), CELL_KEY, wish, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_choice), wish);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_choice), NULL);
  column = gtk_column_view_column_new (_(cell->title), factory);
  gtk_column_view_append_column (view, column);
}

/**
 * bw_import_choice_cells_add:
 * @view: of #BwImportColumn
 * @funcs: copied; @user_data has to live as long as @view
 */
void
bw_import_choice_cells_add (GtkColumnView           *view,
                            const BwImportCellFuncs *funcs,
                            gpointer                 user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choice_cells); i++)
    add_column (view, &choice_cells[i], funcs, user_data);
}
