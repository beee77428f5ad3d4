/* Second step of the import assistant: the columns, what each is read as and what it is for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of one kind have their columns here once. What is set for several chosen columns is set for
 * all of them that are on show. */

#include "app/import-columns-page.h"

#include "app/import-cells.h"
#include "app/import-lists.h"
#include "app/import-question.h"
#include "app/import-words.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AS_FOUND "found"

struct _BwImportColumnsPage
{
  BwImportPage parent_instance;

  gboolean filling;

  BwImportQuestion *question;
  GtkEditable      *search;
  GtkDropDown      *file;
  GtkWidget        *set_role;
  GtkWidget        *set_type;
  GtkColumnView    *view;
  GtkSelectionModel *selection;
  GListStore       *store;
  GtkCustomFilter  *filter;
  GtkLabel         *chosen;
  GMenu            *roles;
  GMenu            *types;
};

typedef void (*ColumnFunc) (BwImportColumnsPage *self,
                            BwImportColumn      *column,
                            guint                value);

G_DEFINE_FINAL_TYPE (BwImportColumnsPage, bw_import_columns_page, BW_TYPE_IMPORT_PAGE)

static BwImporting *
get_importing (BwImportColumnsPage *self)
{
  return bw_import_page_get_importing (BW_IMPORT_PAGE (self));
}

static void
on_role_chosen (BwImportColumn *column,
                BwRole          role,
                gpointer        user_data)
{
  bw_importing_set_role (get_importing (user_data), bw_import_column_get_source (column),
                         bw_import_column_get_header (column), role);
}

static void
on_type_chosen (BwImportColumn *column,
                BwColumnType    type,
                gpointer        user_data)
{
  if (bw_import_column_get_file (column) != BW_NONE)
    bw_importing_set_type (get_importing (user_data), bw_import_column_get_file (column),
                           bw_import_column_get_header (column), type);
}

static void
set_role (BwImportColumnsPage *self,
          BwImportColumn      *column,
          guint                value)
{
  if (bw_import_column_get_role (column) != value)
    on_role_chosen (column, value, self);
}

static void
set_type (BwImportColumnsPage *self,
          BwImportColumn      *column,
          guint                value)
{
  if (bw_import_column_get_column_type (column) != value)
    on_type_chosen (column, value, self);
}

static void
unset_type (BwImportColumnsPage *self,
            BwImportColumn      *column,
            guint                value)
{
  if (bw_import_column_get_file (column) != BW_NONE)
    bw_importing_unset_type (get_importing (self), bw_import_column_get_file (column),
                             bw_import_column_get_header (column));
}

/* The list may change under the work, so that the chosen ones are taken down first. */
static void
for_chosen (BwImportColumnsPage *self,
            ColumnFunc           func,
            guint                value)
{
  g_autoptr(GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      if (gtk_selection_model_is_selected (self->selection, i))
        g_ptr_array_add (chosen, g_list_model_get_item (G_LIST_MODEL (self->selection), i));
    }
  for (guint i = 0; i < chosen->len; i++)
    func (self, chosen->pdata[i], value);
}

static void
on_role_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  BwRole role;

  if (bw_role_from_id (g_variant_get_string (parameter, NULL), &role))
    for_chosen (user_data, set_role, role);
}

static void
on_type_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  const char *id = g_variant_get_string (parameter, NULL);
  BwColumnType type;

  if (g_str_equal (id, AS_FOUND))
    for_chosen (user_data, unset_type, 0);
  else if (bw_column_type_from_id (id, &type))
    for_chosen (user_data, set_type, type);
}

static void
show_chosen (BwImportColumnsPage *self)
{
  g_autoptr(GtkBitset) chosen = gtk_selection_model_get_selection (self->selection);
  const guint64 n = gtk_bitset_get_size (chosen);
  g_autofree char *number = bw_format_number (n, 0);
  g_autofree char *text = n == 0 ?
                          g_strdup (_("Choose columns to set the role or type of several at once")) :
                          g_strdup_printf (ngettext ("%s column chosen", "%s columns chosen", n),
                                           number);

  gtk_label_set_label (self->chosen, text);
  gtk_widget_set_sensitive (self->set_role, n > 0);
  gtk_widget_set_sensitive (self->set_type, n > 0);
}

/* The kind of file whose columns are wanted, or BW_NONE for all. */
static guint
get_wanted (BwImportColumnsPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->file);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? BW_NONE : selected - 1;
}

static gboolean
has_text (const char *text,
          const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  BwImportColumnsPage *self = user_data;
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  const guint source = get_wanted (self);

  if (source != BW_NONE && bw_import_column_get_source (item) != source)
    return FALSE;

  return has_text (bw_import_column_get_header (item), needle) ||
         has_text (bw_import_column_get_file_name (item), needle) ||
         has_text (bw_role_get_title (bw_import_column_get_role (item)), needle);
}

