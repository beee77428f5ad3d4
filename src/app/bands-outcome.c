/* The edge of the worst band held against who left: what it catches, and the edge that catches so many. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over all customers, as the edge is of all segments. It is there only where an outcome is chosen and
 * enough customers left; it follows an edge while that is dragged. */

#include "app/bands-outcome.h"

#include "chart/judged-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "workspace/validating.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FIRST_PERCENT 80 /* of those who left: what is proposed */

struct _BwBandsOutcome
{
  BwLive parent_instance;

  BwValidating *validating; /* NULL before the card was first shown */
  double        edge;

  GtkLabel      *title;
  GtkLabel      *now;
  GtkSpinButton *percent;
  GtkLabel      *words;
  GtkWidget     *apply;
};

G_DEFINE_FINAL_TYPE (BwBandsOutcome, bw_bands_outcome, BW_TYPE_LIVE)

/* "below 52.3: 80 % of those who left caught; of 211 customers 64 % stayed" */
static char *
say_edge (const BwEdgeFigures *figures)
{
  g_autofree char *edge = bw_format_number_plain (figures->edge);
  g_autofree char *recall = bw_judged_words_percent (figures->recall);
  g_autofree char *customers = bw_words_customers (figures->n);
  g_autofree char *precision = figures->n > 0 ? bw_judged_words_percent (figures->precision) : g_strdup ("–");

  /* TRANSLATORS: a score; the part caught of those who left; "211 customers", and how many of these left */
  return g_strdup_printf (_("Below %s: catches %s of those who left; of %s there, %s left."), edge, recall,
                          customers, precision);
}

static void
show (BwBandsOutcome *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwValidation *validation = bw_validating_get_validation (self->validating);
  const gboolean enough = validation != NULL &&
                          bw_validation_get_figures (validation, BW_ALL_SEGMENTS)->enough;
  BwModel *model = bw_workspace_get_model (workspace);
  g_autofree char *title = NULL, *now = NULL, *words = NULL;
  BwEdgeFigures figures;
  double most;

  gtk_widget_set_visible (GTK_WIDGET (self), enough);
  if (!enough)
    return;

  /* TRANSLATORS: %s is the worst band */
  title = g_strdup_printf (_("%s against who left"), bw_words_band (model, 0));
  figures = bw_validation_at_edge (validation, BW_ALL_SEGMENTS, bw_model_get_band (model, 1)->from);
  now = say_edge (&figures);
  figures = bw_validation_edge_for_recall (validation, BW_ALL_SEGMENTS,
                                           gtk_spin_button_get_value (self->percent) / 100);
  self->edge = figures.edge;
  words = say_edge (&figures);
  most = bw_model_get_n_bands (model) > 2 ? bw_model_get_band (model, 2)->from : 101;
  if (self->edge >= most)
    {
      g_autofree char *edge = bw_format_number_plain (self->edge);

      g_free (words);
      words = g_strdup_printf (_("The edge would be %s, above that of %s."), edge, bw_words_band (model, 2));
    }
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->now, now);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_sensitive (self->apply, self->edge > 0 && self->edge < most &&
                            self->edge != bw_model_get_band (model, 1)->from);
}

static void
on_changed (BwBandsOutcome *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  if (self->validating != NULL && workspace != NULL && bw_workspace_get_results (workspace) != NULL)
    show (self);
}

static void
on_apply (BwBandsOutcome *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwModel *model = bw_workspace_get_model (workspace);
  g_autoptr(BwModel) edited = bw_model_with_band_edge (model, 1, self->edge);
  /* TRANSLATORS: a step of undo; %s is a band */
  g_autofree char *step = g_strdup_printf (_("Size of %s"), bw_model_get_band (model, 0)->name);

  bw_workspace_edit (workspace, edited, step);
}

static void
bw_bands_outcome_refresh (BwLive  *live,
                          BwChange changes)
{
  BwBandsOutcome *self = BW_BANDS_OUTCOME (live);

  if (self->validating == NULL)
    {
      self->validating = g_object_ref (bw_validating_of (bw_live_get_workspace (live)));
      g_signal_connect_object (self->validating, "changed", G_CALLBACK (on_changed), self,
                               G_CONNECT_SWAPPED);
    }
  show (self);
}

static void
bw_bands_outcome_dispose (GObject *object)
{
  g_clear_object (&BW_BANDS_OUTCOME (object)->validating);

  G_OBJECT_CLASS (bw_bands_outcome_parent_class)->dispose (object);
}

static void
bw_bands_outcome_class_init (BwBandsOutcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_bands_outcome_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_bands_outcome_refresh;
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
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
bw_bands_outcome_init (BwBandsOutcome *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkLabel *before;

  self->title = add_label (box, "", "heading");
  self->now = add_label (box, "", "now");
  gtk_box_append (GTK_BOX (box), line);
  before = add_label (line, _("Percent to catch of those who leave"), "capacity");
  gtk_widget_set_hexpand (GTK_WIDGET (before), TRUE);
  self->percent = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (5, 100, 5));
  gtk_spin_button_set_value (self->percent, FIRST_PERCENT);
  gtk_widget_set_valign (GTK_WIDGET (self->percent), GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->percent), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  before, NULL, -1);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->percent));
  self->apply = gtk_button_new_with_label (_("Set Edge"));
  gtk_widget_set_valign (self->apply, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->apply);
  self->words = add_label (box, "", "dim-label");
  g_signal_connect_swapped (self->percent, "value-changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (on_apply), self);
  adw_bin_set_child (ADW_BIN (self), box);
}
