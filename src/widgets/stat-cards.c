/* The row of cards above the chart: mean, one a band, and the money at risk. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/stat-cards.h"

#include "chart/shown-words.h"
#include "format/format.h"
#include "widgets/stat-card.h"
#include "widgets/tip.h"
#include "workspace/opened.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_CARDS (BW_MAX_BANDS + 3)

struct _BwStatCards
{
  BwLive parent_instance;

  GtkFlowBox *flow;
  guint       n_cards;
  BwStatCard *cards[MOST_CARDS];
  gboolean    odd; /* how often the cards were shown */
};

G_DEFINE_FINAL_TYPE (BwStatCards, bw_stat_cards, BW_TYPE_LIVE)

static void
set_n_cards (BwStatCards *self,
             guint        n_cards)
{
  if (n_cards == self->n_cards)
    return;

  for (guint i = 0; i < self->n_cards; i++)
    gtk_flow_box_remove (self->flow,
                         gtk_widget_get_parent (GTK_WIDGET (self->cards[i])));
  for (guint i = 0; i < n_cards; i++)
    {
      GtkWidget *place = gtk_flow_box_child_new ();

      self->cards[i] = BW_STAT_CARD (bw_stat_card_new ());
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place), GTK_WIDGET (self->cards[i]));
      gtk_widget_set_focusable (place, FALSE);
      gtk_flow_box_append (self->flow, place);
    }
  self->n_cards = n_cards;
  gtk_flow_box_set_max_children_per_line (self->flow, MAX (1, n_cards));
}

/* "▲ 14": the triangle says the direction, the colour whether that is good. */
static char *
change_to_text (double value,
                int    decimals,
                double least)
{
  g_autofree char *number = NULL;

  if (isnan (value) || fabs (value) < least)
    return g_strdup ("");

  number = bw_format_number (fabs (value), decimals);

  return g_strdup_printf ("%s %s", value > 0 ? "▲" : "▼", number);
}

static BwTone
tone_of (double change,
         int    good)
{
  if (isnan (change) || change == 0 || good == 0)
    return BW_TONE_PLAIN;

  return (change > 0) == (good > 0) ? BW_TONE_GOOD : BW_TONE_BAD;
}

static void
show_mean (BwStatCard      *card,
           BwShownAs        as,
           const BwSummary *now,
           const BwSummary *then)
{
  const double change = then == NULL ? NAN : now->mean - then->mean;
  g_autofree char *value = bw_shown_words_of_mean (as, now->mean, 1);
  g_autofree char *difference = change_to_text (change, 1, 0.05);
  /* TRANSLATORS: %s is a triangle and a number: "▲ 2.1 vs baseline" */
  g_autofree char *text = *difference == '\0' ?
                          g_strdup ("") : g_strdup_printf (_("%s vs baseline"), difference);

  bw_stat_card_show (card, _("Mean score"), value,
                     then != NULL && *text == '\0' ? _("as in the baseline") : "", text,
                     tone_of (change, 1));
}

static char *
share_to_text (double part,
               double whole)
{
  if (!(whole > 0))
    return g_strdup ("–");
  if (part > 0 && part / whole < 0.005)
    /* TRANSLATORS: less than one percent */
    return g_strdup (_("< 1 %"));

  return bw_format_percent (part / whole, 0);
}

static void
show_band (BwStatCard      *card,
           BwWorkspace     *workspace,
           guint            band,
           const BwSummary *now,
           const BwSummary *then)
{
  BwModel *model = bw_workspace_get_model (workspace);
  const gsize count = now->band_counts[band];
  const guint opened = bw_opened_find_band (workspace, band);
  const double change = then == NULL || opened == BW_NONE ? NAN
                        : (double) count - (double) then->band_counts[opened];
  const int good = band == 0 ? -1 : band + 1 == bw_model_get_n_bands (model) ? 1 : 0;
  const gboolean grey = band == BW_NO_BAND;
  g_autofree char *value = bw_format_number (count, 0);
  g_autofree char *share = share_to_text (count, now->n_customers);
  g_autofree char *difference = change_to_text (change, 0, 0.5);

  bw_stat_card_set_band (card, model, band);
  bw_tip_set (GTK_WIDGET (card), grey ? _("Not enough data") : NULL);
  bw_stat_card_show (card, grey ? _("Not enough data") : bw_model_get_band (model, band)->name,
                     value, share, difference, grey ? BW_TONE_PLAIN : tone_of (change, good));
}

