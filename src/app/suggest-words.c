/* What is said of a suggestion, and of what it would move. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/suggest-words.h"

#include "chart/words.h"

#include <glib/gi18n-lib.h>

/**
 * bw_suggest_words_moves:
 * @all: whether every metric is ticked
 *
 * Returns: (transfer full): how many customers would come to another band
 */
char *
bw_suggest_words_moves (gsize    n_wholly,
                        gsize    n_half,
                        gboolean all)
{
  g_autofree char *wholly = bw_words_customers (n_wholly);
  g_autofree char *half = bw_words_customers (n_half);

  /* TRANSLATORS: "48 customers", twice */
  return g_strdup_printf (all ? _("Another band: %s if all is taken over, %s half way.")
                              : _("Another band: %s if what is ticked is taken over, %s half way."), wholly, half);
}

/**
 * bw_suggest_words_still:
 * @ticked: (nullable) (array length=n_metrics): %NULL for all
 *
 * Returns: (transfer full): why no weight of the draft would move
 */
char *
bw_suggest_words_still (const gboolean *ticked,
                        guint           n_metrics)
{
  guint n_ticked = 0;

  for (guint i = 0; i < n_metrics; i++)
    n_ticked += ticked == NULL || ticked[i];

  if (n_ticked == n_metrics)
    return g_strdup (_("The weights are as suggested."));
  if (n_ticked == 0)
    return g_strdup (_("Nothing is ticked, so nothing would move."));

  return g_strdup (_("Nothing would move: metrics that are not ticked keep their weight, and that leaves the ticked "
                     "ones nothing to share out anew. Tick others too."));
}

/* Adds a line for each remark of @level. */
static void
add_remarks (GString         *text,
             const GPtrArray *remarks,
             BwRemarkLevel    level)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const BwRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->level == level)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", remark->text);
    }
}

/**
 * bw_suggest_words_remarks:
 * @suggestion: (nullable)
 *
 * Returns: (transfer full): what to beware of, a line each; what may mislead comes first
 */
char *
bw_suggest_words_remarks (const BwSuggestion *suggestion)
{
  const GPtrArray *remarks = suggestion != NULL ? bw_suggestion_get_remarks (suggestion) : NULL;
  GString *text = g_string_new (NULL);

  if (remarks != NULL)
    {
      add_remarks (text, remarks, BW_REMARK_WARNING);
      add_remarks (text, remarks, BW_REMARK_NOTE);
    }

  return g_string_free (text, FALSE);
}
