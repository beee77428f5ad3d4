/* Building: the snapshots, each with its customers and their values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values are gathered by row numbers, column by column; a column whose rows are the customers in
 * order already is lent as it is. */

#include "panel/build-members.h"

#include <math.h>

/* The row of @stack that tells of @customer; through the source it is looked up from. */
static guint32
find_row (const BwMaker *maker,
          guint          at,
          guint32        customer)
{
  const BwStack *stack = bw_build_get_stack (maker->build, at);
  guint32 row;

  if (stack->lookup_rows == NULL)
    return maker->placings[at].row_of != NULL ? maker->placings[at].row_of[customer] : BW_NONE;
  row = find_row (maker, stack->via, customer);

  return row == BW_NONE ? BW_NONE : stack->lookup_rows[row];
}

static BwColumn *
gather (const char    *name,
        BwColumn      *from,
        const guint32 *rows,
        gsize          n)
{
  const double *numbers = bw_column_get_numbers (from);
  const guint32 *codes = bw_column_get_codes (from);
  g_autoptr(BwColumn) plain = NULL;

  if (codes != NULL)
    {
      guint32 *to = g_new (guint32, MAX (n, 1));

      for (gsize i = 0; i < n; i++)
        to[i] = rows[i] == BW_NONE ? BW_NO_CODE : codes[rows[i]];

      return bw_column_new_codes (name, bw_column_get_type (from), to, n,
                                  bw_column_get_dictionary (from));
    }
  else
    {
      double *to = g_new (double, MAX (n, 1));

      for (gsize i = 0; i < n; i++)
        to[i] = rows[i] == BW_NONE ? NAN : numbers[rows[i]];
      plain = bw_column_new_numbers (name, bw_column_get_type (from), to, n);
    }

  return bw_column_with_currency (plain, bw_column_get_currency (from));
}

static BwColumn *
missing_numbers (const char  *name,
                 BwColumnType type,
                 gsize        n)
{
  double *numbers = g_new (double, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    numbers[i] = NAN;

  return bw_column_new_numbers (name, type, numbers, n);
}

static gboolean
is_identity (const guint32 *rows,
             gsize          n,
             gsize          n_rows)
{
  if (n != n_rows)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (rows[i] != i)
        return FALSE;
    }

  return TRUE;
}

/* Which rows of each stack the snapshot takes, found once a stack. */
typedef struct
{
  guint32 **rows;
  gboolean *identity;
} Taken;

static void
take_rows (const BwMaker *maker,
           guint          slot,
           Taken         *taken)
{
  const guint n = maker->build->stacks->len;

  taken->rows = g_new0 (guint32 *, n);
  taken->identity = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    {
      const BwStack *stack = bw_build_get_stack (maker->build, i);

      if (stack->mapped->shape == BW_SHAPE_EVENTS)
        continue;
      taken->rows[i] = g_new (guint32, MAX (maker->n_members[slot], 1));
      for (gsize j = 0; j < maker->n_members[slot]; j++)
        taken->rows[i][j] = find_row (maker, i, maker->members[slot][j]);
      taken->identity[i] = is_identity (taken->rows[i], maker->n_members[slot], stack->n_rows);
    }
}

static void
taken_clear (const BwMaker *maker,
             Taken         *taken)
{
  for (guint i = 0; i < maker->build->stacks->len; i++)
    g_free (taken->rows[i]);
  g_free (taken->rows);
  g_free (taken->identity);
}

static BwColumn *
make_column (const BwMaker *maker,
             const Taken   *taken,
             const BwMade  *made,
             guint          slot)
{
  BwColumn *from = made->months != NULL ? g_ptr_array_index (made->months, slot) : made->column;
  const gsize n = maker->n_members[slot];

  if (from == NULL)
    return missing_numbers (made->info.name, made->info.type, n);
  if (taken->identity[made->stack])
    return bw_column_with_name (from, made->info.name);

  return gather (made->info.name, from, taken->rows[made->stack], n);
}

