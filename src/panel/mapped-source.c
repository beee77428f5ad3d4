/* One kind of file in a mapping: copying, clearing and finding its parts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapped-source.h"

#include <string.h>

static void
copy_columns (const BwMappedSource *from,
              BwMappedSource       *to)
{
  to->columns = g_new0 (BwMappedColumn, MAX (from->n_columns, 1));
  for (guint i = 0; i < from->n_columns; i++)
    {
      to->columns[i].header = g_strdup (from->columns[i].header);
      to->columns[i].role = from->columns[i].role;
      to->columns[i].reason = g_strdup (from->columns[i].reason);
      to->columns[i].remark = g_strdup (from->columns[i].remark);
      to->columns[i].aliases = g_strdupv (from->columns[i].aliases);
    }
}

static void
copy_events (const BwMappedSource *from,
             BwMappedSource       *to)
{
  to->events = g_new0 (BwEventColumn, MAX (from->n_events, 1));
  for (guint i = 0; i < from->n_events; i++)
    {
      to->events[i] = from->events[i];
      to->events[i].name = g_strdup (from->events[i].name);
      to->events[i].column = g_strdup (from->events[i].column);
    }
}

/**
 * bw_mapped_source_copy:
 * @to: (out): owns all it points to
 */
void
bw_mapped_source_copy (const BwMappedSource *from,
                       BwMappedSource       *to)
{
  *to = *from;
  to->id = g_strdup (from->id);
  to->pattern = g_strdup (from->pattern);
  to->reading = from->reading != NULL ? bw_reading_copy (from->reading) : NULL;
  to->join = g_strdup (from->join);
  to->via = g_strdup (from->via);
  to->via_column = g_strdup (from->via_column);
  to->join_more = g_strdupv (from->join_more);
  copy_columns (from, to);
  copy_events (from, to);
}

static void
clear_event (BwEventColumn *event)
{
  g_free (event->name);
  g_free (event->column);
}

void
bw_mapped_source_clear_events (BwMappedSource *self)
{
  for (guint i = 0; i < self->n_events; i++)
    clear_event (&self->events[i]);
  self->n_events = 0;
}

void
bw_mapped_source_clear (BwMappedSource *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].header);
      g_free (self->columns[i].reason);
      g_free (self->columns[i].remark);
      g_strfreev (self->columns[i].aliases);
    }
  bw_mapped_source_clear_events (self);
  g_clear_pointer (&self->reading, bw_reading_free);
  g_free (self->columns);
  g_free (self->events);
  g_free (self->id);
  g_free (self->pattern);
  g_free (self->join);
  g_free (self->via);
  g_free (self->via_column);
  g_strfreev (self->join_more);
  memset (self, 0, sizeof *self);
}

/**
 * bw_mapped_source_find:
 *
 * Returns: the place of the column of that exact header, or %BW_NONE
 */
guint
bw_mapped_source_find (const BwMappedSource *self,
                       const char           *header)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (g_strcmp0 (self->columns[i].header, header) == 0)
        return i;
    }

  return BW_NONE;
}

/**
 * bw_mapped_source_find_near:
 * @guess: where it most likely is; files of thousands of columns are searched through otherwise
 *
 * Returns: as bw_mapped_source_find()
 */
guint
bw_mapped_source_find_near (const BwMappedSource *self,
                            const char           *header,
                            guint                 guess)
{
  if (guess < self->n_columns && g_strcmp0 (self->columns[guess].header, header) == 0)
    return guess;

  return bw_mapped_source_find (self, header);
}

/**
 * bw_mapped_source_find_role:
 *
 * Returns: (nullable) (transfer none): the first column that has @role
 */
const BwMappedColumn *
bw_mapped_source_find_role (const BwMappedSource *self,
                            BwRole                role)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i].role == role)
        return &self->columns[i];
    }

  return NULL;
}

/**
 * bw_mapped_source_count_keys:
 *
 * Returns: of how many columns its key is made; 0 where the row number is the key
 */
guint
bw_mapped_source_count_keys (const BwMappedSource *self)
{
  if (self->join == NULL)
    return 0;

  return 1 + (self->join_more != NULL ? g_strv_length (self->join_more) : 0);
}

/**
 * bw_mapped_column_find:
 * @guess: where it most likely is; files of thousands of columns are searched through otherwise
 *
 * Returns: the column of @table that has the header, or else one of the aliases, or %BW_NONE
 */
guint
bw_mapped_column_find (const BwMappedColumn *self,
                       const BwTable        *table,
                       guint                 guess)
{
  guint found;

  if (guess < bw_table_get_n_columns (table) &&
      g_str_equal (bw_column_get_name (bw_table_get_column (table, guess)), self->header))
    return guess;

  found = bw_table_find_column (table, self->header);
  for (guint i = 0; found == BW_NONE && self->aliases != NULL && self->aliases[i] != NULL; i++)
    found = bw_table_find_column (table, self->aliases[i]);

  return found;
}

