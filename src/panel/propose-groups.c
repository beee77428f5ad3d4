/* Proposing: files of one kind, which differ by month or region alone, make one group. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/codes.h"
#include "panel/file-name.h"
#include "panel/propose.h"

#include <math.h>
#include <string.h>

/* The headers of @table as they are told by their words alone, each with its place + 1. */
static GHashTable *
squeeze_headers (const BwTable *table)
{
  GHashTable *squeezed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = bw_table_get_n_columns (table); i > 0; i--)
    {
      g_autoptr(BwHeader) header = bw_header_new (bw_column_get_name (bw_table_get_column (table, i - 1)));

      g_hash_table_insert (squeezed, g_strdup (header->squeezed), GUINT_TO_POINTER (i));
    }

  return squeezed;
}

/**
 * bw_table_likeness:
 *
 * Returns: the share of the headers of both that both have; case and gaps do not matter
 */
double
bw_table_likeness (const BwTable *a,
                   const BwTable *b)
{
  const guint n = MAX (bw_table_get_n_columns (a), bw_table_get_n_columns (b));
  g_autoptr(GHashTable) squeezed = NULL;
  guint common = 0;

  for (guint i = 0; i < bw_table_get_n_columns (a); i++)
    {
      const char *name = bw_column_get_name (bw_table_get_column (a, i));
      g_autoptr(BwHeader) header = NULL;

      if (bw_table_find_column (b, name) != BW_NONE)
        {
          common++;
          continue;
        }
      if (squeezed == NULL)
        squeezed = squeeze_headers (b);
      header = bw_header_new (name);
      common += g_hash_table_contains (squeezed, header->squeezed);
    }

  return n == 0 ? 0 : (double) common / n;
}

/* "emea-accounts.csv" and "us-accounts.csv" give "*-accounts.csv"; NULL where too little is left. */
static char *
common_pattern (const char *a,
                const char *b)
{
  const gsize n = MIN (strlen (a), strlen (b));
  gsize head = 0, tail = 0, letters = 0;

  while (head < n && a[head] == b[head])
    head++;
  while (tail < n - head && a[strlen (a) - tail - 1] == b[strlen (b) - tail - 1])
    tail++;
  while (head > 0 && ((guchar) a[head] & 0xc0) == 0x80)
    head--;
  while (tail > 0 && ((guchar) a[strlen (a) - tail] & 0xc0) == 0x80)
    tail--;
  for (gsize i = 0; i < head; i++)
    letters += g_ascii_isalpha (a[i]);
  for (gsize i = strlen (a) - tail; a[i] != '\0' && a[i] != '.'; i++)
    letters += g_ascii_isalpha (a[i]);
  if (letters < 4)
    return NULL;

  return g_strdup_printf ("%.*s*%s", (int) head, a, a + strlen (a) - tail);
}

/* The share of the values of @a that @b has too. */
static double
shared_values (BwColumn *a,
               BwColumn *b)
{
  g_autoptr(BwColumn) codes = bw_column_as_codes (a);
  g_autoptr(BwColumn) others = bw_column_as_codes (b);
  BwDictionary *dictionary = bw_column_get_dictionary (codes);
  const guint32 size = bw_dictionary_size (dictionary);
  guint32 shared = 0;

  for (guint32 code = 0; code < size; code++)
    shared += bw_dictionary_lookup (bw_column_get_dictionary (others),
                                    bw_dictionary_get (dictionary, code)) != BW_NO_CODE;

  return size == 0 ? 0 : (double) shared / size;
}

/* Whether two files with the same columns are two parts of one list, and not two lists: the first
 * column with an id or name in it does not repeat. */
static gboolean
are_parts (BwTable *a,
           BwTable *b)
{
  for (guint i = 0; i < bw_table_get_n_columns (a); i++)
    {
      BwColumn *column = bw_table_get_column (a, i);
      g_autoptr(BwHeader) header = bw_header_new (bw_column_get_name (column));
      const guint other = bw_table_find_column (b, bw_column_get_name (column));

      if (other != BW_NONE && (bw_vocabulary_rank (header, BW_MEANING_CUSTOMER_ID) > 0 ||
                               bw_vocabulary_rank (header, BW_MEANING_CUSTOMER) > 0 ||
                               bw_vocabulary_rank (header, BW_MEANING_ID) > 0))
        return shared_values (column, bw_table_get_column (b, other)) <= 0.05;
    }

  return FALSE;
}

/* Files of the same columns that are called by their dates, each in its own way ("2026-07.csv" and
 * "customers_aug26.csv"), are one history: "*.csv"; NULL where they are not, or that is taken. */
static char *
pattern_of_dates (GPtrArray     *groups,
                  const BwGroup *group,
                  BwSource      *source)
{
  const char *name = bw_source_get_file_name (source);
  const char *ending = strrchr (name, '.');
  const double date = bw_file_name_get_date (name);
  g_autofree char *pattern = g_strconcat ("*", ending, NULL);

  if (ending == NULL || isnan (date))
    return NULL;
  for (guint i = 0; i < group->files->len; i++)
    {
      const char *other = bw_source_get_file_name (g_ptr_array_index (group->files, i));
      const double day = bw_file_name_get_date (other);

      if (isnan (day) || day == date || !g_str_has_suffix (other, ending))
        return NULL;
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const BwGroup *there = g_ptr_array_index (groups, i);

      if (there != group && g_str_equal (there->mapped.pattern, pattern))
        return NULL;
    }

  return g_steal_pointer (&pattern);
}

