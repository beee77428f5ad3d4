/* Whether the score tells who leaves: churn rates by score, band, segment and metric. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown lives in the workspace's BwValidating; while another draft is being validated the figures
 * of the one before stay. */

#include "app/validate-page.h"

#include "app/fooled-card.h"
#include "app/stability-card.h"
#include "app/suggest-card.h"
#include "app/validate-choice.h"
#include "app/validate-remarks.h"
#include "app/validate-tables.h"
#include "app/validate-words.h"
#include "chart/words.h"
#include "widgets/chart-view.h"
#include "widgets/stat-card.h"
#include "widgets/way-back.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwValidatePage
{
  BwLive parent_instance;

  BwValidating *validating; /* NULL before the page was first shown */

  BwValidateChoice  *choice;
  GtkStack          *stack;
  AdwStatusPage     *status;
  GtkWidget         *import_button;
  GtkLabel          *test;
  BwValidateRemarks *remarks;
  BwStatCard        *auc_card;
  BwStatCard        *churn_card;
  BwStatCard        *caught_card;
  BwStatCard        *alarms_card;
  GtkLabel          *title;
  GtkWidget         *few;
  GtkLabel          *few_words;
  GtkWidget         *see_all;
  GtkWidget         *charts;
  BwChartView       *curve;
  GtkToggleButton   *roc_button;
  BwValidateGrid    *bands;
  GtkWidget         *segments_card;
  BwValidateGrid    *segments;
  BwValidateGrid    *metrics;
  BwSuggestCard     *suggest;
};

enum
{
  CUSTOMER_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwValidatePage, bw_validate_page, BW_TYPE_LIVE)

static void
show_auc (BwStatCard      *card,
          const BwFigures *figures)
{
  g_autofree char *value = bw_validate_words_auc (&figures->auc, figures->enough);
  g_autofree char *range = bw_validate_words_range (&figures->auc, figures->enough);

  gtk_widget_set_tooltip_text (GTK_WIDGET (card),
                               _("AUC: how often one who left had a lower score than one who stayed. 0.5 is a "
                                 "coin, 1 is perfect; the range holds it in 95 of 100 cases."));
  bw_stat_card_show (card, _("Told apart (AUC)"), value, range, "", BW_TONE_PLAIN);
}

static void
show_churn (BwStatCard      *card,
            const BwFigures *figures)
{
  g_autofree char *value = bw_validate_words_share (figures->base.rate, TRUE);
  g_autofree char *gone = bw_validate_words_count (figures->base.n_gone);
  g_autofree char *all = bw_validate_words_count (figures->base.n);
  g_autofree char *without = bw_validate_words_count (figures->bands[BW_NO_BAND].rate.n);
  g_autofree char *tip = figures->bands[BW_NO_BAND].rate.n == 0 ? NULL :
                         /* TRANSLATORS: a number of customers */
                         g_strdup_printf (_("Of the customers who have a score; %s more are judged, but have not enough "
                                            "data for one"), without);
  /* TRANSLATORS: two numbers of customers: those who left, and all */
  g_autofree char *note = g_strdup_printf (tip != NULL ? _("%s of %s with a score") : _("%s of %s"), gone, all);

  gtk_widget_set_tooltip_text (GTK_WIDGET (card), tip);
  bw_stat_card_show (card, _("Left"), value, note, "", BW_TONE_PLAIN);
}

static void
show_lowest_band (BwValidatePage  *self,
                  const BwModel   *model,
                  const BwFigures *figures)
{
  const BwBandFigures *band = &figures->bands[0];
  g_autofree char *gone = bw_validate_words_count (band->rate.n_gone);
  g_autofree char *of_gone = bw_validate_words_count (figures->recall.n);
  g_autofree char *stayed = bw_validate_words_count (band->rate.n - band->rate.n_gone);
  g_autofree char *in_band = bw_validate_words_count (band->rate.n);
  g_autofree char *recall = bw_validate_words_share (band->recall, figures->enough);
  g_autofree char *false_alarms = bw_validate_words_share (1 - band->precision, figures->enough);
  /* TRANSLATORS: %s is a band */
  g_autofree char *caught_title = g_strdup_printf (_("Caught in %s"), bw_words_band (model, 0));
  g_autofree char *caught_note = g_strdup_printf (_("%s of %s"), gone, of_gone);
  g_autofree char *alarms_note = g_strdup_printf (_("%s of %s"), stayed, in_band);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caught_card),
                               _("Of those who left, the part that was in the lowest band before"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->alarms_card),
                               _("Of those in the lowest band, the part that stayed"));
  bw_stat_card_show (self->caught_card, caught_title, recall, caught_note, "", BW_TONE_PLAIN);
  bw_stat_card_show (self->alarms_card, _("False alarms"), false_alarms, alarms_note, "", BW_TONE_PLAIN);
}

