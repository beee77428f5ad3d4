/* All customers of the chosen segment in a table, and one of them in a pane. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where nobody is found, word of it lies over the table, which stays there and goes on counting. */

#include "app/customers-page.h"

#include "app/customer-pane.h"
#include "chart/words.h"
#include "format/format.h"
#include "model/matching.h"
#include "widgets/rule-builder.h"
#include "widgets/same-strings.h"
#include "workspace/lent-keeper.h"
#include "workspace/noted.h"

#include <glib/gi18n-lib.h>

struct _BwCustomersPage
{
  BwLive parent_instance;

  AdwFlap         *flap;
  GtkSearchEntry  *search;
  GtkDropDown     *lists;
  GtkToggleButton *noted;
  GtkToggleButton *filter;
  BwRuleBuilder   *conditions; /* shown while the filter is on */
  BwCustomerTable *table;
  AdwStatusPage   *nobody;
  GtkWidget       *show_all;

  GArray  *choices;   /* of Choice, by entry of the lists */
  gboolean filling;   /* the entries are being made */
  gboolean following; /* it is told of other notes */
  gboolean begun;     /* the filter was on once */
};

/* What an entry of the lists shows: a list, or everybody in one band. */
typedef struct
{
  BwReadyList list;
  guint       bands; /* a bit for each */
} Choice;

G_DEFINE_FINAL_TYPE (BwCustomersPage, bw_customers_page, BW_TYPE_LIVE)

static gboolean
is_searched (BwCustomersPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' ||
         gtk_toggle_button_get_active (self->noted) ||
         gtk_toggle_button_get_active (self->filter);
}

static void
on_counted (BwCustomersPage *self)
{
  BwCustomerList *list = bw_customer_table_get_list (self->table);
  const guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 1;
  const guint entry = gtk_drop_down_get_selected (self->lists);
  const gboolean searched = is_searched (self);
  const gboolean listed = entry > 0 && entry < self->choices->len;

  adw_status_page_set_description (
    self->nobody,
    searched ? _("Search for something else, or show all customers.")
    : listed ? bw_ready_list_say_nobody (g_array_index (self->choices, Choice, entry).list)
    : _("No customer belongs to this segment."));
  gtk_widget_set_visible (self->show_all, searched || listed);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), n == 0);
}

static void
on_search_changed (BwCustomersPage *self)
{
  BwCustomerList *list = bw_customer_table_get_list (self->table);

  if (list != NULL)
    bw_customer_list_set_search (list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  on_counted (self);
}

static void
on_stop_search (BwCustomersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  bw_customer_table_focus_list (self->table);
}

static void
on_search_activated (BwCustomersPage *self)
{
  bw_customer_table_focus_list (self->table);
}

/* A list is sorted as suits it. */
static void
on_list_selected (BwCustomersPage *self)
{
  BwCustomerList *list = bw_customer_table_get_list (self->table);
  const guint selected = gtk_drop_down_get_selected (self->lists);
  const Choice *choice;

  if (self->filling || list == NULL || selected >= self->choices->len)
    return;

  choice = &g_array_index (self->choices, Choice, selected);
  bw_customer_list_set_bands (list, choice->bands);
  bw_customer_list_set_ready (list, choice->list);
  if (bw_ready_list_get_order (choice->list) != NULL)
    g_object_set (self->table, "order", bw_ready_list_get_order (choice->list), NULL);
  on_counted (self);
}

static void
on_show_all (BwCustomersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->lists, 0);
  gtk_toggle_button_set_active (self->noted, FALSE);
  gtk_toggle_button_set_active (self->filter, FALSE);
}

static void
apply_filter (BwCustomersPage *self)
{
  BwCustomerList *list = bw_customer_table_get_list (self->table);
  g_autoptr(BwConditions) where = gtk_toggle_button_get_active (self->filter)
                                  ? bw_rule_builder_get_value (self->conditions) : NULL;

  if (list != NULL)
    bw_customer_list_set_filter (list, where);
  on_counted (self);
}

/* Shows the conditions; a filter that is begun is on who looks after the customer. */
static void
show_filter (BwCustomersPage *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint csm = bw_panel_find_role (panel, BW_ROLE_CSM);
  const BwCondition first = {
    .subject = BW_SUBJECT_COLUMN,
    .name = csm != BW_NONE ? bw_panel_get_column (panel, csm)->name : NULL,
    .test = BW_TEST_ONE_OF,
  };
  const BwConditions begun = { .conditions = &first, .n_conditions = csm != BW_NONE };
  g_autoptr(BwConditions) where = self->begun ? bw_rule_builder_get_value (self->conditions)
                                              : NULL;

  bw_rule_builder_set_value (self->conditions, bw_workspace_get_model (workspace), panel,
                             self->begun ? where : &begun);
  self->begun = TRUE;
}

static void
on_filter_toggled (BwCustomersPage *self)
{
  if (gtk_toggle_button_get_active (self->filter))
    show_filter (self);
  apply_filter (self);
}

static void
on_noted_toggled (BwCustomersPage *self)
{
  BwCustomerList *list = bw_customer_table_get_list (self->table);

  if (list != NULL)
    bw_customer_list_set_noted (list, gtk_toggle_button_get_active (self->noted));
  on_counted (self);
}

