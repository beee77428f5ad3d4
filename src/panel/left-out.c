/* What a report says was left out of a panel: rows of nobody, and values of a column that were not read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/left-out.h"

#include "panel/header.h"

#include <string.h>

static void
add (BwLeftOut       *self,
     const BwProblem *problem)
{
  self->first = self->first != NULL ? self->first : problem;
  self->n++;
}

/**
 * bw_left_out_orphans:
 * @source: (nullable): the export that counts, by its name or as a pattern of names; %NULL for all
 *
 * Returns: the rows of customers that the panel does not have
 */
BwLeftOut
bw_left_out_orphans (const BwReport *report,
                     const char     *source)
{
  BwLeftOut self = { 0, NULL };

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      if (problem->kind == BW_PROBLEM_ORPHAN &&
          (source == NULL || g_str_equal (source, problem->file) ||
           g_pattern_match_simple (source, problem->file)))
        add (&self, problem);
    }

  return self;
}

/**
 * bw_left_out_is_named:
 *
 * Returns: whether a name in the panel is that of a file's column, which may have more behind it:
 *   “Churned (all)”
 */
gboolean
bw_left_out_is_named (const char *name,
                      const char *header)
{
  g_autoptr(BwHeader) whole = bw_header_new (name);
  g_autoptr(BwHeader) part = bw_header_new (header);

  return g_str_equal (whole->squeezed, part->squeezed) ||
         (g_str_has_prefix (name, header) && g_str_has_prefix (name + strlen (header), " ("));
}

/**
 * bw_left_out_values:
 * @column: its name in the panel
 *
 * Returns: the values of the column that are not as the others, and so count as missing, or make it a text
 */
BwLeftOut
bw_left_out_values (const BwReport *report,
                    const char     *column)
{
  BwLeftOut self = { 0, NULL };
  const char *header = NULL; /* that was looked at last */
  gboolean named = FALSE;

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      if ((problem->kind != BW_PROBLEM_VALUE && problem->kind != BW_PROBLEM_TWO_READINGS) ||
          problem->header == NULL)
        continue;
      if (g_strcmp0 (header, problem->header) != 0)
        named = bw_left_out_is_named (column, problem->header);
      header = problem->header;
      if (named)
        add (&self, problem);
    }

  return self;
}
