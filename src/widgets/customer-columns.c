/* The columns of the table of customers, one row each: to add one is a function and a row. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/customer-columns.h"

#include "chart/words.h"
#include "widgets/customer-facts.h"
#include "widgets/slot-cell.h"
#include "widgets/sparkline.h"
#include "widgets/tip.h"
#include "workspace/customer-list.h"
#include "workspace/noted.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAYS_A_MONTH 30.4375
#define SCORE_CHARS 6
#define BAND_CHARS  7 /* a longer name is cut, and whole in the tip */

/* A pen before the name tells of notes; how many, and how the newest begins, is in the tip. */
static void
fill_name (BwSlotCell   *cell,
           gconstpointer what)
{
  const BwCustomerFacts *facts = what;
  const char *name = bw_panel_get_name (facts->panel, facts->customer);
  const guint n = bw_noted_count (facts->workspace, facts->customer);
  g_autofree char *label = bw_customer_facts_get_label (facts);
  g_autofree char *notes = NULL, *said = NULL, *marked = NULL, *told = NULL, *tip = NULL;

  if (n == 0)
    {
      bw_slot_cell_show_text (cell, name);
      bw_slot_cell_label_row (cell, label);
      bw_tip_set (GTK_WIDGET (cell), NULL);
      return;
    }

  notes = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
  said = bw_noted_say (facts->workspace, facts->customer);
  marked = g_strconcat ("✎ ", name, NULL);
  told = g_strdup_printf ("%s %s.", label, notes);
  tip = g_strdup_printf ("%s\n%s: %s", name, notes, said);
  bw_slot_cell_show_text (cell, marked);
  bw_slot_cell_label_row (cell, told);
  bw_tip_set (GTK_WIDGET (cell), tip);
}

static void
fill_score (BwSlotCell   *cell,
            gconstpointer what)
{
  const BwCustomerFacts *facts = what;
  g_autofree char *text = bw_customer_facts_get_scores (facts, SCORE_CHARS);
  g_autofree char *rule = bw_customer_facts_get_rule (facts);
  GtkWidget *widget = GTK_WIDGET (cell);

  bw_slot_cell_show_text (cell, text);
  bw_tip_set (widget, rule);
  bw_slot_cell_show_bar (cell, bw_results_get_score (facts->results, facts->row),
                         bw_words_band_ink (facts->model, bw_customer_facts_get_band (facts)));
}

static void
fill_band (BwSlotCell   *cell,
           gconstpointer what)
{
  const BwCustomerFacts *facts = what;
  const guint band = bw_customer_facts_get_band (facts);
  const char *name = bw_words_band (facts->model, band);
  GtkWidget *widget = GTK_WIDGET (cell);

  bw_slot_cell_show_band (cell, facts->model, band);
  bw_slot_cell_show_text (cell, name);
  bw_tip_set (widget, g_utf8_strlen (name, -1) > BAND_CHARS ? name : NULL);
}

static void
fill_line (BwSlotCell   *cell,
           gconstpointer what)
{
  const BwCustomerFacts *facts = what;
  float scores[BW_SPARKLINE_POINTS];
  const guint n = bw_customer_facts_get_recent (facts, BW_SPARKLINE_POINTS, scores);

  bw_slot_cell_show_line (cell, scores, n,
                          bw_words_band_ink (facts->model,
                                             bw_customer_facts_get_band (facts)));
}

static void
fill_change (BwSlotCell   *cell,
             gconstpointer what)
{
  const BwCustomerFacts *facts = what;
  g_autofree char *text = bw_customer_facts_get_change (facts);

  bw_slot_cell_show_text (cell, text);
}

static void
fill_rank (BwSlotCell   *cell,
           gconstpointer what)
{
  const BwCustomerFacts *facts = what;
  g_autofree char *text = bw_customer_facts_get_rank (facts);

  bw_slot_cell_show_text (cell, text);
}

