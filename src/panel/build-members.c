/* Building: which customers are in each snapshot, and in which rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A customer is in a snapshot where a dated table has a row of it. Where the table that says who
 * the customers are holds at every snapshot, its customers are in each from their first dated row
 * on, and in all where they have none: who is missing from a month of usage is still a customer,
 * and who came in May was none in March. Without any table a customer is there from its first
 * event on. */

#include "panel/build-members.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
fill_nothing (guint32 *values,
              gsize    n)
{
  memset (values, 0xff, n * sizeof (guint32));
}

/* Two rows of one customer and snapshot: the same twice counts once, else one of them counts.
 * Returns: the row that counts */
static gsize
settle_double (BwBuild *self,
               BwStack *stack,
               gsize    earlier,
               gsize    later)
{
  const char *key = bw_column_get_text (self->keys, stack->customers[later]);
  const gboolean same = bw_stack_same_row (stack, earlier, later);
  const gboolean first = same || stack->mapped->duplicates == BW_DUPLICATES_FIRST;
  g_autofree char *what = NULL;
  gsize line;
  BwSource *file = bw_stack_locate (stack, first ? earlier : later, &line);

  stack->joined.n_duplicates++;
  if (same)
    /* TRANSLATORS: a line's number and a file's name */
    what = g_strdup_printf (_("The same as line %zu of %s, and counted once"), line,
                            bw_source_get_file_name (file));
  else if (first)
    what = g_strdup_printf (_("This customer is there already in line %zu of %s, and that row is used"),
                            line, bw_source_get_file_name (file));
  else
    what = g_strdup_printf (_("This customer is there again in line %zu of %s, and that row is used"),
                            line, bw_source_get_file_name (file));
  bw_stack_set_aside (stack, first ? later : earlier, stack->mapped->join, key, what,
                      BW_PROBLEM_DUPLICATE_KEY, self->report);

  return first ? earlier : later;
}

static void
place_row (BwBuild   *self,
           BwStack   *stack,
           BwPlacing *placing,
           guint32    row)
{
  const guint32 customer = stack->customers[row];

  if (customer == BW_NONE)
    return;
  placing->row_of[customer] = placing->row_of[customer] == BW_NONE ? row :
                              settle_double (self, stack, placing->row_of[customer], row);
}

/* Rows in the order of their snapshots, as they stand within each. */
static void
sort_by_slot (const BwBuild *self,
              const BwStack *stack,
              BwPlacing     *placing)
{
  const guint n_slots = self->dates->len;
  g_autofree gsize *next = NULL;

  placing->order = g_new (guint32, MAX (stack->n_rows, 1));
  placing->starts = g_new0 (gsize, n_slots + 1);
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (stack->slots[row] != BW_NONE && stack->customers[row] != BW_NONE)
        placing->starts[stack->slots[row] + 1]++;
    }
  for (guint slot = 0; slot < n_slots; slot++)
    placing->starts[slot + 1] += placing->starts[slot];
  next = g_memdup2 (placing->starts, (n_slots + 1) * sizeof (gsize));
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (stack->slots[row] != BW_NONE && stack->customers[row] != BW_NONE)
        placing->order[next[stack->slots[row]]++] = row;
    }
}

static void
prepare_placings (BwMaker *maker)
{
  BwBuild *self = maker->build;

  for (guint i = 0; i < self->stacks->len; i++)
    {
      BwStack *stack = bw_build_get_stack (self, i);
      BwPlacing *placing = &maker->placings[i];

      if (stack->mapped->shape == BW_SHAPE_EVENTS || stack->lookup_rows != NULL)
        continue;
      placing->row_of = g_new (guint32, self->n_customers);
      fill_nothing (placing->row_of, self->n_customers);
      if (stack->slots != NULL)
        sort_by_slot (self, stack, placing);
      else
        for (gsize row = 0; row < stack->n_rows; row++)
          place_row (self, stack, placing, row);
    }
}

/* The first snapshot in which each customer has a dated row; BW_NONE where it has none. */
static guint32 *
first_slots (const BwBuild *self)
{
  guint32 *first = g_new (guint32, self->n_customers);

  fill_nothing (first, self->n_customers);
  for (guint i = 0; i < self->stacks->len; i++)
    {
      const BwStack *stack = bw_build_get_stack (self, i);

      for (gsize row = 0; stack->slots != NULL && row < stack->n_rows; row++)
        {
          if (stack->customers[row] != BW_NONE)
            first[stack->customers[row]] = MIN (first[stack->customers[row]], stack->slots[row]);
        }
    }

  return first;
}

