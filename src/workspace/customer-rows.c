/* Which rows of a snapshot are listed, in which order, and where each of them is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/customer-rows.h"

#include "model/matching.h"
#include "workspace/customer-index.h"
#include "workspace/customer-order.h"
#include "workspace/noted.h"

#include <math.h>
#include <string.h>

struct _BwCustomerRows
{
  BwPanel         *panel;
  BwSnapshot      *snapshot;
  BwCustomerIndex *index;
  BwConditions    *where;     /* that have to hold, or NULL */
  guint32         *by_name;   /* all rows in order of name; NULL where that is not known yet */
  double          *changes;   /* by row; NULL until asked for */
  guint32         *in_reach;  /* rows of the segment that are searched for, in order of name; */
  guint            n_in_reach;
  BwPrepared      *prepared;  /* of this, */
  guint            segment;   /* and this; NULL where they have to be found anew */
  guint32         *rows;      /* by position */
  guint            n_rows;
  guint32         *positions; /* by row, BW_NONE where it is not listed; NULL until asked for */
  BwEverybody      everybody;
};

/**
 * bw_customer_rows_new:
 *
 * Returns: (transfer full): the customers of the newest snapshot of @panel, none of them listed
 *   before the first update
 */
BwCustomerRows *
bw_customer_rows_new (BwPanel *panel)
{
  BwCustomerRows *self = g_new0 (BwCustomerRows, 1);
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;

  self->panel = bw_panel_ref (panel);
  self->snapshot = bw_snapshot_ref (bw_panel_get_snapshot (panel, newest));
  self->index = bw_customer_index_new (panel, newest);

  return self;
}

void
bw_customer_rows_free (BwCustomerRows *self)
{
  bw_customer_index_free (self->index);
  bw_snapshot_unref (self->snapshot);
  bw_panel_unref (self->panel);
  g_clear_pointer (&self->where, bw_conditions_free);
  g_free (self->by_name);
  g_free (self->changes);
  g_free (self->in_reach);
  g_clear_pointer (&self->prepared, bw_prepared_unref);
  bw_everybody_forget (&self->everybody);
  g_free (self->rows);
  g_free (self->positions);
  g_free (self);
}

/* Takes all rows in order of name; until then they stand in the order of the file. */
void
bw_customer_rows_take_names (BwCustomerRows *self,
                             guint32        *by_name)
{
  g_free (self->by_name);
  self->by_name = by_name;
  g_clear_pointer (&self->prepared, bw_prepared_unref);
  bw_everybody_forget (&self->everybody);
}

void
bw_customer_rows_search (BwCustomerRows *self,
                         const char     *words)
{
  bw_customer_index_search (self->index, words);
  g_clear_pointer (&self->prepared, bw_prepared_unref);
}

/* Lists only those for whom conditions hold; all where @where is %NULL, or names what is not there. */
void
bw_customer_rows_filter (BwCustomerRows     *self,
                         const BwConditions *where)
{
  g_clear_pointer (&self->where, bw_conditions_free);
  self->where = where != NULL ? bw_conditions_copy (where) : NULL;
  g_clear_pointer (&self->prepared, bw_prepared_unref);
}

/* The history is another: changes through time are worked out anew when they are asked for. */
void
bw_customer_rows_forget_changes (BwCustomerRows *self)
{
  g_clear_pointer (&self->changes, g_free);
  if (self->everybody.ordering.order == BW_ORDER_CHANGE)
    bw_everybody_forget (&self->everybody);
}

static void
find_changes (BwCustomerRows *self,
              BwHistory      *history)
{
  const gsize n = bw_snapshot_get_n_rows (self->snapshot);
  const guint32 *customers = bw_snapshot_get_customers (self->snapshot);

  if (self->changes != NULL || history == NULL)
    return;

  self->changes = g_new (double, MAX (n, 1));
  for (gsize row = 0; row < n; row++)
    self->changes[row] = bw_history_get_trend (history, customers[row]).change;
}

