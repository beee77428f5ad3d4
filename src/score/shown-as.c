/* What a score can be shown as: a number, a percentage, a letter, a band, a rank. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/shown-as.h"

/* By BwShownAs; kept in settings and written on the command line, so never renamed. */
static const char *const ids[] = {
  "number", "percent", "letter", "band", "rank", "percentile",
};

/**
 * bw_shown_as_find:
 * @id: (nullable):
 * @as: (out): a number where there is no such id
 *
 * Returns: whether @id is one of "number", "percent", "letter", "band", "rank", "percentile"
 */
gboolean
bw_shown_as_find (const char *id,
                  BwShownAs  *as)
{
  *as = BW_SHOWN_NUMBER;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      if (g_strcmp0 (ids[i], id) == 0)
        {
          *as = i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
bw_shown_as_get_id (BwShownAs as)
{
  g_return_val_if_fail (as < G_N_ELEMENTS (ids), ids[0]);

  return ids[as];
}
