/* One customer: score and band, the way there, the reasons, and what changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Score, band and reasons follow a slider that is held. */

#include "app/customer-pane.h"

#include "app/customer-outlook.h"
#include "app/customer-reasons.h"
#include "app/note-card.h"
#include "chart/shown-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "score/explain.h"
#include "widgets/band-label.h"
#include "widgets/change-card.h"
#include "widgets/chart-view.h"
#include "widgets/customer-facts.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REASON_HEIGHT 24 /* of a line of the chart of reasons */
#define MOST_REASONS  14 /* that the pane makes room for */

struct _BwCustomerPane
{
  BwLive parent_instance;

  GtkStack    *stack;
  GtkLabel    *name;
  GtkLabel    *attributes;
  GtkLabel    *rank;
  GtkLabel    *score;
  BwBandLabel *band;
  GtkLabel    *rule;
  BwChartView *trend;
  GtkWidget   *why_card;
  GtkLabel    *why_title;
  GtkLabel    *why_note;
  GtkLabel    *why_not;
  BwChartView *why;

  BwCustomerReasons *reasons;
  BwChangeCard      *change;
  BwCustomerOutlook *outlook;
  BwNoteCard        *notes;
};

G_DEFINE_FINAL_TYPE (BwCustomerPane, bw_customer_pane, BW_TYPE_LIVE)

static void
show (GtkLabel   *label,
      const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
add_part (GString    *line,
          const char *part)
{
  g_string_append (line, line->len > 0 ? " · " : "");
  g_string_append (line, part);
}

/* "Enterprise · ARR $182,000 · renews 14 Feb 2027", as far as it is known */
static void
show_attributes (BwCustomerPane        *self,
                 const BwCustomerFacts *facts)
{
  const char *money_name = bw_panel_get_money_name (facts->panel);
  g_autofree char *money = bw_customer_facts_get_money (facts);
  g_autofree char *renewal = bw_customer_facts_get_renewal (facts);
  g_autoptr(GString) line = g_string_new (NULL);

  if (bw_model_get_n_segments (facts->model) > 1)
    add_part (line, bw_customer_facts_get_segment (facts));
  if (money_name != NULL && bw_customer_facts_has_value (facts, BW_ROLE_MONEY))
    {
      g_autofree char *part = g_strdup_printf ("%s %s", money_name, money);

      add_part (line, part);
    }
  if (bw_customer_facts_has_value (facts, BW_ROLE_RENEWAL))
    {
      /* TRANSLATORS: %s is a date */
      g_autofree char *part = g_strdup_printf (_("renews %s"), renewal);

      add_part (line, part);
    }

  show (self->attributes, line->str);
}

static void
show_rank (BwCustomerPane        *self,
           const BwCustomerFacts *facts)
{
  g_autofree char *rank = NULL, *of = NULL, *percentile = NULL, *text = NULL;
  const BwSummary *summary;

  if (facts->row == BW_NONE || isnan (bw_results_get_score (facts->results, facts->row)) ||
      !bw_customer_facts_get_ranked (facts))
    {
      show (self->rank, NULL);
      return;
    }

  summary = bw_results_get_summary (facts->results,
                                    bw_results_get_segment (facts->results, facts->row));
  rank = bw_customer_facts_get_rank (facts);
  of = bw_format_number (summary->n_scored, 0);
  percentile = bw_format_number (bw_results_get_percentile (facts->results, facts->row), 0);
  /* TRANSLATORS: rank 391 of 412 customers of the segment, and the percentile */
  text = g_strdup_printf (_("rank %s of %s · percentile %s"), rank, of, percentile);
  show (self->rank, text);
}

/* "▼ At risk · E", and the score in full. */
static void
show_score (BwCustomerPane        *self,
            const BwCustomerFacts *facts)
{
  const guint band = bw_customer_facts_get_band (facts);
  g_autofree char *score = bw_customer_facts_get_score (facts);
  g_autofree char *text = NULL;

  if (band == BW_NO_BAND || bw_model_get_n_grades (facts->model) == 0)
    text = g_strdup (bw_words_band (facts->model, band));
  else
    text = g_strdup_printf ("%s · %s", bw_words_band (facts->model, band),
                            bw_model_get_grade (facts->model,
                                                bw_results_get_grade (facts->results,
                                                                      facts->row))->letter);

  show (self->score, score);
  bw_band_label_set_band (self->band, facts->model, band, text);
}

/* "71 → 49, capped: Delinquent" */
static void
show_rule (BwCustomerPane        *self,
           const BwCustomerFacts *facts)
{
  g_autofree char *text = bw_customer_facts_get_rule (facts);

  show (self->rule, text);
}

/* The metrics that count for the customer and have no value: "Active users, NPS" */
static char *
list_missing (const BwCustomerFacts *facts)
{
  const BwPrepared *prepared = bw_results_get_prepared (facts->results);
  const guint segment = bw_results_get_segment (facts->results, facts->row);
  const double *shares = bw_model_get_segment (facts->model, segment)->shares;
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < bw_model_get_n_metrics (facts->model); i++)
    {
      if (shares[i] > 0 && isnan (bw_prepared_get_raw (prepared, facts->row, i)))
        g_string_append_printf (names, names->len > 0 ? ", %s" : "%s",
                                bw_model_get_metric (facts->model, i)->name);
    }

  return g_strdup (names->str);
}

