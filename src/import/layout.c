/* Where in a text the table stands: its header, its first row, its width, the names of its columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles and notes above a table are records with fewer cells than most. The first record that is
 * not like that is the header, unless its cells are like those below it: numbers above numbers,
 * words that come again. */

#include "import/layout.h"

#include "import/date.h"
#include "import/number.h"
#include "import/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_RECORDS 400
#define MAX_TITLES  60  /* records above a header */
#define MAX_BELOW   200 /* records that a header is compared with */

typedef enum
{
  KIND_BLANK,
  KIND_NUMBER,
  KIND_DATE,
  KIND_FLAG,
  KIND_TEXT,
} Kind;

#define N_KINDS (KIND_TEXT + 1)

typedef struct
{
  GStrv fields;
  guint n_fields;
  guint n_filled;
  gsize line;
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_strfreev (row->fields);
}

static Kind
kind_of (const char *text)
{
  const gsize length = strlen (text);
  BwNumber number;
  BwDate date;
  gboolean value;
  guint32 pairs;

  if (bw_is_blank (text, length) || bw_is_missing_value (text, length))
    return KIND_BLANK;
  if (bw_number_scan (text, length, &number))
    return KIND_NUMBER;
  if (bw_date_scan (text, length, &date))
    return KIND_DATE;

  return bw_flag_scan (text, length, &value, &pairs) ? KIND_FLAG : KIND_TEXT;
}

static GArray *
read_rows (const BwDialect *dialect,
           GBytes          *head)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));
  gsize length;
  const char *text = g_bytes_get_data (head, &length);
  g_autoptr(BwRecords) records = bw_records_new_for_text (dialect, text, length);
  BwRecord record;

  g_array_set_clear_func (rows, row_clear);
  while (rows->len < MAX_RECORDS && bw_records_next (records, &record, NULL))
    {
      Row row = { g_new0 (char *, record.n_fields + 1), record.n_fields, 0, record.line };

      for (guint i = 0; i < record.n_fields; i++)
        {
          row.fields[i] = g_strdup (record.fields[i]);
          row.n_filled += !bw_is_blank (record.fields[i], record.lengths[i]);
        }
      g_array_append_val (rows, row);
    }

  return rows;
}

static const Row *
row_at (const GArray *rows,
        guint         i)
{
  return &g_array_index (rows, Row, i);
}

/* The number of fields that most records have, the greater one of two alike. */
static guint
commonest_width (const GArray *rows)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint best = 0, best_count = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const guint width = row_at (rows, i)->n_fields;
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

/* The first record that is no title: as wide as the others, and mostly filled. */
static guint
find_top (const GArray *rows,
          guint         width)
{
  guint first = 0;

  while (first < rows->len && (row_at (rows, first)->n_filled == 0
                               || g_str_has_prefix (row_at (rows, first)->fields[0], "sep=")))
    first++;

  for (guint i = first; i < rows->len && i < first + MAX_TITLES; i++)
    {
      const Row *row = row_at (rows, i);

      if (row->n_filled == 0 || row->n_fields + 1 < width)
        continue;
      if (width <= 2 ? row->n_fields >= width : row->n_filled * 2 >= MIN (row->n_fields, width))
        return i;
    }

  return MIN (first, rows->len - 1);
}