/* Where there are no notes, there is nothing to choose; who has chosen it sees all again. */
static void
show_noted (BwCustomersPage *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  const gboolean any = workspace != NULL && bw_noted_count_all (workspace) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->noted), any);
  if (!any)
    gtk_toggle_button_set_active (self->noted, FALSE);
}

static void
follow_notes (BwCustomersPage *self)
{
  BwKeeper *keeper = bw_keeper_of (bw_live_get_workspace (BW_LIVE (self)));

  if (self->following || keeper == NULL)
    return;

  self->following = TRUE;
  g_signal_connect_object (keeper, "notes-changed", G_CALLBACK (show_noted), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
on_activated (BwCustomersPage *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
add_choice (GtkStringList *entries,
            GArray        *choices,
            const char    *name,
            BwReadyList    list,
            guint          bands)
{
  const Choice choice = { list, bands };

  gtk_string_list_append (entries, name);
  g_array_append_val (choices, choice);
}

/* Everybody, the lists that data and model have something for, then each band. */
static GtkStringList *
list_choices (BwWorkspace *workspace,
              GArray      *choices)
{
  GtkStringList *entries = gtk_string_list_new (NULL);
  BwModel *model = bw_workspace_get_model (workspace);

  for (BwReadyList list = 0; list < BW_N_READY_LISTS; list++)
    {
      g_autofree char *name = bw_ready_list_name (list, workspace);

      if (bw_ready_list_applies (list, workspace))
        add_choice (entries, choices, name, list, G_MAXUINT);
    }
  for (guint band = 0; band < bw_model_get_n_bands (model); band++)
    add_choice (entries, choices, bw_model_get_band (model, band)->name, BW_READY_ALL, 1u << band);
  add_choice (entries, choices, bw_words_band (model, BW_NO_BAND), BW_READY_ALL, 1u << BW_NO_BAND);

  return entries;
}

/* The place of what is chosen now among @choices, 0 where it is gone. */
static guint
find_choice (BwCustomersPage *self,
             GArray          *choices)
{
  const guint selected = gtk_drop_down_get_selected (self->lists);
  const Choice *chosen = selected < self->choices->len
                         ? &g_array_index (self->choices, Choice, selected) : NULL;

  for (guint i = 0; chosen != NULL && i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);

      if (choice->list == chosen->list && choice->bands == chosen->bands)
        return i;
    }

  return 0;
}

static void
show_lists (BwCustomersPage *self,
            BwWorkspace     *workspace)
{
  g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_autoptr(GtkStringList) entries = list_choices (workspace, choices);
  guint selected;

  if (bw_same_strings (gtk_drop_down_get_model (self->lists), G_LIST_MODEL (entries)))
    return;

  selected = find_choice (self, choices);
  g_array_unref (self->choices);
  self->choices = g_steal_pointer (&choices);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->lists, G_LIST_MODEL (entries));
  gtk_drop_down_set_selected (self->lists, selected);
  self->filling = FALSE;
  if (selected == 0)
    on_list_selected (self);
}

static void
show_count (BwCustomersPage *self,
            BwWorkspace     *workspace)
{
  const gsize n = bw_results_get_summary (bw_workspace_get_results (workspace),
                                          bw_workspace_get_segment (workspace))->n_customers;
  g_autofree char *number = bw_format_number (n, 0);
  g_autofree char *text = g_strdup_printf (ngettext ("Search %s customer", "Search %s customers",
                                                     n), number);

  g_object_set (self->search, "placeholder-text", text, NULL);
}

static void
bw_customers_page_refresh (BwLive  *live,
                           BwChange changes)
{
  BwCustomersPage *self = BW_CUSTOMERS_PAGE (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);

  follow_notes (self);
  if (changes & BW_CHANGE_DATA)
    show_noted (self);
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL))
    {
      show_lists (self, workspace);
      if (gtk_toggle_button_get_active (self->filter))
        show_filter (self);
    }
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT))
    show_count (self, workspace);
}

static void
bw_customers_page_finalize (GObject *object)
{
  g_array_unref (BW_CUSTOMERS_PAGE (object)->choices);

  G_OBJECT_CLASS (bw_customers_page_parent_class)->finalize (object);
}

static void
bw_customers_page_class_init (BwCustomersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_customers_page_finalize;
  BW_LIVE_CLASS (klass)->refresh = bw_customers_page_refresh;

  g_type_ensure (BW_TYPE_CUSTOMER_PANE);
  g_type_ensure (BW_TYPE_CUSTOMER_TABLE);
  g_type_ensure (BW_TYPE_RULE_BUILDER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, flap);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, search);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, lists);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, noted);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, filter);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, conditions);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, table);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, apply_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_list_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_counted);
  gtk_widget_class_bind_template_callback (widget_class, on_noted_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
bw_customers_page_init (BwCustomersPage *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->table));
  /* The button inside is what takes the focus, and has no name of its own. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->lists))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, _("List of customers"), -1);
}

/**
 * bw_customers_page_get_table:
 *
 * Returns: (transfer none): all customers of the chosen segment
 */
BwCustomerTable *
bw_customers_page_get_table (BwCustomersPage *self)
{
  g_return_val_if_fail (BW_IS_CUSTOMERS_PAGE (self), NULL);

  return self->table;
}

/**
 * bw_customers_page_search:
 *
 * Gives the keyboard to the search.
 */
void
bw_customers_page_search (BwCustomersPage *self)
{
  g_return_if_fail (BW_IS_CUSTOMERS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
