/* The columns of the table of movers, one row each: to add one is a function and a row. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/mover-columns.h"

#include "chart/shown-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "widgets/slot-cell.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_RANKED 50000 /* rows of a comparison */

static BwPanel *
panel_of (BwMoverList *list)
{
  return bw_workspace_get_panel (bw_comparing_get_workspace (bw_mover_list_get_comparing (list)));
}

static const BwMover *
mover_at (const BwMoverPlace *place)
{
  return bw_mover_list_get (place->list, place->position);
}

static BwModel *
model_of (BwMoverList *list,
          BwSide       side)
{
  return bw_results_get_model (bw_comparing_get_results (bw_mover_list_get_comparing (list), side));
}

/* Ranks of very many customers are not worked out for a comparison: nobody waits for them there. */
static gboolean
can_rank (BwMoverList *list)
{
  for (guint side = 0; side < BW_N_SIDES; side++)
    {
      BwResults *results = bw_comparing_get_results (bw_mover_list_get_comparing (list), side);

      if (!bw_results_get_ranked (results) && bw_results_get_n_rows (results) > MOST_RANKED)
        return FALSE;
    }

  return TRUE;
}

static char *
score_to_text (const BwMoverPlace *place,
               BwSide              side)
{
  BwComparing *comparing = bw_mover_list_get_comparing (place->list);
  const BwMover *mover = mover_at (place);
  const BwShownAs as = bw_shown_get_as (bw_shown_of (bw_comparing_get_workspace (comparing)));

  if ((as == BW_SHOWN_RANK || as == BW_SHOWN_PERCENTILE) && can_rank (place->list))
    return bw_shown_words_of_row (as, bw_comparing_get_results (comparing, side), mover->row);

  return bw_shown_words (as, model_of (place->list, side),
                         side == BW_SIDE_FROM ? mover->from : mover->to);
}

static char *
money_to_text (const BwMoverPlace *place)
{
  BwPanel *panel = panel_of (place->list);
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);
  const double money = mover_at (place)->money;

  return column == BW_NONE ? g_strdup ("")
                           : bw_format_money (money, bw_panel_get_column (panel, column)->currency);
}

static void
fill_name (BwSlotCell   *cell,
           gconstpointer what)
{
  const BwMoverPlace *place = what;
  const BwMover *mover = mover_at (place);
  const char *name = bw_panel_get_name (panel_of (place->list),
                                        bw_mover_list_get_customer (place->list, place->position));
  g_autofree char *from = score_to_text (place, BW_SIDE_FROM);
  g_autofree char *to = score_to_text (place, BW_SIDE_TO);
  g_autofree char *money = money_to_text (place);
  /* TRANSLATORS: a row read out: name, score and band before, score and band now, money */
  g_autofree char *label = g_strdup_printf (_("%s: from %s, %s, to %s, %s. %s"), name, from,
                                            bw_words_band (model_of (place->list, BW_SIDE_FROM),
                                                           mover->from_band), to,
                                            bw_words_band (model_of (place->list, BW_SIDE_TO),
                                                           mover->to_band), money);

  bw_slot_cell_show_text (cell, name);
  bw_slot_cell_label_row (cell, label);
}

static void
fill_from (BwSlotCell   *cell,
           gconstpointer what)
{
  const BwMoverPlace *place = what;
  g_autofree char *text = score_to_text (place, BW_SIDE_FROM);

  bw_slot_cell_show_text (cell, text);
}

static void
fill_to (BwSlotCell   *cell,
         gconstpointer what)
{
  const BwMoverPlace *place = what;
  g_autofree char *text = score_to_text (place, BW_SIDE_TO);

  bw_slot_cell_show_text (cell, text);
}