static BwGroup *
find_group (GPtrArray  *groups,
            BwSource   *source,
            const char *pattern)
{
  BwTable *table = bw_source_get_table (source);

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);
      BwTable *there = group->fixed ? NULL : bw_group_get_newest (group);
      const double alike = there != NULL ? bw_table_likeness (table, there) : 0;
      g_autofree char *common = NULL;

      if (alike >= BW_ALIKE && g_str_equal (group->mapped.pattern, pattern))
        return group;
      if (alike < 1)
        continue;
      common = are_parts (table, there) ? common_pattern (group->mapped.pattern, pattern)
                                        : pattern_of_dates (groups, group, source);
      if (common == NULL)
        continue;
      g_free (group->mapped.pattern);
      group->mapped.pattern = g_steal_pointer (&common);
      return group;
    }

  return NULL;
}

/**
 * bw_propose_id:
 *
 * Gives the group at @at a short id that no group before it has.
 */
void
bw_propose_id (GPtrArray *groups,
               guint      at)
{
  BwGroup *self = g_ptr_array_index (groups, at);
  g_autofree char *plain = g_strdelimit (g_strdup (self->mapped.pattern), "*",
                                         self->files->len > 1 ? ' ' : '-');
  g_autofree char *id = bw_file_name_dup_id (plain);
  guint number = 1;

  self->mapped.id = g_strdup (id);
  for (guint i = 0; i < at; i++)
    {
      const BwGroup *other = g_ptr_array_index (groups, i);

      if (g_str_equal (other->mapped.id, self->mapped.id))
        {
          g_free (self->mapped.id);
          self->mapped.id = g_strdup_printf ("%s-%u", id, ++number);
          i = G_MAXUINT; /* from the first again */
        }
    }
}

/* Bytes of the words that all ids begin with ("ravenstack_" of ravenstack_accounts and
 * ravenstack_tickets), where what is left of each still begins with a letter. */
static gsize
count_common (GPtrArray *groups)
{
  const char *first = groups->len > 1 ? ((BwGroup *) groups->pdata[0])->mapped.id : "";
  gsize common = 0;

  for (gsize length = 1; first[length - 1] != '\0'; length++)
    {
      gboolean all = strchr (" _-.", first[length - 1]) != NULL;

      for (guint i = 0; i < groups->len && all; i++)
        {
          const char *id = ((BwGroup *) groups->pdata[i])->mapped.id;

          all = strncmp (id, first, length) == 0 &&
                g_unichar_isalpha (g_utf8_get_char_validated (id + length, -1));
        }
      if (all)
        common = length;
    }

  return common;
}

/* What all files are called alike says nothing of any of them. */
static void
shorten_ids (GPtrArray *groups)
{
  const gsize common = count_common (groups);

  for (guint i = 0; i < groups->len && common > 0; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);
      char *id = g_strdup (group->mapped.id + common);

      g_free (group->mapped.id);
      group->mapped.id = id;
    }
}

/* The same name in another folder, or the same month with other columns. */
static gboolean
is_taken (GPtrArray  *groups,
          const char *pattern)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const BwGroup *group = g_ptr_array_index (groups, i);

      if (g_str_equal (group->mapped.pattern, pattern))
        return TRUE;
    }

  return FALSE;
}

/* Whether each row of @table says of which day, week or month it is. */
static gboolean
tells_period (const BwTable *table)
{
  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      BwColumn *column = bw_table_get_column (table, i);
      g_autoptr(BwHeader) header = NULL;
      gsize row = 0;

      if (bw_column_get_type (column) != BW_COLUMN_DATE)
        continue;
      header = bw_header_new (bw_column_get_name (column));
      if (bw_vocabulary_rank (header, BW_MEANING_PERIOD) == 0)
        continue;
      while (row < bw_column_get_n_rows (column) && !bw_column_is_missing (column, row))
        row++;
      if (row > 0 && row == bw_column_get_n_rows (column))
        return TRUE;
    }

  return FALSE;
}

/* What the next file of the kind of @source is called too. Where its rows are dated, and its name is not
 * but ends in a number ("month-1.csv"), the number only counts the files. */
static char *
find_pattern (BwSource *source)
{
  const char *name = bw_source_get_file_name (source);
  char *pattern = bw_file_name_dup_pattern (name);
  const char *point = strchr (pattern, '.');
  gsize end = point != NULL ? (gsize) (point - pattern) : strlen (pattern);
  gsize start = end;
  char *numbered;

  while (start > 0 && g_ascii_isdigit (pattern[start - 1]))
    start--;
  if (start == end || start == 0 || strchr (pattern, '*') != NULL ||
      !tells_period (bw_source_get_table (source)))
    return pattern;

  numbered = g_strdup_printf ("%.*s*%s", (int) start, pattern, pattern + end);
  g_free (pattern);

  return numbered;
}

/**
 * bw_propose_group_of:
 * @groups: (element-type BwGroup): gets another one where @source fits none of them
 *
 * Puts @source into the group of its kind.
 */
void
bw_propose_group_of (GPtrArray *groups,
                     BwSource  *source)
{
  const char *name = bw_source_get_file_name (source);
  g_autofree char *pattern = find_pattern (source);
  BwGroup *group = find_group (groups, source, pattern);

  if (group == NULL)
    {
      group = bw_group_new (is_taken (groups, pattern) ? name : pattern);
      g_ptr_array_add (groups, group);
    }
  g_ptr_array_add (group->files, source);
}

/**
 * bw_propose_groups:
 *
 * Returns: (transfer full) (element-type BwGroup): in the order of the files
 */
GPtrArray *
bw_propose_groups (BwSource *const *sources,
                   guint            n_sources)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_group_free);

  for (guint i = 0; i < n_sources; i++)
    bw_propose_group_of (groups, sources[i]);
  for (guint i = 0; i < groups->len; i++)
    {
      bw_group_see (g_ptr_array_index (groups, i));
      bw_propose_id (groups, i);
    }
  shorten_ids (groups);

  return groups;
}
