/* The columns of the table of movers, one row each: to add one is a function and a row. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/mover-cell.h"

#include "chart/words.h"
#include "format/format.h"
#include "widgets/customer-facts.h"
#include "widgets/shown-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static BwModel *
model_of (BwMoverList *list,
          BwSide       side)
{
  return bw_results_get_model (bw_comparing_get_results (bw_mover_list_get_comparing (list), side));
}

static char *
score_to_text (BwMoverList *list,
               BwSide       side,
               double       score)
{
  BwWorkspace *workspace = bw_comparing_get_workspace (bw_mover_list_get_comparing (list));

  return bw_shown_words (bw_shown_get_as (bw_shown_of (workspace)), model_of (list, side), score);
}

static char *
money_to_text (BwMoverList *list,
               guint        position)
{
  BwPanel *panel = bw_workspace_get_panel (
    bw_comparing_get_workspace (bw_mover_list_get_comparing (list)));
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);
  const double money = bw_mover_list_get (list, position)->money;

  return column == BW_NONE ? g_strdup ("")
                           : bw_format_money (money, bw_panel_get_column (panel, column)->currency);
}

static const char *
name_of (BwMoverList *list,
         guint        position)
{
  BwPanel *panel = bw_workspace_get_panel (
    bw_comparing_get_workspace (bw_mover_list_get_comparing (list)));

  return bw_panel_get_name (panel, bw_mover_list_get_customer (list, position));
}

static void
fill_name (BwMoverCell *cell,
           BwMoverList *list,
           guint        position)
{
  const BwMover *mover = bw_mover_list_get (list, position);
  const char *name = name_of (list, position);
  g_autofree char *from = score_to_text (list, BW_SIDE_FROM, mover->from);
  g_autofree char *to = score_to_text (list, BW_SIDE_TO, mover->to);
  g_autofree char *money = money_to_text (list, position);
  /* TRANSLATORS: a row read out: name, score and band before, score and band now, money */
  g_autofree char *label = g_strdup_printf (_("%s: from %s, %s, to %s, %s. %s"), name, from,
                                            bw_words_band (model_of (list, BW_SIDE_FROM),
                                                           mover->from_band), to,
                                            bw_words_band (model_of (list, BW_SIDE_TO),
                                                           mover->to_band), money);

  bw_mover_cell_show_text (cell, name);
  bw_mover_cell_label_row (cell, label);
}

static void
fill_from (BwMoverCell *cell,
           BwMoverList *list,
           guint        position)
{
  g_autofree char *text = score_to_text (list, BW_SIDE_FROM,
                                         bw_mover_list_get (list, position)->from);

  bw_mover_cell_show_text (cell, text);
}

static void
fill_to (BwMoverCell *cell,
         BwMoverList *list,
         guint        position)
{
  g_autofree char *text = score_to_text (list, BW_SIDE_TO, bw_mover_list_get (list, position)->to);

  bw_mover_cell_show_text (cell, text);
}

static void
fill_difference (BwMoverCell *cell,
                 BwMoverList *list,
                 guint        position)
{
  const BwMover *mover = bw_mover_list_get (list, position);
  const double difference = mover->to - mover->from;
  g_autofree char *number = isnan (difference) ? NULL : bw_format_number (fabs (difference), 1);
  g_autofree char *text = number == NULL ? g_strdup ("–")
                                         : g_strdup_printf ("%s %s", difference < 0 ? "▼" : "▲",
                                                            number);

  bw_mover_cell_show_text (cell, text);
}

static void
fill_from_band (BwMoverCell *cell,
                BwMoverList *list,
                guint        position)
{
  const guint band = bw_mover_list_get (list, position)->from_band;
  BwModel *model = model_of (list, BW_SIDE_FROM);

  bw_mover_cell_show_band (cell, model, band);
  bw_mover_cell_show_text (cell, bw_words_band (model, band));
}

static void
fill_to_band (BwMoverCell *cell,
              BwMoverList *list,
              guint        position)
{
  const guint band = bw_mover_list_get (list, position)->to_band;
  BwModel *model = model_of (list, BW_SIDE_TO);

  bw_mover_cell_show_band (cell, model, band);
  bw_mover_cell_show_text (cell, bw_words_band (model, band));
}

static void
fill_money (BwMoverCell *cell,
            BwMoverList *list,
            guint        position)
{
  g_autofree char *text = money_to_text (list, position);

  bw_mover_cell_show_text (cell, text);
}

static void
fill_renewal (BwMoverCell *cell,
              BwMoverList *list,
              guint        position)
{
  const double date = bw_mover_list_get_renewal (list, position);
  g_autofree char *text = isnan (date) ? g_strdup ("–") : bw_format_date (date, BW_DATE_FULL);

  bw_mover_cell_show_text (cell, text);
}

static void
fill_kept (BwMoverCell *cell,
           BwMoverList *list,
           guint        position)
{
  const double kept = bw_mover_list_get_kept (list, position);
  const gboolean known =
    bw_comparing_get_firmness (bw_mover_list_get_comparing (list)) != NULL;
  g_autofree char *text = isnan (kept) ? g_strdup (known ? "–" : "…") : bw_format_percent (kept, 0);

  bw_mover_cell_show_text (cell, text);
}

static char *
title_money (BwPanel *panel)
{
  return g_strdup (bw_panel_get_money_name (panel));
}

static char *
title_renewal (BwPanel *panel)
{
  return bw_panel_find_role (panel, BW_ROLE_RENEWAL) == BW_NONE ? NULL : g_strdup (_("Renewal"));
}

static const BwMoverColumn columns[] = {
  { N_("Customer"), NULL, BW_MOVERS_BY_NAME, 18, .expands = TRUE, .fill = fill_name },
  /* TRANSLATORS: head of a column: the score under the one model */
  { N_("From"), NULL, BW_MOVERS_BY_FROM, 4, .number = TRUE, .fill = fill_from },
  /* TRANSLATORS: head of a column: the score under the other model */
  { N_("To"), NULL, BW_MOVERS_BY_TO, 4, .number = TRUE, .fill = fill_to },
  { N_("Change"), NULL, BW_MOVERS_BY_DIFFERENCE, 6, .number = TRUE, .fill = fill_difference },
  { N_("From band"), NULL, BW_MOVERS_BY_FROM_BAND, 8, .marked = TRUE, .fill = fill_from_band },
  { N_("To band"), NULL, BW_MOVERS_BY_TO_BAND, 8, .marked = TRUE, .fill = fill_to_band },
  { NULL, title_money, BW_MOVERS_BY_MONEY, 9, .number = TRUE, .fill = fill_money },
  { NULL, title_renewal, BW_MOVERS_BY_RENEWAL, 11, .number = TRUE, .fill = fill_renewal },
  /* TRANSLATORS: head of a column: in how many draws of the weights a customer keeps its band */
  { N_("Firm"), NULL, BW_MOVERS_BY_KEPT, 5, .number = TRUE, .fill = fill_kept },
};

const BwMoverColumn *
bw_mover_columns (gsize *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);

  return columns;
}

/**
 * bw_mover_column_make_title:
 *
 * Returns: (transfer full) (nullable): the title as the data has it now; %NULL where the column
 *   has nothing to show
 */
char *
bw_mover_column_make_title (const BwMoverColumn *self,
                            BwPanel             *panel)
{
  return self->make_title != NULL ? self->make_title (panel) : g_strdup (_(self->title));
}