/**
 * bw_mapped_source_set_role:
 * @reason: (nullable): a sentence for a person
 */
void
bw_mapped_source_set_role (BwMappedSource *self,
                           guint           column,
                           BwRole          role,
                           const char     *reason)
{
  char *copy = g_strdup (reason);

  self->columns[column].role = role;
  g_free (self->columns[column].reason);
  self->columns[column].reason = copy;
}

/**
 * bw_mapped_source_add_event:
 * @name: where the source has an event column of that name already, it gets a number behind it
 * @column: (nullable): what is summed up
 */
void
bw_mapped_source_add_event (BwMappedSource *self,
                            const char     *name,
                            BwAggregate     aggregate,
                            const char     *column,
                            int             window)
{
  g_autofree char *unique = g_strdup (name);
  BwEventColumn *event;
  guint number = 1;

  for (guint i = 0; i < self->n_events; i++)
    {
      if (g_str_equal (self->events[i].name, unique))
        {
          g_free (unique);
          unique = g_strdup_printf ("%s (%u)", name, ++number);
          i = G_MAXUINT; /* from the first again */
        }
    }

  self->events = g_renew (BwEventColumn, self->events, self->n_events + 1);
  event = &self->events[self->n_events++];
  event->name = g_steal_pointer (&unique);
  event->aggregate = aggregate;
  event->column = g_strdup (column);
  event->window = window;
}

/**
 * bw_mapped_source_drop_events:
 *
 * Takes out the event columns that are made of @column.
 */
void
bw_mapped_source_drop_events (BwMappedSource *self,
                              const char     *column)
{
  guint kept = 0;

  for (guint i = 0; i < self->n_events; i++)
    {
      if (g_strcmp0 (self->events[i].column, column) == 0)
        clear_event (&self->events[i]);
      else
        self->events[kept++] = self->events[i];
    }
  self->n_events = kept;
}

/**
 * bw_role_is_single:
 *
 * Returns: whether at most one column of a panel has @role
 */
gboolean
bw_role_is_single (BwRole role)
{
  switch (role)
    {
    case BW_ROLE_NAME:
    case BW_ROLE_SEGMENT:
    case BW_ROLE_MONEY:
    case BW_ROLE_RENEWAL:
    case BW_ROLE_OUTCOME:
    case BW_ROLE_CSM:
      return TRUE;

    case BW_ROLE_KEY:
    case BW_ROLE_DATE:
    case BW_ROLE_METRIC:
    case BW_ROLE_ATTRIBUTE:
    case BW_ROLE_IGNORE:
      return FALSE;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * bw_role_without:
 *
 * Returns: what a column becomes when another one takes its @role
 */
BwRole
bw_role_without (BwRole role)
{
  return role == BW_ROLE_MONEY ? BW_ROLE_METRIC : BW_ROLE_ATTRIBUTE;
}

/**
 * bw_pattern_matches:
 * @pattern: * stands for any text, also for none; all else is compared without regard to case
 */
gboolean
bw_pattern_matches (const char *pattern,
                    const char *file_name)
{
  const char *star = NULL, *retry = NULL;

  while (*file_name != '\0')
    {
      if (*pattern == '*')
        {
          star = pattern++;
          retry = file_name;
        }
      else if (g_ascii_tolower (*pattern) == g_ascii_tolower (*file_name))
        {
          pattern++;
          file_name++;
        }
      else if (star != NULL)
        {
          pattern = star + 1;
          file_name = ++retry;
        }
      else
        {
          return FALSE;
        }
    }
  while (*pattern == '*')
    pattern++;

  return *pattern == '\0';
}

/**
 * bw_pattern_weight:
 *
 * Returns: how much a pattern says: the letters that are not *, and a bit more without any *
 */
gsize
bw_pattern_weight (const char *pattern)
{
  gsize weight = 1;
  gboolean starred = FALSE;

  for (; *pattern != '\0'; pattern++)
    {
      starred |= *pattern == '*';
      weight += 2 * (*pattern != '*');
    }

  return weight + !starred;
}

/**
 * bw_reading_equal:
 * @a: (nullable): leaves everything to inspection
 * @b: (nullable): likewise
 */
gboolean
bw_reading_equal (const BwReading *a,
                  const BwReading *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (g_strcmp0 (a->encoding, b->encoding) != 0 || a->delimiter != b->delimiter ||
      a->quote != b->quote || a->header != b->header || a->decimal != b->decimal ||
      a->date_order != b->date_order || a->n_forced != b->n_forced ||
      g_strcmp0 (a->sheet, b->sheet) != 0 || a->header_rows != b->header_rows ||
      a->first_row != b->first_row)
    return FALSE;

  for (guint i = 0; i < a->n_forced; i++)
    {
      if (a->forced[i].type != b->forced[i].type || a->forced[i].decimal != b->forced[i].decimal ||
          a->forced[i].date_order != b->forced[i].date_order ||
          g_strcmp0 (a->forced[i].column, b->forced[i].column) != 0)
        return FALSE;
    }

  return TRUE;
}
