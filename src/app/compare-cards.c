/* The row of cards over a comparison: the mean, who moves, the money that moves, how alike the orders are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare-cards.h"

#include "chart/agreement.h"
#include "format/format.h"
#include "score/band-move.h"
#include "widgets/stat-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  CARD_MEAN,
  CARD_CUSTOMERS,
  CARD_MONEY,
  CARD_ORDER,
} Card;

#define N_CARDS (CARD_ORDER + 1) /* an even number */

struct _BwCompareCards
{
  AdwBin parent_instance;

  GtkFlowBox *flow;
  BwStatCard *cards[N_CARDS];
};

G_DEFINE_FINAL_TYPE (BwCompareCards, bw_compare_cards, ADW_TYPE_BIN)

static void
bw_compare_cards_class_init (BwCompareCardsClass *klass)
{
}

/* Cards break in pairs, so that none ever stands alone in a row. */
static void
add_pair (BwCompareCards *self,
          guint           first)
{
  GtkWidget *place = gtk_flow_box_child_new ();
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  for (guint i = first; i < first + 2; i++)
    {
      self->cards[i] = BW_STAT_CARD (bw_stat_card_new ());
      gtk_widget_set_hexpand (GTK_WIDGET (self->cards[i]), TRUE);
      gtk_box_append (GTK_BOX (pair), GTK_WIDGET (self->cards[i]));
    }
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place), pair);
  gtk_widget_set_focusable (place, FALSE);
  gtk_flow_box_append (self->flow, place);
}

static void
bw_compare_cards_init (BwCompareCards *self)
{
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->flow), FALSE);
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_flow_box_set_max_children_per_line (self->flow, N_CARDS / 2);
  gtk_flow_box_set_column_spacing (self->flow, 10);
  gtk_flow_box_set_row_spacing (self->flow, 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Key figures"), -1);
  for (guint i = 0; i < N_CARDS; i += 2)
    add_pair (self, i);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->flow));
}

static void
show_mean (BwStatCard         *card,
           const BwComparison *comparison)
{
  const double change = comparison->mean_to - comparison->mean_from;
  g_autofree char *from = isnan (change) ? g_strdup ("–")
                                         : bw_format_number (comparison->mean_from, 1);
  g_autofree char *to = isnan (change) ? g_strdup ("–") : bw_format_number (comparison->mean_to, 1);
  /* TRANSLATORS: %s is the mean score under the other model */
  g_autofree char *before = g_strdup_printf (_("from %s"), from);
  g_autofree char *size = isnan (change) ? NULL : bw_format_number (fabs (change), 1);
  g_autofree char *distance = bw_format_number (isnan (change) ? 0 : comparison->mean_distance, 1);
  /* TRANSLATORS: %s is a number of points of the score */
  g_autofree char *tip = g_strdup_printf (_("A customer’s score moves by %s on average"), distance);
  g_autofree char *note = isnan (change) || fabs (change) < 0.05
                          ? g_strdup ("")
                          : g_strdup_printf ("%s %s", change > 0 ? "▲" : "▼", size);

  gtk_widget_set_tooltip_text (GTK_WIDGET (card), isnan (change) ? NULL : tip);
  bw_stat_card_show (card, _("Mean score"), to,
                     isnan (change) ? _("nobody is scored on both sides") : before, note,
                     change > 0 ? BW_TONE_GOOD : BW_TONE_BAD);
}

/* How many come to a higher band, and how many to a lower one. */
static void
count_moves (BwComparing *comparing,
             gsize        moves[BW_BAND_CHANGES + 1])
{
  BwModel *from = bw_results_get_model (bw_comparing_get_results (comparing, BW_SIDE_FROM));
  BwModel *to = bw_results_get_model (bw_comparing_get_results (comparing, BW_SIDE_TO));
  const BwComparison *comparison = bw_comparing_get_comparison (comparing);

  for (guint i = 0; i < BW_N_COMPARED; i++)
    {
      for (guint j = 0; j < BW_N_COMPARED; j++)
        {
          if (comparison->counts[i][j] > 0)
            moves[bw_band_move (from, i, to, j)] += comparison->counts[i][j];
        }
    }
}

