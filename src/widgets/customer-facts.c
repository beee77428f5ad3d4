/* What is said of one customer, as texts: the same words in the list and in the pane. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/customer-facts.h"

#include "chart/shown-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DASH "\342\200\223"
#define FEW_ROWS 50000 /* are ranked at once */

/**
 * bw_customer_facts_init:
 * @workspace: has results
 * @customer: of its panel
 */
void
bw_customer_facts_init (BwCustomerFacts *self,
                        BwWorkspace     *workspace,
                        guint            customer)
{
  self->workspace = workspace;
  self->panel = bw_workspace_get_panel (workspace);
  self->results = bw_workspace_get_results (workspace);
  self->model = bw_workspace_get_model (workspace);
  self->history = bw_workspace_get_history (workspace);
  self->customer = customer;
  self->row = bw_snapshot_find_row (bw_panel_get_snapshot (
                                      self->panel, bw_panel_get_n_snapshots (self->panel) - 1),
                                    customer);
}

/**
 * bw_customer_facts_get_score:
 *
 * Returns: (transfer full): in the words that were chosen for scores, a number with as many decimals
 *   as keep it in its band; a dash where there is none
 */
char *
bw_customer_facts_get_score (const BwCustomerFacts *self)
{
  const BwShownAs as = bw_shown_get_as (bw_shown_of (self->workspace));

  return self->row == BW_NONE ? g_strdup (DASH)
         : bw_shown_words_of_row (as, self->results, self->row);
}

/* The cap or floor that decides the score, and the scores without and with it; NULL where none. */
static const BwRule *
find_rule (const BwCustomerFacts *self,
           char                 **before,
           char                 **after)
{
  const guint rule = self->row == BW_NONE ? BW_NONE
                                          : bw_results_get_rule (self->results, self->row);

  if (rule == BW_NONE)
    return NULL;

  bw_shown_words_of_two (bw_shown_get_as (bw_shown_of (self->workspace)), self->model,
                         bw_results_get_score_before_rules (self->results, self->row),
                         bw_results_get_score (self->results, self->row), before, after);

  return bw_model_get_rule (self->model, rule);
}

/**
 * bw_customer_facts_get_rule:
 *
 * Returns: (transfer full) (nullable): the score before and after a cap or floor, and its reason:
 *   "71 → 49, capped: Delinquent"; %NULL where none decides the score
 */
char *
bw_customer_facts_get_rule (const BwCustomerFacts *self)
{
  g_autofree char *before = NULL, *after = NULL;
  const BwRule *rule = find_rule (self, &before, &after);

  if (rule == NULL)
    return NULL;

  return g_strdup_printf (rule->cap
                          /* TRANSLATORS: a score before and after a cap, and the reason for it */
                          ? _("%s → %s, capped: %s")
                          /* TRANSLATORS: a score before and after a floor, and the reason for it */
                          : _("%s → %s, held up: %s"), before, after, rule->reason);
}

/* What scores are shown as where customers stand below each other: ranks of several segments would be
 * read as one order, so they stay numbers. */
static BwShownAs
list_as (const BwCustomerFacts *self)
{
  const BwShownAs as = bw_shown_get_as (bw_shown_of (self->workspace));

  return (as == BW_SHOWN_RANK || as == BW_SHOWN_PERCENTILE) &&
         bw_workspace_get_segment (self->workspace) == BW_ALL_SEGMENTS &&
         bw_model_get_n_segments (self->model) > 1 ? BW_SHOWN_NUMBER : as;
}

/**
 * bw_customer_facts_get_scores:
 * @chars: how many characters there is room for
 *
 * Returns: (transfer full): the score as it stands in a list, where ranks of several segments are
 *   numbers; where a cap or floor decides it and there is room, the score before it too: "71→49"
 */
char *
bw_customer_facts_get_scores (const BwCustomerFacts *self,
                              glong                  chars)
{
  g_autofree char *before = NULL, *after = NULL, *both = NULL;

  if (find_rule (self, &before, &after) != NULL)
    both = g_strdup_printf ("%s→%s", before, after);
  if (both != NULL && g_utf8_strlen (both, -1) <= chars)
    return g_steal_pointer (&both);

  return self->row == BW_NONE ? g_strdup (DASH)
         : bw_shown_words_of_row (list_as (self), self->results, self->row);
}

guint
bw_customer_facts_get_band (const BwCustomerFacts *self)
{
  return self->row == BW_NONE ? BW_NO_BAND : bw_results_get_band (self->results, self->row);
}

/**
 * bw_customer_facts_get_change:
 *
 * Returns: (transfer full): through time: "▼ 12", "▲ 6", and without an arrow where it is steady
 */
char *
bw_customer_facts_get_change (const BwCustomerFacts *self)
{
  g_autofree char *number = NULL;
  BwTrend trend;

  if (self->history == NULL)
    return g_strdup ("");

  trend = bw_history_get_trend (self->history, self->customer);
  if (isnan (trend.change))
    return g_strdup (DASH);
  if (trend.steady)
    return bw_format_signed (trend.change, 0);

  number = bw_format_number (fabs (trend.change), 0);

  return g_strdup_printf ("%s %s", trend.change < 0 ? "▼" : "▲", number);
}

/**
 * bw_customer_facts_get_ranked:
 *
 * Returns: whether ranks can be shown now; of many customers a worker makes them, and they are
 *   there when the history is
 */
gboolean
bw_customer_facts_get_ranked (const BwCustomerFacts *self)
{
  return bw_results_get_ranked (self->results) ||
         bw_results_get_n_rows (self->results) <= FEW_ROWS;
}

