/* The table of customers: any number of them, sorted by a click, one of them chosen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are slots: "row p of the present order". After a change of the order no row is another,
* only what it shows; cells in view are filled at once, the others when they come into view. */

#include "widgets/customer-table.h"

#include "widgets/customer-columns.h"
#include "widgets/customer-facts.h"
#include "widgets/slot-view.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>

#define ROWS_AT_ONCE 32 /* more than a usual window has place for */

struct _BwCustomerTable
{
  BwLive parent_instance;

  BwSlotView         *view;
  GtkSingleSelection *selection;

  BwCustomerList *list;
  gboolean        choosing;  /* the selection is moved by the program */
  guint           scroll_id; /* waits to bring the chosen row into view */
};

enum
{
  ACTIVATED,
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  PROP_ORDER = 1,
} BwCustomerTableProperty;

static GParamSpec *properties[PROP_ORDER + 1];

/* What an order is called where it is kept; for ever. */
static const char *const order_ids[] = {
  [BW_ORDER_NAME] = "name",
  [BW_ORDER_SCORE] = "score",
  [BW_ORDER_BAND] = "band",
  [BW_ORDER_CHANGE] = "change",
  [BW_ORDER_RANK] = "rank",
  [BW_ORDER_MONEY] = "money",
  [BW_ORDER_RENEWAL] = "renewal",
  [BW_ORDER_SEGMENT] = "segment",
};

#define DESCENDING "-descending"

G_DEFINE_FINAL_TYPE (BwCustomerTable, bw_customer_table, BW_TYPE_LIVE)

static void
fill_cell (gpointer    owner,
           BwSlotCell *cell)
{
  BwCustomerTable *self = owner;
  const guint customer = self->list == NULL ? BW_NONE :
                         bw_customer_list_get_customer (self->list,
                                                        bw_slot_cell_get_position (cell));
  BwCustomerFacts facts;

  if (customer == BW_NONE)
    return;

  bw_customer_facts_init (&facts, bw_live_get_workspace (BW_LIVE (self)), customer);
  bw_slot_cell_fill (cell, &facts);
}

static gboolean
scroll_to_chosen (gpointer user_data)
{
  BwCustomerTable *self = user_data;
  const guint position = gtk_single_selection_get_selected (self->selection);

  self->scroll_id = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    bw_slot_view_scroll_to (self->view, position);

  return G_SOURCE_REMOVE;
}

/* Chooses the row of the workspace's customer, wherever it stands now. */
static void
follow_customer (BwCustomerTable *self,
                 gboolean         scroll)
{
  const guint customer = bw_workspace_get_customer (bw_live_get_workspace (BW_LIVE (self)));
  const guint position = bw_customer_list_find (self->list, customer);

  if (position == gtk_single_selection_get_selected (self->selection))
    return;

  self->choosing = TRUE;
  bw_slot_view_reach (self->view, position);
  gtk_single_selection_set_selected (self->selection, position);
  self->choosing = FALSE;
  if (scroll && self->scroll_id == 0)
    self->scroll_id = g_idle_add (scroll_to_chosen, self); /* the rows need their place first */
}

static void
on_list_refreshed (BwCustomerTable *self)
{
  if (bw_workspace_get_results (bw_live_get_workspace (BW_LIVE (self))) == NULL)
    return;

  bw_slot_view_refresh (self->view);
  follow_customer (self, FALSE);
}