static void
fill_money (BwSlotCell   *cell,
            gconstpointer what)
{
  const BwCustomerFacts *facts = what;
  g_autofree char *text = bw_customer_facts_get_money (facts);

  bw_slot_cell_show_text (cell, text);
}

static void
fill_renewal (BwSlotCell   *cell,
              gconstpointer what)
{
  const BwCustomerFacts *facts = what;
  g_autofree char *text = bw_customer_facts_get_renewal (facts);

  bw_slot_cell_show_text (cell, text);
}

static void
fill_segment (BwSlotCell   *cell,
              gconstpointer what)
{
  const char *name = bw_customer_facts_get_segment (what);
  GtkWidget *widget = GTK_WIDGET (cell);

  bw_slot_cell_show_text (cell, name);
  bw_tip_set (widget, name);
}

static double
date_of (BwPanel *panel,
         guint    snapshot)
{
  return bw_snapshot_get_date (bw_panel_get_snapshot (panel, snapshot));
}

/* "12 months" where the snapshots are a month apart, give or take some days. */
static char *
title_line (BwWorkspace *workspace)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint n = bw_panel_get_n_snapshots (panel);
  const guint shown = MIN (n, BW_SPARKLINE_POINTS);
  double months;

  if (n < 2)
    return NULL;

  months = (date_of (panel, n - 1) - date_of (panel, n - shown)) / DAYS_A_MONTH;
  if (isnan (months) || fabs (months / (shown - 1) - 1) > 0.15)
    return g_strdup (_("History"));

  return g_strdup_printf (ngettext ("%u month", "%u months", shown), shown);
}

static char *
title_segment (BwWorkspace *workspace)
{
  return bw_workspace_get_segment (workspace) != BW_ALL_SEGMENTS ||
         bw_model_get_n_segments (bw_workspace_get_model (workspace)) < 2
         ? NULL
         : g_strdup (_("Segment"));
}

/* Ranks of several segments side by side would be read as one order: only one segment shows them. */
static char *
title_rank (BwWorkspace *workspace)
{
  return bw_workspace_get_segment (workspace) == BW_ALL_SEGMENTS &&
         bw_model_get_n_segments (bw_workspace_get_model (workspace)) > 1
         ? NULL
         : g_strdup (_("Rank"));
}

static const BwSlotColumn columns[] = {
  { N_("Customer"), NULL, BW_ORDER_NAME, BW_CELL_TEXT, 16, .least = 14, .expands = TRUE,
    .fill = fill_name },
  { N_("Score"), NULL, BW_ORDER_SCORE, BW_CELL_TEXT | BW_CELL_BAR, SCORE_CHARS, .bold = TRUE,
    .fill = fill_score },
  { N_("Band"), NULL, BW_ORDER_BAND, BW_CELL_MARK | BW_CELL_TEXT, BAND_CHARS, .fill = fill_band },
  { NULL, title_line, BW_ORDER_CHANGE, BW_CELL_LINE, .fill = fill_line },
  { NULL, bw_workspace_get_since_title, BW_ORDER_CHANGE, BW_CELL_TEXT, 6, .number = TRUE,
    .fill = fill_change },
  { NULL, title_rank, BW_ORDER_RANK, BW_CELL_TEXT, 4, .number = TRUE, .fill = fill_rank },
  { NULL, bw_slot_title_money, BW_ORDER_MONEY, BW_CELL_TEXT, 9, .number = TRUE, .fill = fill_money },
  { NULL, bw_slot_title_renewal, BW_ORDER_RENEWAL, BW_CELL_TEXT, 11, .number = TRUE,
    .fill = fill_renewal },
  { NULL, title_segment, BW_ORDER_SEGMENT, BW_CELL_TEXT, 14, .least = 8,
    .fill = fill_segment },
};

const BwSlotColumn *
bw_customer_columns (gsize *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);

  return columns;
}