/* The columns of one snapshot but for those that need all snapshots; those stay NULL. */
static GPtrArray *
make_columns (const BwMaker *maker,
              GPtrArray     *columns,
              guint          slot)
{
  GPtrArray *made = g_ptr_array_new ();
  Taken taken;

  take_rows (maker, slot, &taken);
  for (guint i = 0; i < columns->len; i++)
    {
      const BwMade *one = g_ptr_array_index (columns, i);

      g_ptr_array_add (made, one->event != NULL || one->vanished ? NULL :
                       make_column (maker, &taken, one, slot));
    }
  taken_clear (maker, &taken);

  return made;
}

/* Sums of events for all snapshots at once, put where make_columns() left a gap. */
static gboolean
add_events (const BwMaker *maker,
            GPtrArray     *columns,
            GPtrArray     *by_slot,
            GCancellable  *cancellable,
            GError       **error)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const BwMade *one = g_ptr_array_index (columns, i);
      g_autoptr(GPtrArray) values = NULL;

      if (one->event == NULL)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      bw_build_order_events (maker->build, bw_build_get_stack (maker->build, one->stack));
      values = bw_build_event_column (maker->build, one, maker->members, maker->n_members);
      for (guint slot = 0; slot < by_slot->len; slot++)
        ((GPtrArray *) by_slot->pdata[slot])->pdata[i] = values->pdata[slot];
    }

  return TRUE;
}

/* Since when customers are gone, put where make_columns() left a gap. */
static void
add_vanished (const BwMaker *maker,
              GPtrArray     *columns,
              GPtrArray     *by_slot)
{
  g_autofree double *vanished = bw_maker_find_vanished (maker);

  for (guint i = 0; i < columns->len; i++)
    {
      const BwMade *one = g_ptr_array_index (columns, i);

      for (guint slot = 0; slot < by_slot->len && one->vanished; slot++)
        {
          const gsize n = maker->n_members[slot];
          double *dates = g_new (double, MAX (n, 1));

          for (gsize j = 0; j < n; j++)
            dates[j] = vanished[maker->members[slot][j]];
          ((GPtrArray *) by_slot->pdata[slot])->pdata[i] =
            bw_column_new_numbers (one->info.name, BW_COLUMN_DATE, dates, n);
        }
    }
}

static void
columns_free (GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    g_clear_pointer ((BwColumn **) &columns->pdata[i], bw_column_unref);
  g_ptr_array_unref (columns);
}

static GPtrArray *
wrap_snapshots (const BwMaker *maker,
                GPtrArray     *by_slot)
{
  GPtrArray *snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_snapshot_unref);

  for (guint slot = 0; slot < by_slot->len; slot++)
    {
      GPtrArray *columns = g_ptr_array_index (by_slot, slot);
      const gsize n = maker->n_members[slot];
      g_autoptr(BwTable) table = NULL;

      if (n == 0)
        continue;
      table = bw_table_new ((BwColumn **) columns->pdata, columns->len, n);
      g_ptr_array_add (snapshots,
                       bw_snapshot_new (g_array_index (maker->build->dates, double, slot), table,
                                        g_steal_pointer (&maker->members[slot])));
    }

  return snapshots;
}

/**
 * bw_build_snapshots:
 * @columns: (element-type BwMade): the panel's
 *
 * Returns: (transfer full) (element-type BwSnapshot): oldest first, or %NULL where cancelled
 */
GPtrArray *
bw_build_snapshots (BwBuild      *self,
                    GPtrArray    *columns,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr(GPtrArray) by_slot = g_ptr_array_new_with_free_func ((GDestroyNotify) columns_free);
  GPtrArray *snapshots = NULL;
  gboolean good = TRUE;
  BwMaker maker;

  bw_maker_init (&maker, self);
  for (guint slot = 0; good && slot < self->dates->len; slot++)
    {
      good = !g_cancellable_set_error_if_cancelled (cancellable, error);
      bw_maker_place (&maker, slot, FALSE);
      bw_maker_list_members (&maker, columns, slot);
      g_ptr_array_add (by_slot, make_columns (&maker, columns, slot));
      bw_maker_place (&maker, slot, TRUE);
    }
  if (good && add_events (&maker, columns, by_slot, cancellable, error))
    {
      add_vanished (&maker, columns, by_slot);
      snapshots = wrap_snapshots (&maker, by_slot);
    }
  bw_maker_clear (&maker);

  return snapshots;
}
