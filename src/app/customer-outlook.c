/* What would lift a customer, how firm its band is, and its score under other segments' weights. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each is a card that says the gist in its heading and unfolds to the rest. They stand still while
 * something is held; the draws come from the worker that all of a window share. */

#include "app/customer-outlook.h"

#include "app/fold-card.h"
#include "chart/explain-words.h"
#include "chart/shown-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "score/insight.h"
#include "widgets/customer-facts.h"
#include "widgets/point-lines.h"
#include "workspace/insights.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_METRICS 6 /* that are listed as possible, for each band */

struct _BwCustomerOutlook
{
  BwLive parent_instance;

  BwInsights *insights; /* of the workspace, or NULL */

  GtkWidget  *cards;
  BwFoldCard *required;
  BwFoldCard *firm;
  BwFoldCard *segments;
};

G_DEFINE_FINAL_TYPE (BwCustomerOutlook, bw_customer_outlook, BW_TYPE_LIVE)

/* The nearest first, and in any case the one that lifts the most; the others by name. */
static void
add_possible (GtkListBox       *list,
              const BwResults  *results,
              const BwRequired *required)
{
  guint metrics[MOST_METRICS];
  const guint n = bw_required_choose (required, metrics, MOST_METRICS);
  g_autofree char *more = bw_required_say_more (results, required, metrics, n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = bw_required_words (results, &required->metrics[metrics[i]]);

      bw_point_lines_add (list, words, NULL, NULL);
    }
  if (more != NULL)
    bw_point_lines_add_note (list, more);
}

/* Those that cannot do it alone, the one that comes nearest first. */
static void
add_impossible (GtkListBox       *list,
                const BwResults  *results,
                const BwRequired *required,
                BwShownAs         as)
{
  for (guint i = 0; i < required->n_metrics; i++)
    {
      g_autofree char *words = NULL;

      if (required->metrics[i].possible)
        continue;
      words = bw_required_say_best (results, required, &required->metrics[i], as);
      bw_point_lines_add_note (list, words);
    }
}

/* Lists what would bring the customer into @band; returns by how many metrics alone. What a metric
 * reaches at best is said of the highest band, where it holds for those below. */
static guint
add_band (BwCustomerOutlook     *self,
          const BwCustomerFacts *facts,
          guint                  band,
          gboolean               several)
{
  GtkListBox *list = bw_fold_card_get_list (self->required);
  g_autoptr(BwRequired) required = bw_results_find_required (facts->results, facts->row, band);
  g_autofree char *away = NULL, *cap = NULL;
  guint n_possible = 0;

  if (required == NULL)
    return 0;

  away = bw_format_signed (required->least - required->score, 1);
  if (several)
    bw_point_lines_add_head (list, bw_words_band (facts->model, band), away);
  cap = bw_required_say_cap (facts->results, required);
  if (cap != NULL)
    {
      bw_point_lines_add (list, cap, NULL, NULL);
      return 0;
    }

  for (guint i = 0; i < required->n_metrics; i++)
    n_possible += required->metrics[i].possible;
  add_possible (list, facts->results, required);
  if (n_possible == 0)
    bw_point_lines_add (list, _("No single metric can do it."), NULL, NULL);
  if (band + 1 == bw_model_get_n_bands (facts->model))
    add_impossible (list, facts->results, required,
                    bw_shown_get_as (bw_shown_of (facts->workspace)));

  return n_possible;
}

static void
show_required (BwCustomerOutlook     *self,
               const BwCustomerFacts *facts)
{
  const guint now = bw_customer_facts_get_band (facts);
  const guint n_bands = bw_model_get_n_bands (facts->model);
  g_autofree char *title = NULL, *note = NULL;
  guint n_possible = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->required), now + 1 < n_bands);
  if (now + 1 >= n_bands)
    return;

  bw_point_lines_clear (bw_fold_card_get_list (self->required));
  for (guint band = now + 1; band < n_bands; band++)
    {
      const guint n = add_band (self, facts, band, n_bands - now > 2);

      n_possible = band == now + 1 ? n : n_possible;
    }

  /* TRANSLATORS: %s is a band */
  title = g_strdup_printf (_("What would make it %s"), bw_words_band (facts->model, now + 1));
  /* TRANSLATORS: of what would lift a customer into a better band */
  note = n_possible == 0 ? g_strdup (_("no metric alone"))
         : g_strdup_printf (ngettext ("%u metric alone", "%u metrics alone", n_possible), n_possible);
  bw_fold_card_set_title (self->required, title, note);
}