static gboolean
looks_like_year (const char *text)
{
  return strlen (text) == 4 && (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20"));
}

/* For or against a header, by one of its cells and those below it. */
static double
vote (const GArray *rows,
      guint         top,
      guint         column)
{
  const char *name = row_at (rows, top)->fields[column];
  const Kind kind = name[0] != '\0' && name[1] == '\0' && g_ascii_isalpha (name[0])
                    ? KIND_TEXT : kind_of (name); /* "n" is a name, not a no */
  guint counts[N_KINDS] = { 0 }, n = 0, n_same = 0;
  Kind below = KIND_TEXT;

  for (guint i = top + 1; i < rows->len && i <= top + MAX_BELOW; i++)
    {
      const Row *row = row_at (rows, i);

      if (column >= row->n_fields)
        continue;
      counts[kind_of (row->fields[column])]++;
      n_same += strcmp (row->fields[column], name) == 0;
    }
  for (guint k = KIND_NUMBER; k < N_KINDS; k++)
    {
      n += counts[k];
      if (counts[k] > counts[below])
        below = k;
    }

  if (kind == KIND_BLANK)
    return n > 0 && counts[KIND_BLANK] == 0 ? -0.1 : 0.0;
  if (n == 0)
    return kind == KIND_TEXT ? 0.2 : -0.5;
  if (n_same > 0)
    return -1.0;
  if (kind == KIND_TEXT)
    return counts[KIND_TEXT] * 2 > n ? 0.25 : 1.0;
  if (kind == KIND_NUMBER && looks_like_year (name))
    return 0.0;

  return kind == below ? -1.0 : 0.25;
}

static gboolean
is_header (const GArray *rows,
           guint         top)
{
  const Row *row = row_at (rows, top);
  double votes = 0.0;

  for (guint column = 0; column < row->n_fields; column++)
    votes += vote (rows, top, column);

  return votes > 0.0;
}

/* Trimmed, on one line. */
static char *
name_from (const char *cell)
{
  char *name = g_strdup (cell);

  g_strdelimit (name, "\r\n\t", ' ');

  return g_strstrip (name);
}

static char *
unique_name (GHashTable *taken,
             const char *wanted)
{
  char *name = g_strdup (wanted);

  for (guint n = 2; g_hash_table_contains (taken, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", wanted, n);
    }

  return name;
}

static void
name_columns (BwLayout  *self,
              const Row *header)
{
  g_autoptr(GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  const guint shift = header != NULL && header->n_fields + 1 == self->width; /* names of rows */

  for (guint i = 0; i < self->width; i++)
    {
      const gboolean there = header != NULL && i >= shift && i - shift < header->n_fields;
      char *given = name_from (there ? header->fields[i - shift] : "");
      /* TRANSLATORS: the name of a column that has none, with its number */
      g_autofree char *wanted = given[0] != '\0' ? g_strdup (given)
                                                 : g_strdup_printf (_("Column %u"), i + 1);
      char *name = unique_name (taken, wanted);

      g_ptr_array_add (self->given, given);
      g_ptr_array_add (self->names, name);
      g_hash_table_add (taken, name);
    }
}

static guint
filled_width (const Row *row)
{
  guint width = row->n_fields;

  while (width > 0 && bw_is_blank (row->fields[width - 1], strlen (row->fields[width - 1])))
    width--;

  return width;
}

/**
 * bw_layout_find:
 * @head: UTF-8, the start of the text
 *
 * Returns: (transfer full) (nullable): the layout, or %NULL where there is not one record
 */
BwLayout *
bw_layout_find (const BwDialect *dialect,
                const BwReading *reading,
                GBytes          *head)
{
  g_autoptr(GArray) rows = read_rows (dialect, head);
  BwLayout *self;
  const Row *header = NULL;
  guint top;

  if (rows->len == 0)
    return NULL;

  self = g_new0 (BwLayout, 1);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->given = g_ptr_array_new_with_free_func (g_free);
  self->width = commonest_width (rows);
  top = find_top (rows, self->width);
  self->header = BW_HEADER_NONE;
  self->first_row = top;
  if (reading->header >= 0 && (guint) reading->header < rows->len)
    self->header = reading->header;
  else if (reading->header != BW_HEADER_NONE && is_header (rows, top))
    self->header = top;

  if (self->header >= 0)
    {
      header = row_at (rows, self->header);
      self->header_line = header->line;
      self->first_row = self->header + 1;
      self->width = MAX (self->width, filled_width (header));
    }
  name_columns (self, header);

  return self;
}

void
bw_layout_free (BwLayout *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->given);
  g_free (self);
}