static char *
percent_of (double part,
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
show_customers (BwStatCard         *card,
                BwComparing        *comparing,
                const BwComparison *comparison)
{
  gsize moves[BW_BAND_CHANGES + 1] = { 0 };
  g_autofree char *value = bw_format_number (comparison->movement.n_movers, 0);
  g_autofree char *share = percent_of (comparison->movement.n_movers, comparison->n_customers);
  g_autofree char *rise = NULL;
  g_autofree char *fall = NULL;
  g_autofree char *signs = NULL;

  count_moves (comparing, moves);
  rise = bw_format_number (moves[BW_BAND_RISES], 0);
  fall = bw_format_number (moves[BW_BAND_FALLS], 0);
  signs = comparison->movement.n_movers == 0 ? g_strdup ("")
                                             : g_strdup_printf ("▲ %s  ▼ %s", rise, fall);
  bw_stat_card_show (card, _("Customers moved"), value, share, signs, BW_TONE_PLAIN);
}

static void
show_money (BwStatCard         *card,
            BwComparing        *comparing,
            const BwComparison *comparison)
{
  BwPanel *panel = bw_workspace_get_panel (bw_comparing_get_workspace (comparing));
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);
  g_autofree char *value = NULL;
  g_autofree char *share = NULL;
  g_autofree char *total = NULL;
  g_autofree char *note = NULL;
  const char *currency;
  double money = 0;

  gtk_widget_set_visible (GTK_WIDGET (card), column != BW_NONE);
  if (column == BW_NONE)
    return;

  for (guint i = 0; i < BW_N_COMPARED; i++)
    {
      for (guint j = 0; j < BW_N_COMPARED; j++)
        money += comparison->money[i][j];
    }
  currency = bw_panel_get_column (panel, column)->currency;
  value = bw_format_money_short (comparison->movement.money, currency);
  share = percent_of (comparison->movement.money, money);
  total = bw_format_money_short (money, currency);
  /* TRANSLATORS: a percent and the money that it is a part of: "8 % of $52.6 M" */
  note = g_strdup_printf (_("%s of %s"), share, total);
  bw_stat_card_show (card, _("Money moved"), value, note, "", BW_TONE_PLAIN);
}

static void
show_order (BwStatCard         *card,
            const BwComparison *comparison)
{
  const gboolean known = !isnan (comparison->spearman);
  g_autofree char *spearman = known ? bw_format_number (comparison->spearman, 2) : g_strdup ("–");
  g_autofree char *kendall = known ? bw_format_number (comparison->kendall, 2) : NULL;
  const char *words = bw_words_agreement (comparison->spearman);
  /* TRANSLATORS: the two coefficients of rank correlation, by the names of Spearman and Kendall */
  g_autofree char *tip = known ? g_strdup_printf (_("%s. Spearman %s, Kendall %s"), words, spearman,
                                                  kendall) : g_strdup (words);
  /* TRANSLATORS: %s is a coefficient of rank correlation */
  const char *format = _("Kendall %s");
  g_autofree char *note = known ? g_strdup_printf (format, kendall) : g_strdup ("");

  gtk_widget_set_tooltip_text (GTK_WIDGET (card), tip);
  bw_stat_card_show (card, words, spearman, known ? _("Spearman") : "", note, BW_TONE_PLAIN);
}

/**
 * bw_compare_cards_show:
 *
 * Shows what lies between both sides; nothing while it is worked out.
 */
void
bw_compare_cards_show (BwCompareCards *self,
                       BwComparing    *comparing)
{
  const BwComparison *comparison = bw_comparing_get_comparison (comparing);

  g_return_if_fail (BW_IS_COMPARE_CARDS (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self), comparison != NULL);
  if (comparison == NULL || bw_comparing_get_results (comparing, BW_SIDE_FROM) == NULL ||
      bw_comparing_get_results (comparing, BW_SIDE_TO) == NULL)
    return;

  show_mean (self->cards[CARD_MEAN], comparison);
  show_customers (self->cards[CARD_CUSTOMERS], comparing, comparison);
  show_money (self->cards[CARD_MONEY], comparing, comparison);
  show_order (self->cards[CARD_ORDER], comparison);
}