static void
on_counted (BwCustomerTable *self)
{
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
on_selected (BwCustomerTable *self)
{
  const guint position = gtk_single_selection_get_selected (self->selection);

  if (self->choosing || self->list == NULL || position == GTK_INVALID_LIST_POSITION)
    return;

  bw_workspace_set_customer (bw_live_get_workspace (BW_LIVE (self)),
                             bw_customer_list_get_customer (self->list, position));
}

static void
on_activated (BwCustomerTable *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_sorted (BwCustomerTable *self)
{
  gboolean descending;
  const BwSlotColumn *column = bw_slot_view_get_sorted (self->view, &descending);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
  if (self->list == NULL)
    return;

  if (column == NULL)
    bw_customer_list_set_order (self->list, BW_ORDER_NAME, FALSE);
  else
    bw_customer_list_set_order (self->list, column->order, descending);
}

static void
open_list (BwCustomerTable *self)
{
  self->list = bw_customer_list_new (bw_live_get_workspace (BW_LIVE (self)));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_counted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refresh", G_CALLBACK (on_list_refreshed), self,
                           G_CONNECT_SWAPPED);
  on_sorted (self);
  gtk_single_selection_set_model (self->selection,
                                  bw_slot_view_bring (self->view, G_LIST_MODEL (self->list)));
  g_signal_connect_object (bw_shown_of (bw_live_get_workspace (BW_LIVE (self))), "notify::choice",
                           G_CALLBACK (on_list_refreshed), self, G_CONNECT_SWAPPED);
  on_counted (self);
}

static void
bw_customer_table_refresh (BwLive  *live,
                           BwChange changes)
{
  BwCustomerTable *self = BW_CUSTOMER_TABLE (live);

  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT))
    bw_slot_view_show_titles (self->view, bw_live_get_workspace (live));
  if (self->list == NULL)
    open_list (self);
  if (changes & BW_CHANGE_CUSTOMER)
    follow_customer (self, TRUE);
  bw_customer_list_set_active (self->list, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
bw_customer_table_map (GtkWidget *widget)
{
  BwCustomerTable *self = BW_CUSTOMER_TABLE (widget);

  if (self->list != NULL)
    bw_customer_list_set_active (self->list, TRUE);

  GTK_WIDGET_CLASS (bw_customer_table_parent_class)->map (widget);
}

static void
bw_customer_table_unmap (GtkWidget *widget)
{
  BwCustomerTable *self = BW_CUSTOMER_TABLE (widget);

  GTK_WIDGET_CLASS (bw_customer_table_parent_class)->unmap (widget);

  if (self->list != NULL)
    bw_customer_list_set_active (self->list, FALSE);
}

/* "score", or "score-descending". */
static char *
describe_order (BwCustomerTable *self)
{
  gboolean descending = FALSE;
  const BwSlotColumn *column = bw_slot_view_get_sorted (self->view, &descending);

  if (column == NULL || column->order >= G_N_ELEMENTS (order_ids))
    return g_strdup ("");

  return g_strconcat (order_ids[column->order], descending ? DESCENDING : "", NULL);
}

/* An order that nobody knows changes nothing. */
static void
restore_order (BwCustomerTable *self,
               const char      *text)
{
  const gboolean descending = text != NULL && g_str_has_suffix (text, DESCENDING);
  g_autofree char *id = text == NULL ? g_strdup ("") : g_strdup (text);

  if (descending)
    id[strlen (id) - strlen (DESCENDING)] = '\0';
  for (guint order = 0; order < G_N_ELEMENTS (order_ids); order++)
    {
      if (g_str_equal (order_ids[order], id))
        bw_slot_view_sort_by (self->view, order, descending);
    }
}

static void
bw_customer_table_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((BwCustomerTableProperty) property_id)
    {
    case PROP_ORDER:
      g_value_take_string (value, describe_order (BW_CUSTOMER_TABLE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_customer_table_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch ((BwCustomerTableProperty) property_id)
    {
    case PROP_ORDER:
      restore_order (BW_CUSTOMER_TABLE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_customer_table_dispose (GObject *object)
{
  BwCustomerTable *self = BW_CUSTOMER_TABLE (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (bw_customer_table_parent_class)->dispose (object);
}

static void
bw_customer_table_class_init (BwCustomerTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_customer_table_dispose;
  G_OBJECT_CLASS (klass)->get_property = bw_customer_table_get_property;
  G_OBJECT_CLASS (klass)->set_property = bw_customer_table_set_property;
  widget_class->map = bw_customer_table_map;
  widget_class->unmap = bw_customer_table_unmap;
  BW_LIVE_CLASS (klass)->refresh = bw_customer_table_refresh;
  gtk_widget_class_set_css_name (widget_class, "customertable");

  properties[PROP_ORDER] =
    g_param_spec_string ("order", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);

  signals[ACTIVATED] = g_signal_new ("activated", BW_TYPE_CUSTOMER_TABLE, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTED] = g_signal_new ("counted", BW_TYPE_CUSTOMER_TABLE, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_customer_table_init (BwCustomerTable *self)
{
  gsize n_columns;
  const BwSlotColumn *columns = bw_customer_columns (&n_columns);
  GtkWidget *view = bw_slot_view_new (columns, n_columns, _("Customers"), ROWS_AT_ONCE, fill_cell,
                                      self);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  self->view = BW_SLOT_VIEW (view);
  bw_slot_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  bw_slot_view_sort_by (self->view, BW_ORDER_SCORE, FALSE);
  g_signal_connect_object (view, "sorted", G_CALLBACK (on_sorted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), view);
}

/**
 * bw_customer_table_get_list:
 *
 * Returns: (transfer none) (nullable): who is listed, %NULL before the table was first shown
 */
BwCustomerList *
bw_customer_table_get_list (BwCustomerTable *self)
{
  g_return_val_if_fail (BW_IS_CUSTOMER_TABLE (self), NULL);

  return self->list;
}

/**
 * bw_customer_table_focus_list:
 *
 * Gives the keyboard to the rows.
 */
void
bw_customer_table_focus_list (BwCustomerTable *self)
{
  g_return_if_fail (BW_IS_CUSTOMER_TABLE (self));

  bw_slot_view_focus_rows (self->view);
}
