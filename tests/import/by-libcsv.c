/* Records as they ought to be: made by libcsv alone, and by three rules where we differ. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libcsv is fed line by line. The rules are:
 *
 * 1. A blank line is a record without fields, where libcsv tells nothing. Where blanks around fields
 *    belong to the dialect, a line of nothing else is blank.
 * 2. A record is taken back where its quote is still open at the end of the text. Its first line is
 *    then cut at every delimiter, quotes and all, and libcsv starts anew behind that line. Where the
 *    width of the table is known, the same is done with a record over several lines whose first line
 *    alone has as many fields as the table is wide, if the record has not, or if one of its quotes
 *    stands neither beside a delimiter or line end (blanks of the dialect aside) nor doubled, nor
 *    behind a backslash inside quotes where that takes its meaning away.
 * 3. Where a backslash takes a quote's meaning away, \\ is given to libcsv as \, and \" as "" inside
 *    quotes and as " elsewhere, but as it stands where it begins a field.
 *
 * A line ends in LF, CR LF, CR CR LF or CR. */

#include "by-libcsv.h"

#include <csv.h>
#include <string.h>

typedef struct
{
  struct csv_parser parser;
  const BwDialect  *dialect;
  guint             width;
  GString          *row;      /* the record at hand */
  guint             n_fields;
  gboolean          ended;
  GString          *made;     /* all records: <field><field>⏎ */
  guint             n_taken_back;
} Expected;

static int
is_no_space (unsigned char c)
{
  return FALSE;
}

static int
is_space (unsigned char c)
{
  return c == ' ';
}

void
bw_test_add_field (GString    *row,
                   const char *text,
                   gsize       length)
{
  g_string_append_c (row, '<');
  g_string_append_len (row, text, length);
  g_string_append_c (row, '>');
}

static void
field_ended (void  *text,
             size_t length,
             void  *data)
{
  Expected *self = data;

  bw_test_add_field (self->row, text != NULL ? text : "", length);
  self->n_fields++;
}

static void
row_ended (int   c,
           void *data)
{
  Expected *self = data;

  self->ended = TRUE;
}

static void
start_parser (Expected *self)
{
  g_assert_cmpint (csv_init (&self->parser, 0), ==, 0);
  csv_set_delim (&self->parser, self->dialect->delimiter);
  csv_set_quote (&self->parser, self->dialect->quote);
  csv_set_space_func (&self->parser, self->dialect->blanks ? is_space : is_no_space);
  g_string_truncate (self->row, 0);
  self->n_fields = 0;
  self->ended = FALSE;
}

static const char *
line_end (const char *p,
          const char *end)
{
  while (p < end && *p != '\n' && *p != '\r')
    p++;

  return p;
}

static const char *
next_line (const char *p,
           const char *end)
{
  static const char *const ends[] = { "\r\r\n", "\r\n", "\r", "\n" };

  p = line_end (p, end);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const gsize n = strlen (ends[i]);

      if ((gsize) (end - p) >= n && memcmp (p, ends[i], n) == 0)
        return p + n;
    }

  return p;
}

/* Rule 3: how often the quote behind a backslash is fed; 0 where it stays as it stands. */
static guint
times_of_quote (const Expected *self,
                const char     *line,
                const char     *p)
{
  if (self->parser.quoted)
    return 2;
  while (self->dialect->blanks && p > line && p[-1] == ' ')
    p--;

  return p == line || p[-1] == self->dialect->delimiter ? 0 : 1;
}

/* Feeds a line, rule 3 heeded. */
static void
feed (Expected   *self,
      const char *line,
      const char *end)
{
  for (const char *p = line; p < end; p++)
    {
      const gboolean escapes = self->dialect->backslash && *p == '\\' && p + 1 < end;
      guint n = 1;

      if (escapes && p[1] == '\\')
        {
          p++;
        }
      else if (escapes && p[1] == self->dialect->quote)
        {
          n = times_of_quote (self, line, p);
          if (n == 0)
            csv_parse (&self->parser, p, 1, field_ended, row_ended, self);
          n = MAX (n, 1);
          p++;
        }
      for (; n > 0; n--)
        csv_parse (&self->parser, p, 1, field_ended, row_ended, self);
    }
}