static const double *
get_renewals (BwCustomerRows *self)
{
  const guint column = bw_panel_find_role (self->panel, BW_ROLE_RENEWAL);
  BwColumn *values;

  if (column == BW_NONE)
    return NULL;

  values = bw_snapshot_get_column (self->snapshot, column);

  return bw_column_type_is_coded (bw_column_get_type (values)) ? NULL
                                                               : bw_column_get_numbers (values);
}

/* Finds the rows that no weight brings in or out: those of the segment that are searched for and
 * pass the filter. */
static void
find_in_reach (BwCustomerRows *self,
               BwResults      *results,
               guint           segment)
{
  const guint n = bw_snapshot_get_n_rows (self->snapshot);
  BwPrepared *prepared = bw_results_get_prepared (results);
  g_autofree guint64 *passing = NULL;

  if (self->prepared == prepared && self->segment == segment)
    return;

  g_clear_pointer (&self->prepared, bw_prepared_unref);
  self->prepared = bw_prepared_ref (prepared);
  self->segment = segment;
  if (self->where != NULL)
    passing = bw_conditions_match (self->where, bw_results_get_model (results), self->panel,
                                   bw_panel_get_n_snapshots (self->panel) - 1, NULL);
  g_free (self->in_reach);
  self->in_reach = g_new (guint32, MAX (n, 1));
  self->n_in_reach = 0;
  for (guint i = 0; i < n; i++)
    {
      const guint32 row = self->by_name != NULL ? self->by_name[i] : i;

      if ((segment == BW_ALL_SEGMENTS || bw_prepared_get_segment (prepared, row) == segment) &&
          bw_customer_index_finds (self->index, row) &&
          (passing == NULL || passing[row / 64] >> row % 64 & 1))
        self->in_reach[self->n_in_reach++] = row;
    }
}

/* Fills the listed rows in order of name, the other way round where that is asked for. */
static void
list_rows (BwCustomerRows    *self,
           BwWorkspace       *workspace,
           const BwRowChoice *choice)
{
  BwResults *results = bw_workspace_get_results (workspace);
  const guint32 *customers = bw_snapshot_get_customers (self->snapshot);
  const gboolean backwards = choice->order == BW_ORDER_NAME && choice->descending;

  if (choice->bands == G_MAXUINT && !choice->noted && choice->ready == BW_READY_ALL && !backwards)
    {
      memcpy (self->rows, self->in_reach, self->n_in_reach * sizeof *self->rows);
      self->n_rows = self->n_in_reach;
      return;
    }

  for (guint i = 0; i < self->n_in_reach; i++)
    {
      const guint32 row = self->in_reach[backwards ? self->n_in_reach - 1 - i : i];

      if ((choice->bands == G_MAXUINT || choice->bands >> bw_results_get_band (results, row) & 1) &&
          (!choice->noted || bw_noted_count (workspace, customers[row]) > 0) &&
          bw_ready_list_holds (choice->ready, workspace, row,
                               self->changes != NULL ? self->changes[row] : NAN))
        self->rows[self->n_rows++] = row;
    }
}

static BwOrdering
find_ordering (BwCustomerRows    *self,
               BwWorkspace       *workspace,
               const BwRowChoice *choice)
{
  return (BwOrdering) {
           .order = choice->order,
           .descending = choice->descending,
           .one_segment = bw_workspace_get_segment (workspace) != BW_ALL_SEGMENTS,
           .results = bw_workspace_get_results (workspace),
           .changes = self->changes,
           .renewals = get_renewals (self),
  };
}

/* Whether all customers of all segments would be listed, sorted by what will not change under them. */
static gboolean
leaves_nobody_out (BwCustomerRows    *self,
                   BwWorkspace       *workspace,
                   const BwRowChoice *choice)
{
  return !bw_workspace_get_dragging (workspace) && choice->order != BW_ORDER_NAME &&
         choice->bands == G_MAXUINT && !choice->noted && choice->ready == BW_READY_ALL &&
         self->where == NULL && !bw_customer_index_searches (self->index);
}

/**
 * bw_customer_rows_plan:
 *
 * Returns: (transfer full) (nullable): what a worker is to put in order, so that everybody can be
 *   listed at once when all segments are asked for; %NULL where nothing is to be done, or it can
 *   only be done then
 */