char *
bw_customer_facts_get_rank (const BwCustomerFacts *self)
{
  if (self->row == BW_NONE || isnan (bw_results_get_score (self->results, self->row)))
    return g_strdup (DASH);
  if (!bw_customer_facts_get_ranked (self))
    return g_strdup ("…");

  return bw_format_number (bw_results_get_rank (self->results, self->row), 0);
}

/**
 * bw_customer_facts_has_value:
 *
 * Returns: whether the column of that role, if there is one, has a value for the customer
 */
gboolean
bw_customer_facts_has_value (const BwCustomerFacts *self,
                             BwRole                 role)
{
  const guint column = bw_panel_find_role (self->panel, role);
  const guint newest = bw_panel_get_n_snapshots (self->panel) - 1;

  return self->row != BW_NONE && column != BW_NONE &&
         !bw_column_is_missing (
    bw_snapshot_get_column (bw_panel_get_snapshot (self->panel, newest), column),
    self->row);
}

char *
bw_customer_facts_get_money (const BwCustomerFacts *self)
{
  const guint column = bw_panel_find_role (self->panel, BW_ROLE_MONEY);
  double money;

  if (self->row == BW_NONE || column == BW_NONE)
    return g_strdup (DASH);

  money = bw_prepared_get_money (bw_results_get_prepared (self->results), self->row);

  return isnan (money) ? g_strdup (DASH)
                       : bw_format_money (money,
                                          bw_panel_get_column (self->panel, column)->currency);
}

char *
bw_customer_facts_get_renewal (const BwCustomerFacts *self)
{
  const guint column = bw_panel_find_role (self->panel, BW_ROLE_RENEWAL);
  const guint newest = bw_panel_get_n_snapshots (self->panel) - 1;
  BwColumn *values;

  if (!bw_customer_facts_has_value (self, BW_ROLE_RENEWAL))
    return g_strdup (DASH);

  values = bw_snapshot_get_column (bw_panel_get_snapshot (self->panel, newest), column);
  if (bw_column_type_is_coded (bw_column_get_type (values)))
    return g_strdup (bw_column_get_text (values, self->row));

  return bw_format_date (bw_column_get_numbers (values)[self->row], BW_DATE_FULL);
}

/**
 * bw_customer_facts_get_segment:
 *
 * Returns: (transfer none): the segment's name, or a dash
 */
const char *
bw_customer_facts_get_segment (const BwCustomerFacts *self)
{
  return self->row == BW_NONE
         ? DASH
         : bw_model_get_segment (self->model, bw_results_get_segment (self->results,
                                                                      self->row))->name;
}

/* The score as it is read out, with what bounds it; the band, which is read out too, is not said
 * twice. */
static char *
say_score (const BwCustomerFacts *self)
{
  const BwShownAs as = bw_shown_get_as (bw_shown_of (self->workspace));
  char *rule = bw_customer_facts_get_rule (self);

  if (rule != NULL || self->row == BW_NONE)
    return rule != NULL ? rule : g_strdup (DASH);

  return bw_shown_words_in_full (as == BW_SHOWN_BAND ? BW_SHOWN_NUMBER : as, self->results, self->row);
}

/**
 * bw_customer_facts_get_label:
 *
 * Returns: (transfer full): what a screen reader says of the customer's row
 */
char *
bw_customer_facts_get_label (const BwCustomerFacts *self)
{
  const char *money_name = bw_panel_get_money_name (self->panel);
  const char *name = bw_panel_get_name (self->panel, self->customer);
  const char *band = bw_words_band (self->model, bw_customer_facts_get_band (self));
  g_autofree char *score = say_score (self);
  g_autofree char *money = bw_customer_facts_get_money (self);

  if (money_name == NULL)
    /* TRANSLATORS: a row read out: customer, score, band */
    return g_strdup_printf (_("%s, score %s, %s"), name, score, band);

  /* TRANSLATORS: a row read out: customer, score, band, name of the money column, money */
  return g_strdup_printf (_("%s, score %s, %s, %s %s"), name, score, band, money_name, money);
}

/**
 * bw_customer_facts_get_recent:
 * @most: how many snapshots at most
 * @scores: (out) (array): of the newest snapshots, oldest first; the last is the score on screen
 *
 * Returns: how many there are; 0 where there is no history to draw
 */
guint
bw_customer_facts_get_recent (const BwCustomerFacts *self,
                              guint                  most,
                              float                 *scores)
{
  guint n, first;

  if (self->history == NULL || self->row == BW_NONE)
    return 0;

  n = bw_history_get_n_snapshots (self->history);
  if (n < 2)
    return 0;

  first = n > most ? n - most : 0;
  for (guint i = first; i < n; i++)
    scores[i - first] = bw_history_get_score (self->history, self->customer, i);
  scores[n - 1 - first] = bw_results_get_score (self->results, self->row);

  return n - first;
}

/**
 * bw_panel_get_money_name:
 *
 * Returns: (transfer none) (nullable): what the money at stake is called ("ARR")
 */
const char *
bw_panel_get_money_name (BwPanel *panel)
{
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);

  return column == BW_NONE ? NULL : bw_panel_get_column (panel, column)->name;
}

/**
 * bw_workspace_get_since_title:
 *
 * Returns: (transfer full) (nullable): "Since Oct", for the snapshot that trends compare with;
 *   %NULL where there is none
 */
char *
bw_workspace_get_since_title (BwWorkspace *workspace)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint snapshot = bw_trend_snapshot (bw_workspace_get_model (workspace), panel);
  g_autofree char *month = NULL;

  if (snapshot == BW_NONE)
    return NULL;

  month = bw_format_date (bw_snapshot_get_date (bw_panel_get_snapshot (panel, snapshot)),
                          BW_DATE_MONTH);

  /* TRANSLATORS: head of a column of changes; %s is a month such as Oct */
  return g_strdup_printf (_("Since %s"), month);
}
