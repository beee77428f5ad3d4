/* What a distribution says, in one line: who needs care, and what is at stake. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

/* "46 customers, $4.2 M of ARR," or "46 of 412 customers". */
static char *
who_is_lowest (const BwView *view)
{
  const BwSummary *summary = bw_words_get_summary (view);
  BwPanel *panel = bw_words_get_panel (view);
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);
  const gsize n = summary->band_counts[0];
  g_autofree char *count = bw_format_number (n, 0);
  g_autofree char *money = NULL;

  if (column == BW_NONE || summary->band_money[0] <= 0)
    {
      g_autofree char *all = bw_words_customers (summary->n_customers);

      /* TRANSLATORS: 46 of 412 customers */
      return g_strdup_printf (_("%s of %s"), count, all);
    }

  money = bw_format_money_short (summary->band_money[0],
                                 bw_panel_get_column (panel, column)->currency);

  /* TRANSLATORS: 46 customers, $4.2 M of ARR, */
  return g_strdup_printf (ngettext ("%s customer, %s of %s,", "%s customers, %s of %s,", n),
                          count, money, bw_panel_get_column (panel, column)->name);
}

/* What is said of the customers in the lowest band, without the segment before it. */
static char *
say_lowest (const BwView *view)
{
  const BwSummary *summary = bw_words_get_summary (view);
  const BwBand *band = bw_model_get_band (bw_results_get_model (view->results), 0);
  const gboolean usual = g_str_equal (band->name, "At risk") ||
                         g_str_equal (band->name, _("At risk"));
  g_autofree char *who = NULL;

  if (summary->band_counts[0] == 0)
    return usual ? g_strdup (_("no customer is at risk")) :
           g_strdup_printf (_("no customer is in “%s”"), band->name);

  who = who_is_lowest (view);
  if (usual)
    /* TRANSLATORS: %s is for example "46 customers, $4.2 M of ARR," */
    return g_strdup_printf (ngettext ("%s is at risk", "%s are at risk",
                                      summary->band_counts[0]), who);

  return g_strdup_printf (ngettext ("%s is in “%s”", "%s are in “%s”", summary->band_counts[0]),
                          who, band->name);
}

/**
 * bw_words_finding:
 *
 * Returns: (transfer full): "Enterprise: 46 customers, $4.2 M of ARR, are at risk"
 */
char *
bw_words_finding (const BwView *view)
{
  g_autofree char *nobody = bw_words_nobody (view);
  g_autofree char *said = NULL;
  const char *segment = bw_words_get_segment (view);
  g_autofree char *head = NULL;

  if (nobody != NULL)
    /* TRANSLATORS: %s is a segment's name */
    return segment != NULL ? g_strdup_printf (_("%s: nobody is scored"), segment) :
           g_strdup (_("Nobody is scored"));

  said = say_lowest (view);
  if (segment != NULL)
    /* TRANSLATORS: a segment, and what is said of it */
    return g_strdup_printf (_("%s: %s"), segment, said);

  head = g_utf8_strup (said, g_utf8_next_char (said) - said);

  return g_strconcat (head, g_utf8_next_char (said), NULL);
}
