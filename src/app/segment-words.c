/* What is said of a segment while it is edited: its place in the order, and whom it takes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/segment-words.h"

#include "format/format.h"
#include "widgets/rule-words.h"
#include "widgets/segment-edit.h"

#include <glib/gi18n-lib.h>

/**
 * bw_segment_name_after:
 * @segment: as it is, with a rule
 * @where: the rule that it is about to have
 *
 * Returns: (transfer full): its name from then on: where it was named by its rule it goes on to be,
 * and what a person called it stays
 */
char *
bw_segment_name_after (BwWorkspace        *workspace,
                       const BwSegment    *segment,
                       const BwConditions *where)
{
  BwModel *model = bw_workspace_get_model (workspace);
  BwPanel *panel = bw_workspace_get_panel (workspace);
  g_autofree char *before = bw_conditions_to_words (model, panel, segment->where);

  return g_str_equal (segment->name, before) ? bw_conditions_to_words (model, panel, where) :
         g_strdup (segment->name);
}

/**
 * bw_segment_begin:
 * @name: (nullable): what it is called; without one it is named by its rule
 *
 * Adds a segment before all others. An id is for ever and goes into exports and warehouses: it is
 * not made of a rule that is still to change.
 *
 * Returns: whether the model takes it
 */
gboolean
bw_segment_begin (BwWorkspace        *workspace,
                  const char         *name,
                  const BwConditions *where,
                  GError            **error)
{
  BwModel *model = bw_workspace_get_model (workspace);
  g_autofree char *words = bw_conditions_to_words (model, bw_workspace_get_panel (workspace), where);
  g_autofree char *id = NULL;
  const BwSegment named = { NULL, name, where, NULL };
  BwSegment unnamed = { NULL, words, where, NULL };

  if (name != NULL)
    return bw_segment_add (workspace, &named, error);

  for (guint i = 1; id == NULL || bw_model_find_segment (model, id) != BW_NONE; i++)
    {
      g_free (id);
      id = g_strdup_printf ("segment-%u", i);
    }
  unnamed.id = id;

  return bw_segment_add (workspace, &unnamed, error);
}

static gboolean
is_last (const BwModel *model,
         guint          segment)
{
  return segment + 1 == bw_model_get_n_segments (model);
}

/**
 * bw_segment_say_place:
 *
 * Returns: (transfer full): which of the segments it is, and what that means
 */
char *
bw_segment_say_place (const BwModel *model,
                      guint          segment)
{
  const guint n_ruled = bw_model_get_n_segments (model) - 1;

  if (n_ruled == 0)
    return g_strdup (_("The only segment: it takes every customer."));
  if (is_last (model, segment))
    return g_strdup (_("Takes every customer that no other segment takes. It has no rule, and is "
                       "always the last."));

  /* TRANSLATORS: the place of a segment in the order, of how many */
  return g_strdup_printf (_("Number %u of %u in the order. A customer goes to the first segment "
                            "whose rule matches."), segment + 1, n_ruled);
}

/* "First 90 days, Enterprise": the segments above whose customers this one would match too. */
static char *
name_takers (const BwModel    *model,
             const BwMatching *matching,
             guint             segment)
{
  const guint n_ruled = matching->n_segments - 1;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < segment; i++)
    if (matching->n_both[(gsize) i * n_ruled + segment] > 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              bw_model_get_segment (model, i)->name);

  return g_string_free (names, FALSE);
}

/**
 * bw_segment_say_taken:
 *
 * Returns: (transfer full): how many of those that match it takes, and who takes the others
 */
char *
bw_segment_say_taken (const BwModel    *model,
                      const BwMatching *matching,
                      guint             segment)
{
  const gsize n_taken = matching->n_taken[segment];
  const gsize n_others = matching->n_matches[segment] - n_taken;
  g_autofree char *taken = bw_format_number (n_taken, 0);
  g_autofree char *others = bw_format_number (n_others, 0);
  g_autofree char *names = NULL;

  if (is_last (model, segment))
    return g_strdup_printf (ngettext ("%s customer is in it.", "%s customers are in it.", n_taken),
                            taken);
  if (matching->n_matches[segment] == 0)
    return g_strdup (_("The segment is empty: its rule matches nobody at present."));
  if (n_taken == matching->n_rows)
    return g_strdup (_("It takes every customer: no one is left for the segments below it."));
  if (n_others == 0)
    return g_strdup_printf (ngettext ("It takes the %s customer that matches.",
                                      "It takes all %s customers that match.", n_taken), taken);

  names = name_takers (model, matching, segment);
  if (n_taken == 0)
    /* TRANSLATORS: %s are names of segments */
    return g_strdup_printf (_("The segment is empty: all who match go to segments above it: %s. "
                              "It can be moved up."), names);

  /* TRANSLATORS: how many customers a segment takes, how many of those that match go to segments
   * above, and the names of these */
  return g_strdup_printf (_("It takes %s; %s more match but go to segments above it: %s."),
                          taken, others, names);
}

/**
 * bw_segment_say_customers:
 *
 * Returns: (transfer full): heads some of the customers of a segment
 */
char *
bw_segment_say_customers (const BwMatching *matching,
                          guint             segment)
{
  const gsize n = matching->n_taken[segment];
  g_autofree char *number = bw_format_number (n, 0);

  if (n == 0)
    return g_strdup (_("No customers"));

  /* TRANSLATORS: heads a list of a few of them */
  return g_strdup_printf (ngettext ("%s customer in it", "%s customers in it, the largest first",
                                    n), number);
}
