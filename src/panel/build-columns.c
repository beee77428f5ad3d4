/* Building: which columns the panel has, and how they are called. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column keeps its header; where two sources have it, both get their source's id before it. */

#include "panel/build-parts.h"
#include "panel/vocabulary.h"

static void
made_free (BwMade *self)
{
  g_free ((char *) self->info.name);
  if (self->months != NULL)
    g_ptr_array_unref (self->months);
  g_free (self);
}

static BwMade *
add (BwBuild    *self,
     GPtrArray  *made,
     guint       stack,
     const char *name,
     BwColumn   *column,
     BwRole      role)
{
  BwMade *one = g_new0 (BwMade, 1);

  one->info.name = g_strdup (name);
  one->info.source = bw_stack_get_title (bw_build_get_stack (self, stack));
  one->info.role = role;
  one->stack = stack;
  one->column = column;
  if (column != NULL)
    {
      one->info.type = bw_column_get_type (column);
      one->info.currency = bw_column_get_currency (column);
    }
  g_ptr_array_add (made, one);

  return one;
}

/* One month of a quantity: the first makes the column, the others join it. */
static void
add_month (BwBuild    *self,
           GPtrArray  *made,
           guint       stack,
           const char *stem,
           double      date,
           BwColumn   *column,
           BwRole      role)
{
  const char *name = *stem != '\0' ? stem : bw_build_get_stack (self, stack)->mapped->id;
  const guint slot = bw_build_find_slot (self, date);
  BwMade *one = NULL;

  for (guint i = 0; i < made->len && one == NULL; i++)
    {
      BwMade *other = g_ptr_array_index (made, i);

      if (other->stack == stack && other->months != NULL && g_str_equal (other->info.name, name))
        one = other;
    }
  if (one == NULL)
    {
      one = add (self, made, stack, name, column, role);
      one->months = g_ptr_array_new ();
      g_ptr_array_set_size (one->months, self->dates->len);
    }
  if (slot != BW_NONE && bw_column_get_numbers (column) != NULL)
    one->months->pdata[slot] = column;
}

static void
add_plain (BwBuild   *self,
           GPtrArray *made,
           guint      at)
{
  const BwStack *stack = bw_build_get_stack (self, at);

  for (guint i = 0; i < stack->mapped->n_columns; i++)
    {
      const BwMappedColumn *mapped = &stack->mapped->columns[i];
      BwColumn *column = g_ptr_array_index (stack->columns, i);
      const BwWideColumn *wide = stack->wide != NULL ? &stack->wide->columns[i] : NULL;

      if (column == NULL || mapped->role == BW_ROLE_NAME || mapped->role == BW_ROLE_KEY)
        continue;
      if (wide != NULL && wide->stem != NULL)
        add_month (self, made, at, wide->stem, wide->date, column, mapped->role);
      else
        add (self, made, at, mapped->header, column, mapped->role);
    }
}

static BwColumnType
type_of_event (BwAggregate aggregate,
               BwColumn   *column)
{
  const BwColumnType type = column != NULL ? bw_column_get_type (column) : BW_COLUMN_NUMBER;

  switch (aggregate)
    {
    case BW_AGGREGATE_SUM:
    case BW_AGGREGATE_MEAN:
      if (type == BW_COLUMN_PERCENT && aggregate == BW_AGGREGATE_MEAN)
        return type;
      return type == BW_COLUMN_MONEY ? type : BW_COLUMN_NUMBER;

    case BW_AGGREGATE_MIN:
    case BW_AGGREGATE_MAX:
      return bw_column_type_is_coded (type) ? BW_COLUMN_NUMBER : type;

    case BW_AGGREGATE_LAST:
      return type;

    case BW_AGGREGATE_COUNT:
    case BW_AGGREGATE_DISTINCT:
    case BW_AGGREGATE_DAYS_SINCE_LAST:
      return BW_COLUMN_NUMBER;

    default:
      g_return_val_if_reached (BW_COLUMN_NUMBER);
    }
}

/* Whether the column has the days on which customers left, which are no metric. */
static gboolean
is_end (BwColumn   *column,
        const char *name)
{
  const BwColumnType type = bw_column_get_type (column);
  g_autoptr(BwHeader) header = bw_header_new (name);

  return (type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME) &&
         bw_vocabulary_rank (header, BW_MEANING_OUTCOME) > 0;
}