static void
show_test (BwValidatePage *self,
           BwCohort       *cohort)
{
  g_autofree char *what = bw_outcome_describe (bw_cohort_get_outcome (cohort));
  g_autofree char *how = bw_cohort_describe (cohort);
  g_autofree char *text = g_strdup_printf ("%s · %s", what, how);

  gtk_label_set_label (self->test, text);
}

/* Where there are too few for figures, a sentence says so in place of the charts, and leads on. */
static void
show_charts (BwValidatePage  *self,
             const BwFigures *figures,
             gboolean         all)
{
  g_autofree char *gone = bw_validate_words_count (figures->n_gone);
  g_autofree char *judged = bw_validate_words_count (figures->n);
  /* TRANSLATORS: a number of customers who left, and of all who are judged; then a number twice */
  g_autofree char *text = g_strdup_printf (_("Too few for figures: %s of %s left. At least %d who left and %d who stayed "
                                             "are needed; what there is, is counted below."), gone, judged,
                                           BW_LEAST_OF_A_KIND, BW_LEAST_OF_A_KIND);

  gtk_widget_set_visible (self->charts, figures->enough);
  gtk_widget_set_visible (self->few, !figures->enough);
  gtk_widget_set_visible (self->see_all, !all);
  gtk_label_set_label (self->few_words, text);
}

static void
show_figures (BwValidatePage     *self,
              const BwValidation *validation)
{
  const guint segment = bw_validating_get_segment (self->validating);
  const BwModel *model = bw_results_get_model (bw_validation_get_results (validation));
  const BwFigures *figures = bw_validation_get_figures (validation, segment);

  gtk_stack_set_visible_child_name (self->stack, "figures");
  gtk_label_set_label (self->title, segment == BW_ALL_SEGMENTS
                       ? _("Churn rate of all customers by score")
                       : bw_model_get_segment (model, segment)->name);
  show_test (self, bw_validation_get_cohort (validation));
  bw_validate_remarks_show (self->remarks, self->validating);
  show_auc (self->auc_card, figures);
  show_churn (self->churn_card, figures);
  show_lowest_band (self, model, figures);
  show_charts (self, figures, segment == BW_ALL_SEGMENTS);
  bw_validate_tables_show_bands (self->bands, validation, segment);
  gtk_widget_set_visible (self->segments_card, bw_model_get_n_segments (model) > 1);
  bw_validate_tables_show_segments (self->segments, validation);
  bw_validate_tables_show_metrics (self->metrics, validation);
}

/* Says what is needed, in place of the figures. */
static void
show_status (BwValidatePage *self,
             const char     *title,
             const char     *description,
             gboolean        import)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, markup);
  gtk_widget_set_visible (self->import_button, import);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* Why there are no figures, and what of the exports may be behind it. */
static void
show_error (BwValidatePage *self,
            const char     *error)
{
  g_autoptr(GPtrArray) files = bw_validating_list_file_remarks (self->validating);
  g_autoptr(GString) text = g_string_new (error);

  for (guint i = 0; i < files->len; i++)
    g_string_append_printf (text, "\n\n%s", ((const BwRemark *) g_ptr_array_index (files, i))->text);
  show_status (self, _("This Does Not Tell Who Left"), text->str, FALSE);
}

static void
show (BwValidatePage *self)
{
  const GPtrArray *candidates = bw_validating_get_candidates (self->validating);
  BwValidation *validation = bw_validating_get_validation (self->validating);
  const char *error = bw_validating_get_error (self->validating);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      bw_workspace_get_results (bw_live_get_workspace (BW_LIVE (self))) == NULL)
    return;

  bw_validate_choice_show (self->choice);
  if (candidates != NULL && candidates->len == 0)
    show_status (self, _("Nothing Says Who Left"),
                 _("To see whether the score tells who leaves, import a column that says what became of the "
                   "customers: “Churned” with yes and no, a status, or the day on which a customer left. "
                   "With exports of several months, those missing from later ones count too."), TRUE);
  else if (candidates != NULL && bw_validating_get_chosen (self->validating) == NULL)
    show_status (self, _("Does the Score Tell Who Leaves?"),
                 _("Choose above what says which customers left. What the score said before is then held "
                   "against it."), FALSE);
  else if (error != NULL)
    show_error (self, error);
  else if (validation != NULL)
    show_figures (self, validation);
  else
    show_status (self, _("Being Worked Out…"), "", FALSE);
}

