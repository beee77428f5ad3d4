/* The segment through time: shares of bands, and who fell or recovered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/trends-page.h"

#include "chart/chart.h"
#include "format/format.h"
#include "widgets/band-change-card.h"
#include "widgets/chart-view.h"
#include "widgets/way-back.h"

#include <glib/gi18n-lib.h>

struct _BwTrendsPage
{
  BwLive parent_instance;

  GtkStack    *stack;
  GtkLabel    *title;
  GtkLabel    *note;
  BwChartView *chart;
  GtkWidget   *cards;
};

enum
{
  CUSTOMER_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwTrendsPage, bw_trends_page, BW_TYPE_LIVE)

static void
show_title (BwTrendsPage *self,
            BwWorkspace  *workspace)
{
  const guint segment = bw_workspace_get_segment (workspace);
  BwModel *model = bw_workspace_get_model (workspace);
  const guint n = bw_panel_get_n_snapshots (bw_workspace_get_panel (workspace));
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;

  if (segment == BW_ALL_SEGMENTS)
    title = g_strdup (_("Share of customers by band"));
  else
    /* TRANSLATORS: %s is a segment */
    title = g_strdup_printf (_("Share of customers by band in %s"),
                             bw_model_get_segment (model, segment)->name);
  note = g_strdup_printf (ngettext ("%u snapshot, today’s weights", "%u snapshots, today’s weights",
                                    n), n);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->note, note);
}

static void
bw_trends_page_refresh (BwLive  *live,
                        BwChange changes)
{
  BwTrendsPage *self = BW_TRENDS_PAGE (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  BwPanel *panel = bw_workspace_get_panel (workspace);

  if ((changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT)) == 0)
    return;

  show_title (self, workspace);
  gtk_widget_set_visible (self->cards, bw_trend_snapshot (bw_workspace_get_model (workspace),
                                                          panel) != BW_NONE);
  gtk_stack_set_visible_child_name (self->stack,
                                    bw_panel_get_n_snapshots (panel) > 1 ? "history" : "one");
}

static void
on_customer_activated (BwTrendsPage *self,
                       guint         customer)
{
  g_signal_emit (self, signals[CUSTOMER_ACTIVATED], 0, customer);
}

static void
bw_trends_page_class_init (BwTrendsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_LIVE_CLASS (klass)->refresh = bw_trends_page_refresh;

  signals[CUSTOMER_ACTIVATED] =
    g_signal_new ("customer-activated", BW_TYPE_TRENDS_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (BW_TYPE_BAND_CHANGE_CARD);
  g_type_ensure (BW_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/trends-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwTrendsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BwTrendsPage, title);
  gtk_widget_class_bind_template_child (widget_class, BwTrendsPage, note);
  gtk_widget_class_bind_template_child (widget_class, BwTrendsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, BwTrendsPage, cards);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_activated);
}

static void
bw_trends_page_init (BwTrendsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bw_way_back_add (self->cards);
}