/* Rule 2: whether a field begins at @p. */
static gboolean
is_start (const Expected *self,
          const char     *record,
          const char     *p)
{
  while (self->dialect->blanks && p > record && p[-1] == ' ')
    p--;

  return p == record || p[-1] == self->dialect->delimiter;
}

/* Rule 2: whether a field may end before @p. */
static gboolean
is_end (const Expected *self,
        const char     *p,
        const char     *end)
{
  return p == end || *p == '\r' || *p == '\n' || *p == self->dialect->delimiter
         || (self->dialect->blanks && *p == ' ');
}

/* Rule 2: whether the quotes of a record stand where they should. */
static gboolean
is_well_quoted (const Expected *self,
                const char     *record,
                const char     *end)
{
  gboolean inside = FALSE;

  for (const char *p = record; p < end; p++)
    {
      if (inside && self->dialect->backslash && *p == '\\')
        p++;
      else if (*p != self->dialect->quote)
        continue;
      else if (inside && p + 1 < end && p[1] == self->dialect->quote)
        p++;
      else if (inside ? is_end (self, p + 1, end) : is_start (self, record, p))
        inside = !inside;
      else
        return FALSE;
    }

  return TRUE;
}

static guint
count_delimiters (const Expected *self,
                  const char     *p,
                  const char     *end)
{
  guint n = 0;

  for (; p < end; p++)
    n += *p == self->dialect->delimiter;

  return n;
}

/* Rule 2: whether the record from @start, of several lines or unended, is to be taken back. */
static gboolean
is_wrong (const Expected *self,
          const char     *start,
          const char     *end,
          const char     *text_end)
{
  if (!self->ended)
    return TRUE;
  if (self->width == 0 || next_line (start, text_end) >= end)
    return FALSE;

  return (self->n_fields != self->width || !is_well_quoted (self, start, end))
         && count_delimiters (self, start, line_end (start, end)) + 1 == self->width;
}

/* Rule 2: a line cut at every delimiter. */
static void
cut_line (Expected   *self,
          const char *p,
          const char *end)
{
  for (const char *start = p;; p++)
    {
      const char *field_end = p;

      if (p < end && *p != self->dialect->delimiter)
        continue;
      while (self->dialect->blanks && start < field_end && *start == ' ')
        start++;
      while (self->dialect->blanks && start < field_end && field_end[-1] == ' ')
        field_end--;
      bw_test_add_field (self->made, start, field_end - start);
      if (p == end)
        return;
      start = p + 1;
    }
}

/* Rule 1: whether a line is blank. */
static gboolean
is_blank (const Expected *self,
          const char     *p,
          const char     *end)
{
  while (self->dialect->blanks && p < end && *p == ' ')
    p++;

  return p == end;
}

/* One record from @start on; returns where the next one begins. */
static const char *
expect_record (Expected   *self,
               const char *start,
               const char *text_end)
{
  const char *p = start;

  start_parser (self);
  while (p < text_end && !self->ended)
    {
      const char *end = line_end (p, text_end), *next = next_line (p, text_end);

      feed (self, p, end);
      csv_parse (&self->parser, next > end ? end : "\n", 1, field_ended, row_ended, self);
      if (!self->ended) /* inside quotes every byte of the line end counts */
        csv_parse (&self->parser, end + 1, next > end ? next - end - 1 : 0, field_ended, row_ended,
                   self);
      p = next;
    }
  csv_free (&self->parser);

  if (!is_wrong (self, start, p, text_end))
    {
      g_string_append_len (self->made, self->row->str, self->row->len);
      return p;
    }
  self->n_taken_back++;
  cut_line (self, start, line_end (start, text_end));

  return next_line (start, text_end);
}

/* All records of a text: <field><field>⏎. @n_taken_back is raised by how often rule 2 was used. */
char *
bw_test_by_libcsv (const BwDialect *dialect,
                   guint            width,
                   const char      *text,
                   gsize            length,
                   guint           *n_taken_back)
{
  Expected self = { .dialect = dialect, .width = width };
  const char *end = text + length;

  self.row = g_string_new (NULL);
  self.made = g_string_new (NULL);
  for (const char *p = text; p < end;)
    {
      if (is_blank (&self, p, line_end (p, end)))
        p = next_line (p, end);
      else
        p = expect_record (&self, p, end);
      g_string_append_c (self.made, '\n');
    }
  g_string_free (self.row, TRUE);
  *n_taken_back += self.n_taken_back;

  return g_string_free (self.made, FALSE);
}
