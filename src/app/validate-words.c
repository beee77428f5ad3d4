/* Figures of a validation as texts; a dot for each that would mean nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/validate-words.h"

#include "chart/judged-words.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NONE "–"

char *
bw_validate_words_count (double n)
{
  return bw_format_number (round (n), 0);
}

char *
bw_validate_words_share (double   share,
                         gboolean enough)
{
  if (!enough)
    return g_strdup (BW_TOO_FEW);

  return isnan (share) ? g_strdup (NONE) : bw_judged_words_percent (share);
}

/**
 * bw_validate_words_rate:
 *
 * Returns: (transfer full): "4.4 % (2.5 % to 7.5 %)"
 */
char *
bw_validate_words_rate (const BwRate *rate,
                        gboolean      enough)
{
  g_autofree char *value = bw_validate_words_share (rate->rate, enough);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!enough || isnan (rate->rate))
    return g_steal_pointer (&value);

  low = bw_judged_words_percent (rate->low);
  high = bw_judged_words_percent (rate->high);

  /* TRANSLATORS: a rate or an AUC, and the ends of its interval */
  return g_strdup_printf (_("%s (%s to %s)"), value, low, high);
}

/**
 * bw_validate_words_auc:
 *
 * Returns: (transfer full): "0.795"
 */
char *
bw_validate_words_auc (const BwAuc *auc,
                       gboolean     enough)
{
  if (!enough)
    return g_strdup (BW_TOO_FEW);

  return isnan (auc->auc) ? g_strdup (NONE) : bw_format_number (auc->auc, 3);
}

/**
 * bw_validate_words_range:
 *
 * Returns: (transfer full): "0.732 to 0.859", or "" where there is no interval
 */
char *
bw_validate_words_range (const BwAuc *auc,
                         gboolean     enough)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!enough || isnan (auc->low))
    return g_strdup ("");

  low = bw_format_number (auc->low, 3);
  high = bw_format_number (auc->high, 3);

  /* TRANSLATORS: the ends of an interval */
  return g_strdup_printf (_("%s to %s"), low, high);
}