static void
fill_difference (BwSlotCell   *cell,
                 gconstpointer what)
{
  const BwMoverPlace *place = what;
  const BwMover *mover = mover_at (place);
  const double difference = mover->to - mover->from;
  g_autofree char *number = isnan (difference) ? NULL : bw_format_number (fabs (difference), 1);
  g_autofree char *none = bw_format_number (0, 1);
  g_autofree char *text = number == NULL ? g_strdup ("–")
                          : g_str_equal (number, none) ? g_strdup (none)
                          : g_strdup_printf ("%s %s", difference < 0 ? "▼" : "▲", number);

  bw_slot_cell_show_text (cell, text);
}

static void
show_band (BwSlotCell *cell,
           BwModel    *model,
           guint       band)
{
  bw_slot_cell_show_band (cell, model, band);
  bw_slot_cell_show_text (cell, bw_words_band (model, band));
}

static void
fill_from_band (BwSlotCell   *cell,
                gconstpointer what)
{
  const BwMoverPlace *place = what;

  show_band (cell, model_of (place->list, BW_SIDE_FROM), mover_at (place)->from_band);
}

static void
fill_to_band (BwSlotCell   *cell,
              gconstpointer what)
{
  const BwMoverPlace *place = what;

  show_band (cell, model_of (place->list, BW_SIDE_TO), mover_at (place)->to_band);
}

static void
fill_money (BwSlotCell   *cell,
            gconstpointer what)
{
  const BwMoverPlace *place = what;
  g_autofree char *text = money_to_text (place);

  bw_slot_cell_show_text (cell, text);
}

static void
fill_renewal (BwSlotCell   *cell,
              gconstpointer what)
{
  const BwMoverPlace *place = what;
  const double date = bw_mover_list_get_renewal (place->list, place->position);
  g_autofree char *text = isnan (date) ? g_strdup ("–") : bw_format_date (date, BW_DATE_FULL);

  bw_slot_cell_show_text (cell, text);
}

static void
fill_kept (BwSlotCell   *cell,
           gconstpointer what)
{
  const BwMoverPlace *place = what;
  const double kept = bw_mover_list_get_kept (place->list, place->position);
  const gboolean known =
    bw_comparing_get_firmness (bw_mover_list_get_comparing (place->list)) != NULL;
  g_autofree char *text = isnan (kept) ? g_strdup (known ? "–" : "…") : bw_format_percent (kept, 0);

  bw_slot_cell_show_text (cell, text);
}

static const BwSlotColumn columns[] = {
  { N_("Customer"), NULL, BW_MOVERS_BY_NAME, BW_CELL_TEXT, 14, .least = 12, .expands = TRUE,
    .fill = fill_name },
  /* TRANSLATORS: head of a column: the score under the one model */
  { N_("From"), NULL, BW_MOVERS_BY_FROM, BW_CELL_TEXT, 4, .number = TRUE, .fill = fill_from },
  /* TRANSLATORS: head of a column: the score under the other model */
  { N_("To"), NULL, BW_MOVERS_BY_TO, BW_CELL_TEXT, 4, .number = TRUE, .fill = fill_to },
  { N_("Change"), NULL, BW_MOVERS_BY_DIFFERENCE, BW_CELL_TEXT, 6, .number = TRUE, .fill = fill_difference },
  { N_("From band"), NULL, BW_MOVERS_BY_FROM_BAND, BW_CELL_MARK | BW_CELL_TEXT, 8, .fill = fill_from_band },
  { N_("To band"), NULL, BW_MOVERS_BY_TO_BAND, BW_CELL_MARK | BW_CELL_TEXT, 8, .fill = fill_to_band },
  { NULL, bw_slot_title_money, BW_MOVERS_BY_MONEY, BW_CELL_TEXT, 9, .number = TRUE, .fill = fill_money },
  { NULL, bw_slot_title_renewal, BW_MOVERS_BY_RENEWAL, BW_CELL_TEXT, 11, .number = TRUE, .fill = fill_renewal },
  /* TRANSLATORS: head of a column: in how many draws of the weights a customer keeps its band */
  { N_("Firm"), NULL, BW_MOVERS_BY_KEPT, BW_CELL_TEXT, 5, .number = TRUE, .fill = fill_kept },
};

const BwSlotColumn *
bw_mover_columns (gsize *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);

  return columns;
}