static void
add_events (BwBuild   *self,
            GPtrArray *made,
            guint      at)
{
  const BwStack *stack = bw_build_get_stack (self, at);

  for (guint i = 0; i < stack->mapped->n_events; i++)
    {
      const BwEventColumn *event = &stack->mapped->events[i];
      const guint mapped = event->column != NULL ?
                           bw_mapped_source_find (stack->mapped, event->column) : BW_NONE;
      BwColumn *column = mapped != BW_NONE ? g_ptr_array_index (stack->columns, mapped) : NULL;
      BwRole role = BW_ROLE_METRIC;
      BwMade *one;

      if (column != NULL && event->aggregate == BW_AGGREGATE_LAST &&
          bw_column_get_codes (column) != NULL)
        role = BW_ROLE_ATTRIBUTE;
      else if (mapped != BW_NONE && stack->mapped->columns[mapped].role == BW_ROLE_MONEY)
        role = BW_ROLE_MONEY;
      else if (column != NULL && is_end (column, event->column))
        role = BW_ROLE_ATTRIBUTE;
      one = add (self, made, at, event->name, column, role);
      one->event = event;
      one->info.type = type_of_event (event->aggregate, column);
      if (one->info.type != BW_COLUMN_MONEY)
        one->info.currency = NULL;
    }
}

/* When a customer was gone is an outcome, which no file says. */
static void
add_vanished (BwBuild   *self,
              GPtrArray *made)
{
  BwMade *one = add (self, made, self->roster, "vanished", NULL, BW_ROLE_OUTCOME);

  one->info.type = BW_COLUMN_DATE;
  one->vanished = TRUE;
}

/* Only the first column made of the money is the money at stake. */
static void
keep_one_money (GPtrArray *made)
{
  gboolean had = FALSE;

  for (guint i = 0; i < made->len; i++)
    {
      BwMade *one = g_ptr_array_index (made, i);

      if (one->info.role == BW_ROLE_MONEY && had)
        one->info.role = BW_ROLE_METRIC;
      had |= one->info.role == BW_ROLE_MONEY;
    }
}

static void
rename_made (BwMade *one,
             char   *name)
{
  g_free ((char *) one->info.name);
  one->info.name = name;
}

static void
make_names_unique (BwBuild   *self,
                   GPtrArray *made)
{
  g_autoptr(GHashTable) stacks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < made->len; i++)
    {
      const BwMade *one = g_ptr_array_index (made, i);
      gpointer other;

      if (!g_hash_table_lookup_extended (stacks, one->info.name, NULL, &other))
        g_hash_table_insert (stacks, g_strdup (one->info.name), GUINT_TO_POINTER (one->stack));
      else if (GPOINTER_TO_UINT (other) != one->stack)
        g_hash_table_insert (stacks, g_strdup (one->info.name), GUINT_TO_POINTER (BW_NONE));
    }

  for (guint i = 0; i < made->len; i++)
    {
      BwMade *one = g_ptr_array_index (made, i);
      guint number = 2;
      g_autofree char *plain = NULL;

      if (GPOINTER_TO_UINT (g_hash_table_lookup (stacks, one->info.name)) == BW_NONE)
        rename_made (one, g_strdup_printf ("%s.%s", bw_build_get_stack (self, one->stack)->mapped->id,
                                           one->info.name));
      plain = g_strdup (one->info.name);
      while (g_hash_table_contains (taken, one->info.name))
        rename_made (one, g_strdup_printf ("%s (%u)", plain, number++));
      g_hash_table_add (taken, g_strdup (one->info.name));
    }
}

/**
 * bw_build_columns:
 *
 * Returns: (transfer full) (element-type BwMade): the panel's columns, source by source
 */
GPtrArray *
bw_build_columns (BwBuild *self)
{
  GPtrArray *made = g_ptr_array_new_with_free_func ((GDestroyNotify) made_free);

  for (guint i = 0; i < self->stacks->len; i++)
    {
      if (bw_build_get_stack (self, i)->mapped->shape == BW_SHAPE_EVENTS)
        add_events (self, made, i);
      else
        add_plain (self, made, i);
    }
  if (bw_mapping_get_vanished (self->mapping) && self->roster != BW_NONE)
    add_vanished (self, made);
  keep_one_money (made);
  make_names_unique (self, made);

  return made;
}
