/* A few of the customers that a segment takes, the largest first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/segment-customers.h"

#include "widgets/band-mark.h"
#include "widgets/customer-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST 5

struct _BwSegmentCustomers
{
  AdwBin parent_instance;

  BwWorkspace *workspace;
  guint        customers[MOST];

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BwSegmentCustomers, bw_segment_customers, ADW_TYPE_BIN)

/* The rows of the snapshot with most money, or the first where there is none. */
static guint
find_largest (const BwResults *results,
              guint            segment,
              gsize            rows[MOST])
{
  const BwPrepared *prepared = bw_results_get_prepared (results);
  double money[MOST];
  guint n = 0;

  for (gsize row = 0; row < bw_results_get_n_rows (results); row++)
    {
      double own;
      guint place;

      if (bw_results_get_segment (results, row) != segment)
        continue;
      own = bw_prepared_get_money (prepared, row);
      own = isnan (own) ? 0 : own;
      for (place = n; place > 0 && money[place - 1] < own; place--)
        if (place < MOST)
          {
            money[place] = money[place - 1];
            rows[place] = rows[place - 1];
          }
      if (place < MOST)
        {
          money[place] = own;
          rows[place] = row;
          n = MIN (n + 1, MOST);
        }
    }

  return n;
}

static GtkWidget *
make_label (const char *text,
            float       xalign,
            gboolean    dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
make_row (BwWorkspace *workspace,
          guint        customer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *mark = bw_band_mark_new ();
  g_autofree char *score = NULL, *money = NULL, *label = NULL;
  BwCustomerFacts facts;
  GtkWidget *name;

  bw_customer_facts_init (&facts, workspace, customer);
  score = bw_customer_facts_get_score (&facts);
  money = bw_customer_facts_get_money (&facts);
  label = bw_customer_facts_get_label (&facts);

  name = make_label (bw_panel_get_name (facts.panel, customer), 0, FALSE);
  gtk_widget_set_hexpand (name, TRUE);
  bw_band_mark_set_band (BW_BAND_MARK (mark), facts.model, bw_customer_facts_get_band (&facts));
  gtk_box_append (GTK_BOX (box), name);
  if (bw_customer_facts_has_value (&facts, BW_ROLE_MONEY))
    gtk_box_append (GTK_BOX (box), make_label (money, 1, TRUE));
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), make_label (score, 1, FALSE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static void
on_row_activated (BwSegmentCustomers *self,
                  GtkListBoxRow      *row)
{
  bw_workspace_set_customer (self->workspace, self->customers[gtk_list_box_row_get_index (row)]);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "customers");
}

static void
bw_segment_customers_dispose (GObject *object)
{
  g_clear_object (&BW_SEGMENT_CUSTOMERS (object)->workspace);

  G_OBJECT_CLASS (bw_segment_customers_parent_class)->dispose (object);
}

static void
bw_segment_customers_class_init (BwSegmentCustomersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_segment_customers_dispose;
}

static void
bw_segment_customers_init (BwSegmentCustomers *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "movers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Some of its customers"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), list);
}

/**
 * bw_segment_customers_show:
 * @segment: of the workspace's model
 */
void
bw_segment_customers_show (BwSegmentCustomers *self,
                           BwWorkspace        *workspace,
                           guint               segment)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  const guint32 *customers = bw_snapshot_get_customers (bw_panel_get_snapshot (panel, newest));
  gsize rows[MOST];
  const guint n = find_largest (bw_workspace_get_results (workspace), segment, rows);
  GtkListBoxRow *row;

  g_return_if_fail (BW_IS_SEGMENT_CUSTOMERS (self));

  g_set_object (&self->workspace, workspace);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      self->customers[i] = customers[rows[i]];
      gtk_list_box_append (self->list, make_row (workspace, self->customers[i]));
    }
}
