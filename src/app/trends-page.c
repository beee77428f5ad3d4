/* The segment through time: shares of bands, and who fell or recovered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/trends-page.h"

#include "chart/chart.h"
#include "format/format.h"
#include "widgets/band-change-card.h"
#include "widgets/chart-view.h"
#include "widgets/version-marks.h"
#include "widgets/way-back.h"
#include "workspace/lent-keeper.h"
#include "workspace/scored-then.h"
#include "workspace/versions.h"

#include <glib/gi18n-lib.h>

struct _BwTrendsPage
{
  BwLive parent_instance;

  BwScoredThen *then; /* NULL before the page was first shown */

  GtkStack    *stack;
  GtkLabel    *title;
  GtkLabel    *note;
  GtkWidget   *choice;
  GtkWidget   *today_button;
  GtkWidget   *then_button;
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
  g_autofree char *title = NULL;
  g_autofree char *note = bw_version_marks_say (workspace);

  if (segment == BW_ALL_SEGMENTS)
    title = g_strdup (_("Share of customers by band"));
  else
    /* TRANSLATORS: %s is a segment */
    title = g_strdup_printf (_("Share of customers by band in %s"),
                             bw_model_get_segment (model, segment)->name);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->note), note);
}

/* Where there are no versions, there is nothing to choose between. */
static void
show_choice (BwTrendsPage *self)
{
  BwKeeper *keeper = bw_keeper_of (bw_live_get_workspace (BW_LIVE (self)));

  gtk_widget_set_visible (self->choice, keeper != NULL && bw_keeper_get_n_versions (keeper) > 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (bw_scored_then_get_shown (self->then)
                                                   ? self->then_button : self->today_button), TRUE);
}

static void
on_then_changed (BwTrendsPage *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  if (workspace == NULL || bw_workspace_get_results (workspace) == NULL)
    return;

  show_choice (self);
  show_title (self, workspace);
}

static void
on_chosen (BwTrendsPage *self)
{
  if (self->then != NULL)
    bw_scored_then_set_shown (self->then,
                              gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->then_button)));
}

static void
begin (BwTrendsPage *self)
{
  self->then = g_object_ref (bw_scored_then_of (bw_live_get_workspace (BW_LIVE (self))));
  g_signal_connect_object (self->then, "changed", G_CALLBACK (on_then_changed), self,
                           G_CONNECT_SWAPPED);
  show_choice (self);
}

static void
bw_trends_page_refresh (BwLive  *live,
                        BwChange changes)
{
  BwTrendsPage *self = BW_TRENDS_PAGE (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  BwPanel *panel = bw_workspace_get_panel (workspace);

  if (self->then == NULL)
    begin (self);
  if ((changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT)) == 0)
    return;

  show_title (self, workspace);
  show_choice (self);
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
bw_trends_page_dispose (GObject *object)
{
  g_clear_object (&BW_TRENDS_PAGE (object)->then);

  G_OBJECT_CLASS (bw_trends_page_parent_class)->dispose (object);
}

static void
bw_trends_page_class_init (BwTrendsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_trends_page_dispose;
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
  gtk_widget_class_bind_template_child (widget_class, BwTrendsPage, choice);
  gtk_widget_class_bind_template_child (widget_class, BwTrendsPage, today_button);
  gtk_widget_class_bind_template_child (widget_class, BwTrendsPage, then_button);
  gtk_widget_class_bind_template_child (widget_class, BwTrendsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, BwTrendsPage, cards);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_activated);
}

static void
bw_trends_page_init (BwTrendsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bw_way_back_add (self->cards);
}
