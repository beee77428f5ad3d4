/* Which metrics tell a segment's best customers from its worst, and which cost it most points. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It follows the worker that all of a window share, and keeps what it shows while that works. */

#include "app/segment-insight.h"

#include "chart/hint-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "widgets/point-lines.h"
#include "workspace/insights.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST 3 /* metrics in a list */

struct _BwSegmentInsight
{
  BwLive parent_instance;

  BwInsights *insights; /* of the workspace, or NULL */

  GtkLabel   *separates_title;
  GtkListBox *separates;
  GtkListBox *lost;
};

G_DEFINE_FINAL_TYPE (BwSegmentInsight, bw_segment_insight, BW_TYPE_LIVE)

typedef double (*GetFunc) (const BwMetricInsight *insight);
typedef void   (*AddFunc) (BwSegmentInsight      *self,
                           const BwModel         *model,
                           guint                  metric,
                           const BwMetricInsight *insight);

static double
get_separation (const BwMetricInsight *insight)
{
  return insight->separation;
}

static double
get_lost (const BwMetricInsight *insight)
{
  return insight->lost;
}

/* The metric with the most of something that is not in @taken; BW_NONE where nobody has any. */
static guint
find_most (const BwMetricInsight *metrics,
           guint                  n_metrics,
           GetFunc                get,
           const guint           *taken,
           guint                  n_taken)
{
  guint most = BW_NONE;

  for (guint i = 0; i < n_metrics; i++)
    {
      gboolean is_taken = FALSE;

      for (guint j = 0; j < n_taken; j++)
        is_taken = is_taken || taken[j] == i;
      if (!is_taken && get (&metrics[i]) >= 0.05 &&
          (most == BW_NONE || get (&metrics[i]) > get (&metrics[most])))
        most = i;
    }

  return most;
}

/* "Active users: score 92 against 21", and the points that it makes */
static void
add_separating (BwSegmentInsight      *self,
                const BwModel         *model,
                guint                  metric,
                const BwMetricInsight *insight)
{
  g_autofree char *points = bw_format_number (insight->separation, 1);
  g_autofree char *words = bw_separation_to_words (model, metric, insight);
  /* TRANSLATORS: a line as above, and the points that it makes */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s points"), words, points);

  bw_point_lines_add (self->separates, words, points, spoken);
}

static void
add_losing (BwSegmentInsight      *self,
            const BwModel         *model,
            guint                  metric,
            const BwMetricInsight *insight)
{
  g_autofree char *points = bw_format_signed (-insight->lost, 1);
  const char *name = bw_model_get_metric (model, metric)->name;
  /* TRANSLATORS: a metric, and the points that it costs */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s points"), name, points);

  bw_point_lines_add (self->lost, name, points, spoken);
}

/* The metrics with most; without any, that there is @no_metric, or @nobody to look at. */
static void
fill (BwSegmentInsight      *self,
      const BwModel         *model,
      const BwMetricInsight *metrics,
      GetFunc                get,
      AddFunc                add,
      GtkListBox            *box,
      const char            *no_metric,
      const char            *nobody)
{
  guint taken[MOST];
  guint n_taken = 0;
  gboolean known = FALSE;

  bw_point_lines_clear (box);
  while (n_taken < MOST)
    {
      const guint metric = find_most (metrics, bw_model_get_n_metrics (model), get, taken, n_taken);

      if (metric == BW_NONE)
        break;
      add (self, model, metric, &metrics[metric]);
      taken[n_taken++] = metric;
    }
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    known = known || !isnan (get (&metrics[i]));
  if (n_taken == 0)
    bw_point_lines_add_note (box, known ? no_metric : nobody);
}

static void
show (BwSegmentInsight *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  const BwMetricInsight *metrics =
    self->insights == NULL ? NULL : bw_insights_get_metrics (self->insights);
  g_autofree char *title = NULL;
  BwModel *model;

  if (workspace == NULL || metrics == NULL || bw_workspace_get_dragging (workspace))
    return;

  model = bw_workspace_get_model (workspace);
  /* TRANSLATORS: the best band and the worst */
  title = g_strdup_printf (_("What separates %s from %s"),
                           bw_words_band (model, bw_model_get_n_bands (model) - 1),
                           bw_words_band (model, 0));
  gtk_label_set_label (self->separates_title, title);
  fill (self, model, metrics, get_separation, add_separating, self->separates,
        _("No metric tells these customers apart."), _("One of these two bands has no customers."));
  fill (self, model, metrics, get_lost, add_losing, self->lost,
        _("No metric costs points here."), _("No customer has a score here."));
}

static void
on_insights (BwSegmentInsight *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static void
bw_segment_insight_refresh (BwLive  *live,
                            BwChange changes)
{
  show (BW_SEGMENT_INSIGHT (live));
}

static void
follow_workspace (BwSegmentInsight *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  g_clear_object (&self->insights);
  if (workspace == NULL)
    return;

  self->insights = bw_insights_dup_for (workspace);
  g_signal_connect_object (self->insights, "changed", G_CALLBACK (on_insights), self,
                           G_CONNECT_SWAPPED);
}

static void
bw_segment_insight_dispose (GObject *object)
{
  g_clear_object (&BW_SEGMENT_INSIGHT (object)->insights);

  G_OBJECT_CLASS (bw_segment_insight_parent_class)->dispose (object);
}

static void
bw_segment_insight_class_init (BwSegmentInsightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_segment_insight_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_segment_insight_refresh;
}

/* A card with a heading over a list. */
static GtkListBox *
add_card (GtkWidget *box,
          GtkLabel **title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *list_box = gtk_list_box_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "chart-card");
  gtk_widget_add_css_class (list_box, "changes");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list_box), GTK_SELECTION_NONE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list_box), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (card), label);
  gtk_box_append (GTK_BOX (card), list_box);
  gtk_box_append (GTK_BOX (box), card);
  *title = GTK_LABEL (label);

  return GTK_LIST_BOX (list_box);
}

static void
bw_segment_insight_init (BwSegmentInsight *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkLabel *lost_title;

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  self->separates = add_card (box, &self->separates_title);
  self->lost = add_card (box, &lost_title);
  gtk_label_set_label (lost_title, _("Where points are lost"));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect (self, "notify::workspace", G_CALLBACK (follow_workspace), NULL);
}