/* Without a table: the snapshot in which or before which the first event of each customer is. */
static guint32 *
first_events (const BwBuild *self)
{
  guint32 *first = g_new (guint32, self->n_customers);

  fill_nothing (first, self->n_customers);
  for (guint i = 0; i < self->stacks->len; i++)
    {
      const BwStack *stack = bw_build_get_stack (self, i);

      for (gsize row = 0; row < stack->n_rows; row++)
        {
          const guint32 customer = stack->customers[row];
          guint slot = 0;

          if (customer == BW_NONE)
            continue;
          while (stack->dates != NULL && slot < self->dates->len &&
                 stack->dates[row] > g_array_index (self->dates, double, slot))
            slot++;
          first[customer] = MIN (first[customer], slot);
        }
    }

  return first;
}

static gboolean
has_dated_row (BwMaker *maker,
               guint    slot,
               guint32  customer)
{
  for (guint i = 0; i < maker->build->stacks->len; i++)
    {
      if (maker->placings[i].order != NULL && maker->placings[i].row_of[customer] != BW_NONE)
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_maker_place:
 *
 * Places the rows of the snapshot in @slot, or takes them @away again.
 */
void
bw_maker_place (BwMaker *maker,
                guint    slot,
                gboolean away)
{
  for (guint i = 0; i < maker->build->stacks->len; i++)
    {
      BwStack *stack = bw_build_get_stack (maker->build, i);
      BwPlacing *placing = &maker->placings[i];

      if (placing->order == NULL)
        continue;
      for (gsize j = placing->starts[slot]; j < placing->starts[slot + 1]; j++)
        {
          if (away)
            placing->row_of[stack->customers[placing->order[j]]] = BW_NONE;
          else
            place_row (maker->build, stack, placing, placing->order[j]);
        }
    }
}

/* Months side by side say by their cells since when a customer is there. */
static gboolean
has_month_before (const BwStack *stack,
                  GPtrArray     *columns,
                  guint          slot,
                  guint32        row)
{
  gboolean any = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      const BwMade *made = g_ptr_array_index (columns, i);

      for (guint s = 0; made->months != NULL && s < made->months->len; s++)
        {
          BwColumn *column = g_ptr_array_index (made->months, s);

          if (column == NULL || row >= bw_column_get_n_rows (column) ||
              bw_column_is_missing (column, row))
            continue;
          if (s <= slot)
            return TRUE;
          any = TRUE;
        }
    }

  return !any;
}

/**
 * bw_maker_list_members:
 * @columns: (element-type BwMade): the panel's
 *
 * Says which customers are in the snapshot whose rows are placed.
 */
void
bw_maker_list_members (BwMaker   *maker,
                       GPtrArray *columns,
                       guint      slot)
{
  BwBuild *self = maker->build;
  const guint32 *first = maker->first;
  const BwStack *roster = self->roster == BW_NONE ? NULL : bw_build_get_stack (self, self->roster);
  const gboolean wide = roster != NULL && roster->mapped->shape == BW_SHAPE_WIDE;
  guint32 *members = g_new (guint32, self->n_customers);
  gsize n = 0;

  for (guint32 customer = 0; customer < self->n_customers; customer++)
    {
      gboolean here;

      if (roster == NULL)
        here = first[customer] <= slot;
      else if (roster->slots != NULL)
        here = has_dated_row (maker, slot, customer);
      else
        here = maker->placings[self->roster].row_of[customer] != BW_NONE &&
               (first[customer] == BW_NONE || first[customer] <= slot) &&
               (!wide || has_month_before (roster, columns, slot,
                                           maker->placings[self->roster].row_of[customer]));
      if (here)
        members[n++] = customer;
    }
  maker->members[slot] = members;
  maker->n_members[slot] = n;
}

/**
 * bw_maker_init:
 *
 * Places the rows that hold at every snapshot; what is there twice is reported.
 */
void
bw_maker_init (BwMaker *maker,
               BwBuild *build)
{
  maker->build = build;
  maker->placings = g_new0 (BwPlacing, build->stacks->len);
  maker->members = g_new0 (guint32 *, build->dates->len);
  maker->n_members = g_new0 (gsize, build->dates->len);
  maker->first = build->roster == BW_NONE ? first_events (build) : first_slots (build);
  prepare_placings (maker);
}

void
bw_maker_clear (BwMaker *maker)
{
  for (guint i = 0; i < maker->build->stacks->len; i++)
    {
      g_free (maker->placings[i].row_of);
      g_free (maker->placings[i].order);
      g_free (maker->placings[i].starts);
    }
  for (guint slot = 0; slot < maker->build->dates->len; slot++)
    g_free (maker->members[slot]);
  g_free (maker->placings);
  g_free (maker->first);
  g_free (maker->members);
  g_free (maker->n_members);
}
