/* All customers of the chosen segment in a table, and one of them in a pane. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where nobody is found, word of it lies over the table, which stays there and goes on counting. */

#include "app/customers-page.h"

#include "app/customer-pane.h"
#include "chart/words.h"
#include "format/format.h"
#include "workspace/lent-keeper.h"
#include "workspace/noted.h"

#include <glib/gi18n-lib.h>

struct _BwCustomersPage
{
  BwLive parent_instance;

  AdwFlap         *flap;
  GtkSearchEntry  *search;
  GtkDropDown     *bands;
  GtkToggleButton *noted;
  BwCustomerTable *table;
  AdwStatusPage   *nobody;
  GtkWidget       *show_all;

  gboolean following; /* it is told of other notes */
};

G_DEFINE_FINAL_TYPE (BwCustomersPage, bw_customers_page, BW_TYPE_LIVE)

static gboolean
is_narrowed (BwCustomersPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' ||
         gtk_drop_down_get_selected (self->bands) != 0 ||
         gtk_toggle_button_get_active (self->noted);
}

static void
on_counted (BwCustomersPage *self)
{
  BwCustomerList *list = bw_customer_table_get_list (self->table);
  const guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 1;
  const gboolean narrowed = is_narrowed (self);

  adw_status_page_set_description (self->nobody,
                                   narrowed ? _("Search for something else, or show all bands.")
                                            : _("No customer belongs to this segment."));
  gtk_widget_set_visible (self->show_all, narrowed);
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

/* The first entry is every band, then the bands in order, then those without a score. */
static void
on_band_selected (BwCustomersPage *self)
{
  BwCustomerList *list = bw_customer_table_get_list (self->table);
  GListModel *entries = gtk_drop_down_get_model (self->bands);
  const guint selected = gtk_drop_down_get_selected (self->bands);

  if (list == NULL || entries == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected == 0)
    bw_customer_list_set_bands (list, G_MAXUINT);
  else if (selected + 1 == g_list_model_get_n_items (entries))
    bw_customer_list_set_bands (list, 1u << BW_NO_BAND);
  else
    bw_customer_list_set_bands (list, 1u << (selected - 1));
  on_counted (self);
}

static void
on_show_all (BwCustomersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->bands, 0);
  gtk_toggle_button_set_active (self->noted, FALSE);
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

/* Whether the drop-down has the names of @model's bands already. */
static gboolean
has_bands (BwCustomersPage *self,
           BwModel         *model)
{
  GListModel *entries = gtk_drop_down_get_model (self->bands);
  const guint n_bands = bw_model_get_n_bands (model);

  if (entries == NULL || g_list_model_get_n_items (entries) != n_bands + 2)
    return FALSE;

  for (guint band = 0; band < n_bands; band++)
    {
      if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (entries), band + 1),
                     bw_model_get_band (model, band)->name) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
show_bands (BwCustomersPage *self,
            BwModel         *model)
{
  g_autoptr(GtkStringList) entries = NULL;

  if (has_bands (self, model))
    return;

  entries = gtk_string_list_new (NULL);
  gtk_string_list_append (entries, _("All bands"));
  for (guint band = 0; band < bw_model_get_n_bands (model); band++)
    gtk_string_list_append (entries, bw_model_get_band (model, band)->name);
  gtk_string_list_append (entries, bw_words_band (model, BW_NO_BAND));
  gtk_drop_down_set_model (self->bands, G_LIST_MODEL (entries));
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
    show_bands (self, bw_workspace_get_model (workspace));
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT))
    show_count (self, workspace);
}

static void
bw_customers_page_class_init (BwCustomersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_LIVE_CLASS (klass)->refresh = bw_customers_page_refresh;

  g_type_ensure (BW_TYPE_CUSTOMER_PANE);
  g_type_ensure (BW_TYPE_CUSTOMER_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/customers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, flap);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, search);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, bands);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, noted);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, table);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, BwCustomersPage, show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_band_selected);
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
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->table));
  /* The button inside is what takes the focus, and has no name of its own. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->bands))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, _("Band"), -1);
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