static void
show_firm (BwCustomerOutlook     *self,
           const BwCustomerFacts *facts)
{
  GtkListBox *list = bw_fold_card_get_list (self->firm);
  BwFirmness *firmness = bw_insights_get_firmness (self->insights);
  const double kept = firmness == NULL ? NAN : bw_firmness_get_kept (firmness, facts->row);
  g_autofree char *title = NULL, *share = NULL, *note = NULL, *tips = NULL, *draws = NULL;
  g_autofree char *number = bw_format_number (BW_N_DRAWS, 0);
  g_autofree char *spread = bw_format_percent (BW_DRAW_SPREAD, 0);
  BwTipping tipping;

  /* TRANSLATORS: %s is the band of a customer */
  title = g_strdup_printf (_("How firm is %s"), bw_words_band (facts->model,
                                                               bw_customer_facts_get_band (facts)));
  share = isnan (kept) ? NULL : bw_format_percent (kept, 0);
  /* TRANSLATORS: how often a customer keeps its band when weights differ; %s is a percentage */
  note = share == NULL ? g_strdup ("…") : g_strdup_printf (_("holds in %s"), share);
  bw_fold_card_set_title (self->firm, title, note);

  bw_point_lines_clear (list);
  if (bw_results_find_tipping (facts->results, facts->row, NULL, &tipping))
    tips = bw_tipping_words (facts->model, &tipping);
  bw_point_lines_add (list, tips != NULL ? tips : _("No single weight moves it to another band."), NULL,
                      NULL);
  /* TRANSLATORS: a number of draws, and a percentage */
  draws = g_strdup_printf (_("Worked out from %s draws in which each weight is up to %s more or less."),
                           number, spread);
  bw_point_lines_add_note (list, draws);
}

static void
show_segments (BwCustomerOutlook     *self,
               const BwCustomerFacts *facts)
{
  const guint n_segments = bw_model_get_n_segments (facts->model);
  const guint own = bw_results_get_segment (facts->results, facts->row);
  const BwShownAs as = bw_shown_get_as (bw_shown_of (facts->workspace));
  GtkListBox *list = bw_fold_card_get_list (self->segments);
  double least = INFINITY, most = -INFINITY;
  g_autofree char *from = NULL, *to = NULL, *note = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->segments), n_segments > 1);
  bw_point_lines_clear (list);
  for (guint i = 0; i < n_segments; i++)
    {
      const double score = bw_results_score_under (facts->results, facts->row, i);
      const char *name = bw_model_get_segment (facts->model, i)->name;
      /* TRANSLATORS: a segment, which is that of the customer */
      g_autofree char *words = i == own ? g_strdup_printf (_("%s (its own)"), name)
                               : g_strdup (name);
      g_autofree char *number = isnan (score) ? g_strdup (bw_words_band (facts->model, BW_NO_BAND))
                                : bw_shown_words_and_band (as, facts->model, score);

      bw_point_lines_add (list, words, number, NULL);
      least = fmin (least, score);
      most = fmax (most, score);
    }

  if (isfinite (least))
    {
      bw_shown_words_of_two (as, facts->model, least, most, &from, &to);
      /* TRANSLATORS: the lowest and the highest of some scores */
      note = g_str_equal (from, to) ? g_strdup (from) : g_strdup_printf (_("%s to %s"), from, to);
    }
  bw_fold_card_set_title (self->segments, _("Under other weights"), note != NULL ? note : "");
}

static void
show (BwCustomerOutlook *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwCustomerFacts facts;

  if (workspace == NULL || bw_workspace_get_results (workspace) == NULL ||
      bw_workspace_get_customer (workspace) == BW_NONE || bw_workspace_get_dragging (workspace))
    return;

  bw_customer_facts_init (&facts, workspace, bw_workspace_get_customer (workspace));
  gtk_widget_set_visible (self->cards, bw_customer_facts_get_band (&facts) != BW_NO_BAND);
  if (bw_customer_facts_get_band (&facts) == BW_NO_BAND)
    return;

  show_required (self, &facts);
  show_firm (self, &facts);
  show_segments (self, &facts);
}

static void
on_insights (BwCustomerOutlook *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static void
bw_customer_outlook_refresh (BwLive  *live,
                             BwChange changes)
{
  show (BW_CUSTOMER_OUTLOOK (live));
}

static void
follow_workspace (BwCustomerOutlook *self)
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
bw_customer_outlook_dispose (GObject *object)
{
  g_clear_object (&BW_CUSTOMER_OUTLOOK (object)->insights);

  G_OBJECT_CLASS (bw_customer_outlook_parent_class)->dispose (object);
}

static void
bw_customer_outlook_class_init (BwCustomerOutlookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_customer_outlook_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_customer_outlook_refresh;
}

static BwFoldCard *
add_card (BwCustomerOutlook *self)
{
  GtkWidget *card = bw_fold_card_new (TRUE);

  gtk_box_append (GTK_BOX (self->cards), card);

  return BW_FOLD_CARD (card);
}

static void
bw_customer_outlook_init (BwCustomerOutlook *self)
{
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->required = add_card (self);
  self->firm = add_card (self);
  self->segments = add_card (self);
  adw_bin_set_child (ADW_BIN (self), self->cards);
  g_signal_connect (self, "notify::workspace", G_CALLBACK (follow_workspace), NULL);
}

/**
 * bw_customer_outlook_get_text:
 *
 * Returns: (transfer full): what the cards say, line by line, to be pasted
 */
char *
bw_customer_outlook_get_text (BwCustomerOutlook *self)
{
  g_autofree char *required = NULL, *firm = NULL;

  g_return_val_if_fail (BW_IS_CUSTOMER_OUTLOOK (self), NULL);

  if (!gtk_widget_get_visible (self->cards))
    return g_strdup ("");

  required = bw_fold_card_get_text (self->required);
  firm = bw_fold_card_get_text (self->firm);

  return g_strconcat (required, *required == '\0' ? "" : "\n", firm, NULL);
}
