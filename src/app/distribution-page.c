/* How scores are spread: key figures, the distribution, bands over time, and who moves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/distribution-page.h"

#include "app/segment-insight.h"
#include "chart/words.h"
#include "format/format.h"
#include "widgets/chart-view.h"
#include "widgets/movers-card.h"
#include "widgets/stat-cards.h"
#include "widgets/version-marks.h"
#include "widgets/workspace-view.h"
#include "workspace/scored-then.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH_FOR_PAIR 560 /* else the names of those who moved have no room */

struct _BwDistributionPage
{
  BwLive parent_instance;

  GtkLabel *title;
  GtkLabel *note;
  GtkLabel *bands_note;
  GtkBox   *pair;      /* what was, and who moves */

  GtkScrolledWindow *scroller;

  gboolean  narrow;    /* the pair stands one above the other */
  gboolean  moving;    /* an edge of a band is held */
  gboolean  following; /* what it says of the past is told of */
};

enum
{
  CUSTOMER_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwDistributionPage, bw_distribution_page, BW_TYPE_LIVE)

static void
on_customer_activated (BwDistributionPage *self,
                       guint               customer)
{
  g_signal_emit (self, signals[CUSTOMER_ACTIVATED], 0, customer);
}

/* A band's name opens the editor of bands. */
static void
on_handle_activated (BwDistributionPage *self,
                     const char         *handle)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit", "(ss)", "bands", handle);
}

static void
show_title (BwDistributionPage *self,
            BwWorkspace        *workspace)
{
  const guint segment = bw_workspace_get_segment (workspace);
  const BwSummary *summary = bw_results_get_summary (bw_workspace_get_results (workspace), segment);
  g_autofree char *number = bw_format_number (summary->n_customers, 0);
  g_autofree char *customers = g_strdup_printf (ngettext ("%s customer", "%s customers",
                                                          summary->n_customers), number);
  g_autofree char *note = NULL;
  g_autofree char *title = NULL;
  BwView view;
  guint baseline;

  bw_workspace_fill_view (workspace, &view);
  if (self->moving && bw_model_get_n_segments (bw_workspace_get_model (workspace)) > 1)
    note = g_strdup (_("Moves the edge for all segments"));
  else if (bw_words_find_baseline (&view, &baseline))
    /* TRANSLATORS: under a chart's title: "412 customers", and the name of the baseline */
    note = g_strdup_printf (_("%s · grey outline: %s"), customers, view.baseline_name);
  else
    note = g_strdup (customers);

  if (segment == BW_ALL_SEGMENTS)
    title = g_strdup (_("How healthy are all customers?"));
  else
    /* TRANSLATORS: %s is a segment's name */
    title = g_strdup_printf (_("How healthy is %s?"),
                             bw_model_get_segment (bw_workspace_get_model (workspace),
                                                   segment)->name);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->note, note);
}

static void
on_handle_held (BwDistributionPage *self,
                const char         *handle)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  self->moving = handle != NULL;
  if (workspace != NULL && bw_workspace_get_results (workspace) != NULL)
    show_title (self, workspace);
}

static void
show_bands_note (BwDistributionPage *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwPanel *panel = workspace == NULL ? NULL : bw_workspace_get_panel (workspace);
  g_autofree char *note = NULL;

  if (panel == NULL)
    return;

  note = bw_version_marks_say (workspace);
  gtk_label_set_label (self->bands_note, bw_panel_get_n_snapshots (panel) > 1 ? note : "");
}

/* The choice between today's model and those of then is made on another page. */
static void
follow_past (BwDistributionPage *self,
             BwWorkspace        *workspace)
{
  if (self->following)
    return;

  self->following = TRUE;
  g_signal_connect_object (bw_scored_then_of (workspace), "changed", G_CALLBACK (show_bands_note),
                           self, G_CONNECT_SWAPPED);
}

static void
bw_distribution_page_refresh (BwLive  *live,
                              BwChange changes)
{
  BwDistributionPage *self = BW_DISTRIBUTION_PAGE (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);

  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_RESULTS | BW_CHANGE_SEGMENT))
    show_title (self, workspace);
  follow_past (self, workspace);
  if (changes & BW_CHANGE_DATA)
    show_bands_note (self);
}

static void
turn_pair (gpointer user_data)
{
  g_autoptr(BwDistributionPage) self = user_data;

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pair), self->narrow ?
                                    GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* What is shown cannot change in the middle of being placed, which is when this is told. */
static void
on_width_changed (BwDistributionPage *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  const gboolean narrow = gtk_adjustment_get_page_size (across) < LEAST_WIDTH_FOR_PAIR;

  if (narrow != self->narrow)
    g_idle_add_once (turn_pair, g_object_ref (self));
  self->narrow = narrow;
}

static void
bw_distribution_page_class_init (BwDistributionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_LIVE_CLASS (klass)->refresh = bw_distribution_page_refresh;

  signals[CUSTOMER_ACTIVATED] =
    g_signal_new ("customer-activated", BW_TYPE_DISTRIBUTION_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (BW_TYPE_CHART_VIEW);
  g_type_ensure (BW_TYPE_MOVERS_CARD);
  g_type_ensure (BW_TYPE_SEGMENT_INSIGHT);
  g_type_ensure (BW_TYPE_STAT_CARDS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/distribution-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwDistributionPage, title);
  gtk_widget_class_bind_template_child (widget_class, BwDistributionPage, note);
  gtk_widget_class_bind_template_child (widget_class, BwDistributionPage, bands_note);
  gtk_widget_class_bind_template_child (widget_class, BwDistributionPage, pair);
  gtk_widget_class_bind_template_child (widget_class, BwDistributionPage, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_handle_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_handle_held);
}

static void
bw_distribution_page_init (BwDistributionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed",
                           G_CALLBACK (on_width_changed), self, G_CONNECT_SWAPPED);
}