/* Nothing is open any more: nothing of what was is left, in sight or not. */
static void
forget (BwValidatePage *self)
{
  BwStatCard *cards[] = { self->auc_card, self->churn_card, self->caught_card, self->alarms_card };

  if (bw_workspace_get_results (bw_live_get_workspace (BW_LIVE (self))) != NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    bw_stat_card_show (cards[i], "", "", "", "", BW_TONE_PLAIN);
  bw_validate_grid_clear (self->bands);
  bw_validate_grid_clear (self->segments);
  bw_validate_grid_clear (self->metrics);
  gtk_label_set_label (self->title, "");
  gtk_label_set_label (self->few_words, "");
  gtk_label_set_label (self->test, "");
  bw_validate_remarks_show (self->remarks, self->validating);
  show_status (self, "", "", FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), FALSE);
}

static void
begin (BwValidatePage *self)
{
  self->validating = g_object_ref (bw_validating_of (bw_live_get_workspace (BW_LIVE (self))));
  bw_validate_choice_follow (self->choice, self->validating);
  g_signal_connect_object (self->validating, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bw_live_get_workspace (BW_LIVE (self)), "data-changed", G_CALLBACK (forget), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
bw_validate_page_refresh (BwLive  *live,
                          BwChange changes)
{
  BwValidatePage *self = BW_VALIDATE_PAGE (live);

  if (self->validating == NULL)
    begin (self);
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT))
    show (self);
}

static void
bw_validate_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bw_validate_page_parent_class)->map (widget);

  if (BW_VALIDATE_PAGE (widget)->validating != NULL)
    show (BW_VALIDATE_PAGE (widget));
}

static void
on_curve_chosen (BwValidatePage *self)
{
  g_object_set (self->curve, "chart", gtk_toggle_button_get_active (self->roc_button) ? "roc" : "gain", NULL);
}

static void
on_see_all (BwValidatePage *self)
{
  bw_workspace_set_segment (bw_live_get_workspace (BW_LIVE (self)), BW_ALL_SEGMENTS);
}

static void
on_customer_activated (BwValidatePage *self,
                       guint           customer)
{
  g_signal_emit (self, signals[CUSTOMER_ACTIVATED], 0, customer);
}

static void
bw_validate_page_dispose (GObject *object)
{
  g_clear_object (&BW_VALIDATE_PAGE (object)->validating);

  G_OBJECT_CLASS (bw_validate_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, choice);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, stack);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, status);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, import_button);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, test);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, remarks);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, auc_card);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, churn_card);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, caught_card);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, alarms_card);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, title);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, few);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, few_words);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, see_all);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, charts);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, curve);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, roc_button);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, bands);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, segments_card);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, segments);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, metrics);
  gtk_widget_class_bind_template_child (widget_class, BwValidatePage, suggest);
}

static void
bw_validate_page_class_init (BwValidatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_validate_page_dispose;
  widget_class->map = bw_validate_page_map;
  BW_LIVE_CLASS (klass)->refresh = bw_validate_page_refresh;

  signals[CUSTOMER_ACTIVATED] =
    g_signal_new ("customer-activated", BW_TYPE_VALIDATE_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (BW_TYPE_CHART_VIEW);
  g_type_ensure (BW_TYPE_FOOLED_CARD);
  g_type_ensure (BW_TYPE_STABILITY_CARD);
  g_type_ensure (BW_TYPE_STAT_CARD);
  g_type_ensure (BW_TYPE_SUGGEST_CARD);
  g_type_ensure (BW_TYPE_VALIDATE_CHOICE);
  g_type_ensure (BW_TYPE_VALIDATE_GRID);
  g_type_ensure (BW_TYPE_VALIDATE_REMARKS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/validate-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_curve_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_see_all);
}

static void
bw_validate_page_init (BwValidatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bw_way_back_add (self->charts);
}

/**
 * bw_validate_page_suggest:
 *
 * Has weights suggested, and shows where.
 */
void
bw_validate_page_suggest (BwValidatePage *self)
{
  g_return_if_fail (BW_IS_VALIDATE_PAGE (self));

  bw_suggest_card_ask (self->suggest);
}
