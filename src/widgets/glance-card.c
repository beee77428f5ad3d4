/* How well the score tells who left, at a glance beside the sliders: draft against baseline. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It follows a slider within the frame: texts that stay the same cost nothing. It is there only where an
 * outcome is chosen and enough customers left, and is of all customers, whichever segment is chosen. */

#include "widgets/glance-card.h"

#include "chart/words.h"
#include "format/format.h"
#include "widgets/tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  PART_AUC,
  PART_CAUGHT,
  PART_ALARMS,
} Part;

#define N_PARTS (PART_ALARMS + 1)

#define MOST_COUNTED 1000 /* who left, that are told by number: more would not fit */

struct _BwGlanceCard
{
  AdwBin parent_instance;

  BwValidating *validating; /* or NULL */
  GtkWidget    *button;
  GtkLabel     *titles[N_PARTS];
  GtkLabel     *values[N_PARTS];
  GtkLabel     *changes[N_PARTS];
};

G_DEFINE_FINAL_TYPE (BwGlanceCard, bw_glance_card, ADW_TYPE_BIN)

static void
bw_glance_card_dispose (GObject *object)
{
  g_clear_object (&BW_GLANCE_CARD (object)->validating);

  G_OBJECT_CLASS (bw_glance_card_parent_class)->dispose (object);
}

static void
bw_glance_card_class_init (BwGlanceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_glance_card_dispose;
}

static GtkLabel *
add_label (GtkGrid    *grid,
           Part        part,
           int         row,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, part, row, 1, 1);

  return GTK_LABEL (label);
}

static void
bw_glance_card_init (BwGlanceCard *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *of = gtk_label_new (_("All customers against who left"));

  gtk_label_set_xalign (GTK_LABEL (of), 0);
  gtk_label_set_ellipsize (GTK_LABEL (of), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (of, "caption");
  gtk_grid_attach (GTK_GRID (grid), of, 0, 0, N_PARTS, 1);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  for (Part part = 0; part < N_PARTS; part++)
    {
      self->titles[part] = add_label (GTK_GRID (grid), part, 1, "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->titles[part]), "dim-label");
      self->values[part] = add_label (GTK_GRID (grid), part, 2, "heading");
      self->changes[part] = add_label (GTK_GRID (grid), part, 3, "caption");
    }
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), grid);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", "validate");
  gtk_widget_add_css_class (self->button, "glance");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The score against who left"), -1);
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* An unchanged text costs no new layout. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

/* "▲ 0.012", in the tone of what is good; @better is whether more of it is. */
static void
show_change (BwGlanceCard *self,
             Part          part,
             double        change,
             int           decimals,
             gboolean      better)
{
  const double least = 0.5 * pow (10, -decimals);
  const gboolean changed = fabs (change) >= least;
  g_autofree char *number = bw_format_number (fabs (change), decimals);
  g_autofree char *text = isnan (change) ? g_strdup ("–")
                        : !changed ? g_strdup (_("as the baseline"))
                                   : g_strdup_printf ("%s %s", change > 0 ? "▲" : "▼", number);
  const char *tone = !changed ? "dim-label" : (change > 0) == better ? "good" : "bad";

  set_text (self->changes[part], text);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->changes[part]), tone))
    gtk_widget_set_css_classes (GTK_WIDGET (self->changes[part]),
                                (const char *[]) { "caption", "numeric", tone, NULL });
}

static void
show_glances (BwGlanceCard   *self,
              const BwGlance *baseline,
              const BwGlance *draft)
{
  g_autofree char *auc = bw_format_number (draft->auc, 3);
  g_autofree char *caught = bw_format_number (draft->n_caught, 0);
  g_autofree char *gone = bw_format_number (draft->n_gone, 0);
  g_autofree char *alarms = bw_format_number (draft->n_false_alarms, 0);
  const gboolean counted = draft->n_gone < MOST_COUNTED;
  /* TRANSLATORS: two numbers of customers: those who were caught, and all who left */
  g_autofree char *caught_of = counted ? g_strdup_printf (_("%s of %s"), caught, gone)
                                       : bw_format_percent (draft->caught, 1);
  /* In the unit of the number above: customers, or points of percent. */
  const double more_caught = counted ? (double) draft->n_caught - (double) baseline->n_caught
                                     : 100 * (draft->caught - baseline->caught);

  set_text (self->values[PART_AUC], auc);
  set_text (self->values[PART_CAUGHT], caught_of);
  set_text (self->values[PART_ALARMS], alarms);
  show_change (self, PART_AUC, round (1000 * draft->auc) / 1000 - round (1000 * baseline->auc) / 1000, 3, TRUE);
  show_change (self, PART_CAUGHT, more_caught, counted ? 0 : 1, TRUE);
  show_change (self, PART_ALARMS, (double) draft->n_false_alarms - (double) baseline->n_false_alarms, 0,
               FALSE);
}

static void
on_glance_changed (BwGlanceCard *self)
{
  BwGlance baseline, draft;

  if (gtk_widget_get_visible (GTK_WIDGET (self)) &&
      bw_validating_get_glances (self->validating, &baseline, &draft))
    show_glances (self, &baseline, &draft);
}

/* What does not change while a slider is held. */
static void
show_words (BwGlanceCard *self,
            BwValidation *validation)
{
  const BwModel *model = bw_results_get_model (bw_validation_get_results (validation));
  const char *band = bw_words_band (model, 0);
  g_autofree char *tip =
    /* TRANSLATORS: %s is the lowest band */
    g_strdup_printf (_("How well the score tells who left: AUC, those who left that were in %1$s, and those in "
                       "%1$s who stayed; against the baseline"), band);

  set_text (self->titles[PART_AUC], _("AUC"));
  set_text (self->titles[PART_CAUGHT], _("Caught"));
  set_text (self->titles[PART_ALARMS], _("False alarms"));
  bw_tip_set (self->button, tip);
}

static void
on_changed (BwGlanceCard *self)
{
  BwValidation *validation = bw_validating_get_validation (self->validating);
  const gboolean enough = validation != NULL &&
                          bw_validation_get_figures (validation, BW_ALL_SEGMENTS)->enough;

  if (enough)
    show_words (self, validation);
  gtk_widget_set_visible (GTK_WIDGET (self), enough);
  on_glance_changed (self);
}

/**
 * bw_glance_card_follow:
 *
 * Shows what the scores of @workspace tell, once and for all.
 */
void
bw_glance_card_follow (BwGlanceCard *self,
                       BwWorkspace  *workspace)
{
  g_return_if_fail (BW_IS_GLANCE_CARD (self));
  g_return_if_fail (self->validating == NULL);

  self->validating = g_object_ref (bw_validating_of (workspace));
  g_signal_connect_object (self->validating, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->validating, "glance-changed", G_CALLBACK (on_glance_changed), self,
                           G_CONNECT_SWAPPED);
  on_changed (self);
}
