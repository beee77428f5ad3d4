/* The first records of a text, each cell with the kind of thing it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/peek.h"

#include "cells/date.h"
#include "cells/number.h"
#include "cells/words.h"
#include "import/formula.h"

#include <string.h>

#define MAX_RECORDS 400 /* of a longer file, unless more are asked for */

/* What a cell is, looked at by itself. */
static BwKind
kind_of (const char *text,
         gsize       length)
{
  BwNumber number;
  BwDate date;
  gboolean value;
  guint32 pairs;

  if (bw_is_blank (text, length) || bw_is_missing_value (text, length))
    return BW_KIND_BLANK;
  if (bw_number_scan (text, length, &number))
    return BW_KIND_NUMBER;
  if (bw_date_scan (text, length, &date))
    return BW_KIND_DATE;

  return bw_flag_scan (text, length, &value, &pairs) ? BW_KIND_FLAG : BW_KIND_TEXT;
}

/**
 * bw_looks_like_year:
 *
 * Returns: whether @text has the length and the first two digits of a year from 1900 to 2099
 */
gboolean
bw_looks_like_year (const char *text,
                    gsize       length)
{
  return length == 4 && (memcmp (text, "19", 2) == 0 || memcmp (text, "20", 2) == 0);
}

/**
 * bw_has_digit:
 *
 * Returns: whether there is an ASCII digit in @text
 */
gboolean
bw_has_digit (const char *text,
              gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_row_init:
 *
 * Makes @row a copy of @record that lasts until bw_row_clear().
 */
void
bw_row_init (BwRow          *row,
             const BwRecord *record)
{
  row->fields = g_new0 (char *, record->n_fields + 1);
  row->kinds = g_new (BwKind, record->n_fields);
  row->n_fields = record->n_fields;
  row->n_filled = row->n_wide = 0;
  row->line = record->line;
  row->wrapped = FALSE;

  for (guint i = 0; i < record->n_fields; i++)
    {
      const char *text = record->fields[i];
      gsize length = record->lengths[i];

      row->wrapped = bw_formula_cell (&text, &length) || row->wrapped;
      row->fields[i] = g_strndup (text, length);
      row->kinds[i] = kind_of (text, length);
      if (bw_is_blank (text, length))
        continue;
      row->n_filled++;
      row->n_wide = i + 1;
    }
}

/**
 * bw_row_copy:
 * @row: (out): gets a copy of its own, to be given to bw_row_clear()
 */
void
bw_row_copy (BwRow       *row,
             const BwRow *other)
{
  *row = *other;
  row->fields = g_strdupv (other->fields);
  row->kinds = g_memdup2 (other->kinds, other->n_fields * sizeof (BwKind));
}

void
bw_row_clear (BwRow *row)
{
  g_clear_pointer (&row->fields, g_strfreev);
  g_clear_pointer (&row->kinds, g_free);
}

/* Behind blanks and a byte order mark. */
static const char *
start_of (const char *text)
{
  while (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    text += 3;
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

static gboolean
is_same_cell (const char *a,
              const char *b)
{
  const gsize n = strlen (a), m = strlen (b);

  if (n == m && memcmp (a, b, n) == 0)
    return TRUE;

  a = start_of (a);
  b = start_of (b);
  while (*a != '\0' && *a == *b)
    a++, b++;

  return bw_is_blank (a, strlen (a)) && bw_is_blank (b, strlen (b));
}

/**
 * bw_row_is_like:
 *
 * Returns: whether both have the same cells, but for blanks around them and empty ones at the end
 */
gboolean
bw_row_is_like (const BwRow *row,
                const BwRow *other)
{
  if (row->n_wide != other->n_wide)
    return FALSE;

  for (guint i = 0; i < row->n_wide; i++)
    {
      if (!is_same_cell (row->fields[i], other->fields[i]))
        return FALSE;
    }

  return TRUE;
}

static void
clear_row (gpointer data)
{
  bw_row_clear (data);
}

/**
 * bw_peek:
 * @head: UTF-8, the start of the text
 * @n_least: how many records are wanted in any case, if there are that many
 *
 * Returns: (transfer full) (element-type BwRow): the first records
 */
GArray *
bw_peek (const BwDialect *dialect,
         GBytes          *head,
         guint            n_least)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (BwRow));
  gsize length;
  const char *text = g_bytes_get_data (head, &length);
  g_autoptr(BwRecords) records = bw_records_new_for_text (dialect, text, length);
  BwRecord record;

  g_array_set_clear_func (rows, clear_row);
  while (rows->len < MAX (MAX_RECORDS, n_least) && bw_records_next (records, &record, NULL))
    {
      BwRow row;

      bw_row_init (&row, &record);
      g_array_append_val (rows, row);
    }

  return rows;
}

/**
 * bw_peek_at:
 * @rows: (element-type BwRow): from bw_peek()
 * @index: of a record, from 0
 *
 * Returns: (transfer none): what it is like
 */
const BwRow *
bw_peek_at (const GArray *rows,
            guint         index)
{
  return &g_array_index (rows, BwRow, index);
}

/**
 * bw_peek_width:
 *
 * Returns: the number of fields that most records have, the greater one of two alike
 */
guint
bw_peek_width (const GArray *rows)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint best = 0, best_count = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const guint width = bw_peek_at (rows, i)->n_fields;
      guint count;

      if (width == 0)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (width))) + 1;
      g_hash_table_insert (counts, GUINT_TO_POINTER (width), GUINT_TO_POINTER (count));
      if (count > best_count || (count == best_count && width > best))
        {
          best = width;
          best_count = count;
        }
    }

  return MAX (best, 1);
}
