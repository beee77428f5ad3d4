/* The worst band sized to what a team can work on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number is of the chosen segment's customers; the edge holds for all segments. */

#include "app/bands-capacity.h"

#include "chart/words.h"
#include "format/format.h"
#include "score/insight.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FIRST_SHARE 0.1 /* of the customers: what is proposed */

struct _BwBandsCapacity
{
  BwLive parent_instance;

  gboolean filled;
  double   edge;

  GtkLabel      *title;
  GtkSpinButton *number;
  GtkLabel      *words;
  GtkWidget     *apply;
};

G_DEFINE_FINAL_TYPE (BwBandsCapacity, bw_bands_capacity, BW_TYPE_LIVE)

static gsize
count_below (BwResults *results,
             guint      segment,
             double     edge)
{
  gsize n = 0;

  for (gsize row = 0; row < bw_results_get_n_rows (results); row++)
    n += (segment == BW_ALL_SEGMENTS || bw_results_get_segment (results, row) == segment) &&
         bw_results_get_score (results, row) < edge;

  return n;
}

/* Says what the number comes to, and whether it can be done. */
static void
say (BwBandsCapacity *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  const guint segment = bw_workspace_get_segment (workspace);
  BwResults *results = bw_workspace_get_results (workspace);
  BwModel *model = bw_workspace_get_model (workspace);
  const double most = bw_model_get_n_bands (model) > 2 ? bw_model_get_band (model, 2)->from : 101;
  g_autofree char *edge = NULL, *customers = NULL, *text = NULL;

  self->edge = bw_results_edge_for_capacity (results, segment,
                                             gtk_spin_button_get_value_as_int (self->number));
  edge = bw_format_number_plain (self->edge);
  customers = bw_words_customers (count_below (results, segment, self->edge));
  if (!(self->edge > 0))
    text = g_strdup (_("More customers than the team can work on have the lowest score alike."));
  else if (self->edge >= most)
    /* TRANSLATORS: a score, and the band that comes next */
    text = g_strdup_printf (_("The edge would be %s, above that of %s."), edge,
                            bw_words_band (model, 2));
  else
    /* TRANSLATORS: a band, a score, and "48 customers" */
    text = g_strdup_printf (_("%s below %s: %s"), bw_words_band (model, 0), edge, customers);
  gtk_label_set_label (self->words, text);
  gtk_widget_set_sensitive (self->apply, self->edge > 0 && self->edge < most &&
                            self->edge != bw_model_get_band (model, 1)->from);
}

static void
on_number_changed (BwBandsCapacity *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  if (self->filled && workspace != NULL && bw_workspace_get_results (workspace) != NULL)
    say (self);
}

static void
on_apply (BwBandsCapacity *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwModel *model = bw_workspace_get_model (workspace);
  g_autoptr(BwModel) edited = bw_model_with_band_edge (model, 1, self->edge);
  /* TRANSLATORS: a step of undo; %s is a band */
  g_autofree char *step = g_strdup_printf (_("Size of %s"), bw_model_get_band (model, 0)->name);

  bw_workspace_edit (workspace, edited, step);
}

static void
bw_bands_capacity_refresh (BwLive  *live,
                           BwChange changes)
{
  BwBandsCapacity *self = BW_BANDS_CAPACITY (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  const BwSummary *summary = bw_results_get_summary (bw_workspace_get_results (workspace),
                                                     bw_workspace_get_segment (workspace));
  g_autofree char *title = NULL;

  if (bw_workspace_get_dragging (workspace))
    return;

  /* TRANSLATORS: %s is the worst band */
  title = g_strdup_printf (_("%s sized to capacity"),
                           bw_words_band (bw_workspace_get_model (workspace), 0));
  gtk_label_set_label (self->title, title);
  gtk_spin_button_set_range (self->number, 0, MAX (summary->n_scored, 1));
  if (!self->filled)
    gtk_spin_button_set_value (self->number, ceil (FIRST_SHARE * summary->n_scored));
  self->filled = TRUE;
  say (self);
}

static void
bw_bands_capacity_class_init (BwBandsCapacityClass *klass)
{
  BW_LIVE_CLASS (klass)->refresh = bw_bands_capacity_refresh;
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
bw_bands_capacity_init (BwBandsCapacity *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkLabel *before;

  self->title = add_label (box, "", "heading");
  gtk_box_append (GTK_BOX (box), line);
  before = add_label (line, _("Customers the team can work on"), "capacity");
  gtk_widget_set_hexpand (GTK_WIDGET (before), TRUE);
  self->number = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 1, 1));
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  before, NULL, -1);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->number));
  self->apply = gtk_button_new_with_label (_("Set Edge"));
  gtk_widget_set_valign (self->apply, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->apply);
  self->words = add_label (box, "", "dim-label");
  g_signal_connect_swapped (self->number, "value-changed", G_CALLBACK (on_number_changed), self);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (on_apply), self);
  adw_bin_set_child (ADW_BIN (self), box);
}
