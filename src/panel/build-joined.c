/* Building: how the rows of each source found their customers, in numbers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/build-parts.h"

#include <math.h>

/* Rows that have a customer; a row of a lookup has one where a row that has one points to it. */
static void
count_matched (const BwBuild *self,
               const BwStack *stack,
               BwJoined      *joined)
{
  g_autofree guint8 *seen = g_new0 (guint8, MAX (self->n_customers, 1));

  for (gsize row = 0; row < stack->n_rows; row++)
    {
      const guint32 customer = stack->customers[row];

      if (customer == BW_NONE)
        continue;
      joined->n_matched++;
      joined->n_customers += !seen[customer];
      seen[customer] = TRUE;
    }
}

static void
count_looked_up (const BwBuild *self,
                 const BwStack *stack,
                 BwJoined      *joined)
{
  const BwStack *from = bw_build_get_stack (self, stack->via);
  g_autofree guint8 *seen = g_new0 (guint8, MAX (self->n_customers, 1));
  g_autofree guint8 *used = g_new0 (guint8, MAX (stack->n_rows, 1));

  for (gsize row = 0; row < from->n_rows; row++)
    {
      const guint32 found = stack->lookup_rows[row], customer = from->customers[row];

      if (found == BW_NONE)
        continue;
      joined->n_matched += !used[found];
      used[found] = TRUE;
      if (customer == BW_NONE)
        continue;
      joined->n_customers += !seen[customer];
      seen[customer] = TRUE;
    }
  joined->n_orphans = joined->n_rows - joined->n_matched - joined->n_keyless -
                      MIN (joined->n_duplicates, joined->n_rows - joined->n_matched - joined->n_keyless);
}

static void
find_span (const BwStack *stack,
           BwJoined      *joined)
{
  joined->date_first = stack->date;
  joined->date_last = stack->date;
  for (guint i = 0; stack->wide != NULL && i < stack->wide->n_columns; i++)
    {
      if (stack->wide->columns[i].stem == NULL)
        continue;
      joined->date_first = fmin (joined->date_first, stack->wide->columns[i].date);
      joined->date_last = fmax (joined->date_last, stack->wide->columns[i].date);
    }
  for (gsize row = 0; stack->dates != NULL && row < stack->n_rows; row++)
    {
      joined->date_first = fmin (joined->date_first, stack->dates[row]);
      joined->date_last = fmax (joined->date_last, stack->dates[row]);
    }
}

/**
 * bw_build_tell_joined:
 * @joined: (out caller-allocates): by source of the mapping
 *
 * Counts what the steps before did not count on their way.
 */
void
bw_build_tell_joined (const BwBuild *self,
                      BwJoined      *joined)
{
  for (guint i = 0; i < bw_mapping_get_n_sources (self->mapping); i++)
    joined[i] = (BwJoined) { .date_first = NAN, .date_last = NAN }
  ;
  for (guint i = 0; i < self->stacks->len; i++)
    {
      BwStack *stack = bw_build_get_stack (self, i);
      BwJoined *told = &joined[stack->mapped_source];

      *told = stack->joined;
      told->n_rows = stack->n_rows;
      if (stack->lookup_rows != NULL)
        count_looked_up (self, stack, told);
      else
        count_matched (self, stack, told);
      if (stack->mapped->duplicates == BW_DUPLICATES_SUM && bw_stack_is_table (stack))
        told->n_matched += told->n_duplicates; /* they have lent their values to another row */
      find_span (stack, told);
    }
}