static void
show_money (BwStatCard      *card,
            const BwSummary *now,
            const BwSummary *then,
            const char      *currency)
{
  const double change = then == NULL ? NAN : now->band_money[0] - then->band_money[0];
  g_autofree char *value = bw_format_money_short (now->band_money[0], currency);
  g_autofree char *share = share_to_text (now->band_money[0], now->money);
  g_autofree char *total = bw_format_money_short (now->money, currency);
  /* TRANSLATORS: a percent and the money that it is a part of: "8 % of $52.6 M" */
  g_autofree char *note = g_strdup_printf (_("%s of %s"), share, total);
  g_autofree char *amount = isnan (change) || fabs (change) < 0.5
                            ? NULL : bw_format_money_short (fabs (change), currency);
  g_autofree char *difference = amount == NULL ? g_strdup ("")
                                : g_strdup_printf ("%s %s", change > 0 ? "▲" : "▼", amount);

  bw_stat_card_show (card, _("Revenue at risk"), value, note, difference, tone_of (change, -1));
}

static void
bw_stat_cards_refresh (BwLive  *live,
                       BwChange changes)
{
  BwStatCards *self = BW_STAT_CARDS (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  BwModel *model = bw_workspace_get_model (workspace);
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint segment = bw_workspace_get_segment (workspace);
  const BwSummary *now = bw_results_get_summary (bw_workspace_get_results (workspace), segment);
  const BwSummary *then = bw_opened_get_summary (workspace, segment);
  const guint money = bw_panel_find_role (panel, BW_ROLE_MONEY);
  const guint n_bands = bw_model_get_n_bands (model);
  const gboolean grey = now->band_counts[BW_NO_BAND] > 0;
  guint next = 0;

  set_n_cards (self, 1 + n_bands + grey + (money != BW_NONE));
  show_mean (self->cards[next++], bw_shown_get_as (bw_shown_of (workspace)), now, then);
  for (guint band = n_bands; band-- > 0;)
    show_band (self->cards[next++], workspace, band, now, then);
  if (grey)
    show_band (self->cards[next++], workspace, BW_NO_BAND, now, then);
  if (money != BW_NONE)
    show_money (self->cards[next++], now, then, bw_panel_get_column (panel, money)->currency);

  self->odd = !self->odd;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* GTK repaints what differs from the last frame as far as that is some thirty rectangles, else all
 * that is round them: the whole page and the weights beside it. The numbers of the cards alone were
 * two thirds of those. A clear ground that changes with them makes one of all. */
static void
bw_stat_cards_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  const GdkRGBA clear = { 0, 0, 0, 0 };

  gtk_snapshot_append_color (snapshot, &clear,
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                  gtk_widget_get_height (widget) -
                                                  BW_STAT_CARDS (widget)->odd));
  GTK_WIDGET_CLASS (bw_stat_cards_parent_class)->snapshot (widget, snapshot);
}

static void
bw_stat_cards_class_init (BwStatCardsClass *klass)
{
  BW_LIVE_CLASS (klass)->refresh = bw_stat_cards_refresh;
  GTK_WIDGET_CLASS (klass)->snapshot = bw_stat_cards_snapshot;
}

static void
bw_stat_cards_init (BwStatCards *self)
{
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->flow), FALSE);
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_flow_box_set_min_children_per_line (self->flow, 3);
  gtk_flow_box_set_column_spacing (self->flow, 10);
  gtk_flow_box_set_row_spacing (self->flow, 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Key figures"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->flow));
}