static void
on_filter_changed (BwImportColumnsPage *self)
{
  if (!self->filling)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_files (BwImportColumnsPage *self)
{
  BwImporting *importing = get_importing (self);
  const guint n_kinds = bw_mapping_get_n_sources (bw_importing_get_mapping (importing));
  const guint selected = gtk_drop_down_get_selected (self->file);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr(GtkColumnViewColumn) last =
    g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);

  g_strv_builder_add (builder, _("All files"));
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *name = bw_import_name_kind (importing, i);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  self->filling = TRUE;
  bw_import_list_texts (self->file, (const char *const *) names,
                        selected <= n_kinds ? selected : 0);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->file), n_kinds > 1);
  gtk_column_view_column_set_visible (last, n_kinds > 1);
}

/* Whether the list has exactly the columns of the mapping, in their order. */
static gboolean
has_same_columns (BwImportColumnsPage *self)
{
  BwMapping *mapping = bw_importing_get_mapping (get_importing (self));
  guint n = 0;

  for (guint i = 0; i < bw_mapping_get_n_sources (mapping); i++)
    {
      for (guint j = 0; j < bw_mapping_get_source (mapping, i)->n_columns; j++, n++)
        {
          g_autoptr(BwImportColumn) item = g_list_model_get_item (G_LIST_MODEL (self->store), n);

          if (item == NULL || !bw_import_column_is_at (item, i, j))
            return FALSE;
        }
    }

  return n == g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

static void
make_columns (BwImportColumnsPage *self)
{
  BwMapping *mapping = bw_importing_get_mapping (get_importing (self));
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < bw_mapping_get_n_sources (mapping); i++)
    {
      const guint file = bw_importing_find_file (get_importing (self), i);

      for (guint j = 0; j < bw_mapping_get_source (mapping, i)->n_columns; j++)
        g_ptr_array_add (items, bw_import_column_new (get_importing (self), i, j, file));
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
}

/* The columns stand by source: which file speaks for them is asked once for each. */
static void
follow_columns (BwImportColumnsPage *self)
{
  guint source = BW_NONE, file = BW_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr(BwImportColumn) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (bw_import_column_get_source (item) != source)
        {
          source = bw_import_column_get_source (item);
          file = bw_importing_find_file (get_importing (self), source);
        }
      bw_import_column_follow (item, file);
    }
}

/* Escape empties the search; without one it is for the window. */
static void
on_stop_search (BwImportColumnsPage *self)
{
  GtkEditable *search = GTK_EDITABLE (self->search);

  if (*gtk_editable_get_text (search) != '\0')
    gtk_editable_set_text (search, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
bw_import_columns_page_refresh (BwImportPage *page)
{
  BwImportColumnsPage *self = BW_IMPORT_COLUMNS_PAGE (page);

  show_files (self);
  bw_import_question_show (self->question, get_importing (self));
  if (has_same_columns (self))
    follow_columns (self);
  else
    make_columns (self);
}

static void
bw_import_columns_page_class_init (BwImportColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_IMPORT_PAGE_CLASS (klass)->refresh = bw_import_columns_page_refresh;

  g_type_ensure (BW_TYPE_IMPORT_COLUMN);
  g_type_ensure (BW_TYPE_IMPORT_QUESTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, question);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, search);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, file);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, set_role);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, set_type);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, view);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, store);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, roles);
  gtk_widget_class_bind_template_child (widget_class, BwImportColumnsPage, types);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen);
}

static void
fill_menus (BwImportColumnsPage *self)
{
  for (guint role = 0; role < BW_N_ROLES; role++)
    {
      g_autofree char *action = g_strdup_printf ("columns.role::%s", bw_role_get_id (role));

      g_menu_append (self->roles, bw_role_get_title (role), action);
    }
  /* TRANSLATORS: of a column's type: leave it to inspection */
  g_menu_append (self->types, _("As found"), "columns.type::" AS_FOUND);
  for (guint type = 0; type < BW_N_COLUMN_TYPES; type++)
    {
      g_autofree char *action = g_strdup_printf ("columns.type::%s", bw_column_type_get_id (type));

      g_menu_append (self->types, bw_column_type_get_title (type), action);
    }
}

static void
bw_import_columns_page_init (BwImportColumnsPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "role", .activate = on_role_action, .parameter_type = "s" },
    { .name = "type", .activate = on_type_action, .parameter_type = "s" },
  };
  static const BwImportCellFuncs funcs = { on_role_chosen, on_type_chosen };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_menus (self);
  bw_import_cells_add (self->view, &funcs, self);
  gtk_custom_filter_set_filter_func (self->filter, is_wanted, self, NULL);
  show_chosen (self);
}

/**
 * bw_import_columns_page_search:
 *
 * Puts the focus where columns are searched.
 */
void
bw_import_columns_page_search (BwImportColumnsPage *self)
{
  g_return_if_fail (BW_IS_IMPORT_COLUMNS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