/* Why there is no score, in a sentence or two. */
static char *
say_why_not (const BwCustomerFacts *facts)
{
  g_autofree char *coverage = NULL, *floor_text = NULL, *missing = NULL;

  if (facts->row == BW_NONE)
    return g_strdup (_("This customer is not in the newest snapshot."));

  coverage = bw_format_percent (bw_results_get_coverage (facts->results, facts->row), 0);
  floor_text = bw_format_percent (bw_model_get_coverage_floor (facts->model), 0);
  missing = list_missing (facts);
  if (*missing == '\0')
    return g_strdup (_("No metric counts in this segment: all its weights are 0."));

  /* TRANSLATORS: two percentages and a list of metrics */
  return g_strdup_printf (_("There is data for %s of the weight; a score needs %s. Missing: %s."),
                          coverage, floor_text, missing);
}

/* Room for each reason, and for the mean, the rest and the score. */
static int
height_of_reasons (const BwCustomerFacts *facts)
{
  g_autoptr(BwExplanation) explanation = bw_explain (facts->results, facts->row);

  return (MIN (explanation->n_reasons, MOST_REASONS) + 3) * REASON_HEIGHT;
}

static void
show_why (BwCustomerPane        *self,
          const BwCustomerFacts *facts)
{
  const gboolean scored = bw_customer_facts_get_band (facts) != BW_NO_BAND;
  const BwShownAs as = bw_shown_get_as (bw_shown_of (facts->workspace));
  g_autofree char *score = NULL;
  g_autofree char *title = NULL, *note = NULL, *why_not = NULL, *mean = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->why), scored);
  if (!scored)
    {
      why_not = say_why_not (facts);
      show (self->why_title, _("Why No Score?"));
      show (self->why_note, NULL);
      show (self->why_not, why_not);
      return;
    }

  score = bw_shown_words_in_full (as, facts->results, facts->row);
  /* TRANSLATORS: heads the reasons for a score: "Why 38?" */
  title = g_strdup_printf (_("Why %s?"), score);
  mean = bw_shown_words (as == BW_SHOWN_PERCENT ? as : BW_SHOWN_NUMBER, facts->model,
                         bw_results_get_summary (
                           facts->results,
                           bw_results_get_segment (facts->results, facts->row))->mean);
  /* TRANSLATORS: what the reasons are measured against: "against the Enterprise mean of 71" */
  note = g_strdup_printf (_("against the %s mean of %s"), bw_customer_facts_get_segment (facts),
                          mean);
  show (self->why_title, title);
  show (self->why_note, note);
  show (self->why_not, NULL);
  if (!bw_workspace_get_dragging (facts->workspace))
    gtk_widget_set_size_request (GTK_WIDGET (self->why), -1, height_of_reasons (facts));
}