BwAhead *
bw_customer_rows_plan (BwCustomerRows    *self,
                       BwWorkspace       *workspace,
                       const BwRowChoice *choice)
{
  BwOrdering ordering = find_ordering (self, workspace, choice);

  ordering.one_segment = FALSE;
  if (self->by_name == NULL || choice->order == BW_ORDER_CHANGE ||
      !leaves_nobody_out (self, workspace, choice) || bw_everybody_is (&self->everybody, &ordering))
    return NULL;

  ordering.changes = NULL;

  return bw_ahead_new (&ordering, self->snapshot, self->by_name);
}

/**
 * bw_customer_rows_take_everybody:
 * @ahead: as planned, since when names and data are the same
 * @everybody: (transfer full): what came of it
 */
void
bw_customer_rows_take_everybody (BwCustomerRows *self,
                                 const BwAhead  *ahead,
                                 guint32        *everybody)
{
  bw_everybody_keep (&self->everybody, everybody, &ahead->ordering);
}

/**
 * bw_customer_rows_update:
 * @workspace: has results of the panel
 *
 * Lists and orders anew.
 */
void
bw_customer_rows_update (BwCustomerRows    *self,
                         BwWorkspace       *workspace,
                         const BwRowChoice *choice)
{
  BwResults *results = bw_workspace_get_results (workspace);
  const gboolean all = bw_workspace_get_segment (workspace) == BW_ALL_SEGMENTS &&
                       leaves_nobody_out (self, workspace, choice);
  BwOrdering ordering = find_ordering (self, workspace, choice);
  guint32 *sorted;

  bw_customer_rows_clear (self);
  if (all && bw_everybody_is (&self->everybody, &ordering))
    {
      self->n_rows = bw_snapshot_get_n_rows (self->snapshot);
      self->rows = g_memdup2 (self->everybody.rows, self->n_rows * sizeof *self->rows);
      return;
    }

  find_in_reach (self, results, bw_workspace_get_segment (workspace));
  self->rows = g_new (guint32, MAX (self->n_in_reach, 1));
  if (choice->order == BW_ORDER_CHANGE || bw_ready_list_needs_history (choice->ready))
    find_changes (self, bw_workspace_get_history (workspace));
  ordering.changes = self->changes;
  list_rows (self, workspace, choice);
  if (choice->order == BW_ORDER_NAME)
    return;

  sorted = bw_ordering_sort (&ordering, self->rows, self->n_rows);
  g_free (self->rows);
  self->rows = sorted;
  if (all)
    bw_everybody_keep (&self->everybody,
                       g_memdup2 (self->rows, self->n_rows * sizeof *self->rows), &ordering);
}

/* Lists nobody. */
void
bw_customer_rows_clear (BwCustomerRows *self)
{
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->positions, g_free);
  self->n_rows = 0;
}

/* How many there are, listed or not. */
gsize
bw_customer_rows_get_most (const BwCustomerRows *self)
{
  return bw_snapshot_get_n_rows (self->snapshot);
}

guint
bw_customer_rows_get_n (const BwCustomerRows *self)
{
  return self->n_rows;
}

guint
bw_customer_rows_get_row (const BwCustomerRows *self,
                          guint                 position)
{
  return position < self->n_rows ? self->rows[position] : BW_NONE;
}

guint
bw_customer_rows_get_customer (const BwCustomerRows *self,
                               guint                 position)
{
  return position < self->n_rows
         ? bw_snapshot_get_customers (self->snapshot)[self->rows[position]]
         : BW_NONE;
}

/**
 * bw_customer_rows_find:
 *
 * Returns: the position of @customer, or %BW_NONE where it is not listed
 */
guint
bw_customer_rows_find (BwCustomerRows *self,
                       guint           customer)
{
  const gsize n = bw_snapshot_get_n_rows (self->snapshot);
  const guint row = bw_snapshot_find_row (self->snapshot, customer);

  if (row == BW_NONE)
    return BW_NONE;

  if (self->positions == NULL)
    {
      self->positions = g_new (guint32, n);
      memset (self->positions, 0xff, n * sizeof *self->positions); /* BW_NONE */
      for (guint i = 0; i < self->n_rows; i++)
        self->positions[self->rows[i]] = i;
    }

  return self->positions[row];
}