static void
add_paragraph (GString    *text,
               const char *paragraph)
{
  if (paragraph == NULL || *paragraph == '\0')
    return;

  g_string_append (text, text->len > 0 ? "\n" : "");
  g_string_append (text, paragraph);
  if (text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
}

/* Puts all that is said of the customer on the clipboard, to be pasted into a mail. */
static void
copy_text (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  BwCustomerPane *self = BW_CUSTOMER_PANE (widget);
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  g_autofree char *reasons = bw_customer_reasons_get_text (self->reasons);
  g_autofree char *change = bw_change_card_get_text (self->change);
  g_autofree char *outlook = bw_customer_outlook_get_text (self->outlook);
  g_autofree char *notes = bw_note_card_get_text (self->notes);
  g_autofree char *head = NULL, *why = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  BwCustomerFacts facts;

  if (workspace == NULL || bw_workspace_get_customer (workspace) == BW_NONE)
    return;

  bw_customer_facts_init (&facts, workspace, bw_workspace_get_customer (workspace));
  head = bw_customer_facts_get_label (&facts);
  why = g_strconcat (gtk_label_get_label (self->why_title), " ",
                     gtk_label_get_label (self->why_note), "\n", reasons, NULL);
  add_paragraph (text, head);
  add_paragraph (text, gtk_widget_get_visible (GTK_WIDGET (self->why_not))
                       ? gtk_label_get_label (self->why_not) : why);
  if (gtk_widget_get_visible (GTK_WIDGET (self->change)))
    add_paragraph (text, change);
  if (gtk_widget_get_visible (GTK_WIDGET (self->outlook)))
    add_paragraph (text, outlook);
  add_paragraph (text, notes);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  gtk_widget_activate_action (widget, "win.say", "s", _("Copied as text"));
}

static void
bw_customer_pane_refresh (BwLive  *live,
                          BwChange changes)
{
  BwCustomerPane *self = BW_CUSTOMER_PANE (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  const guint customer = bw_workspace_get_customer (workspace);
  BwCustomerFacts facts;

  gtk_stack_set_visible_child_name (self->stack, customer == BW_NONE ? "nobody" : "customer");
  if (customer == BW_NONE)
    return;

  bw_customer_facts_init (&facts, workspace, customer);
  show (self->name, bw_panel_get_name (facts.panel, customer));
  show_attributes (self, &facts);
  show_rank (self, &facts);
  show_score (self, &facts);
  show_rule (self, &facts);
  show_why (self, &facts);
  gtk_widget_set_visible (GTK_WIDGET (self->trend), bw_panel_get_n_snapshots (facts.panel) > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->change), bw_panel_get_n_snapshots (facts.panel) > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->outlook),
                          bw_customer_facts_get_band (&facts) != BW_NO_BAND);
}

static void
bw_customer_pane_class_init (BwCustomerPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_LIVE_CLASS (klass)->refresh = bw_customer_pane_refresh;

  g_type_ensure (BW_TYPE_BAND_LABEL);
  g_type_ensure (BW_TYPE_CHANGE_CARD);
  g_type_ensure (BW_TYPE_CHART_VIEW);
  g_type_ensure (BW_TYPE_CUSTOMER_OUTLOOK);
  g_type_ensure (BW_TYPE_CUSTOMER_REASONS);
  g_type_ensure (BW_TYPE_NOTE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/customer-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, name);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, attributes);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, rank);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, score);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, band);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, rule);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, trend);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, why_card);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, why_title);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, why_note);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, why_not);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, why);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, reasons);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, change);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, outlook);
  gtk_widget_class_bind_template_child (widget_class, BwCustomerPane, notes);
  gtk_widget_class_install_action (widget_class, "customer.copy", NULL, copy_text);
}

static void
bw_customer_pane_init (BwCustomerPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
