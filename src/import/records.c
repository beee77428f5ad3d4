/* UTF-8 text in blocks comes in, records of fields come out, each with the line it begins on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text is taken line by line. A plain line, whose quotes are none or simply stand around whole
 * fields, is cut where it lies, into just what libcsv would make of it. Any other goes to libcsv,
 * with the lines after it for as long as a quote is open. The bytes of such a record stay in reach
 * until it is complete: where the quote turns out never to close, its first line is cut as if it
 * had no quote, and reading goes on behind it. */

#include "import/records.h"

#include <csv.h>
#include <string.h>

#define MAX_RECORD    (16 * 1024 * 1024) /* an open quote that goes further never closes */
#define RESCAN_BUDGET (64 * 1024 * 1024) /* bytes read in vain, after which quotes stay in a line */

struct _BwRecords
{
  BwDialect   dialect;
  BwLinefeed *lines;
  const char *text; /* what is left of a text that is given whole */
  gsize       text_length;

  gsize line;
  guint width;
  gsize rescanned;

  struct csv_parser parser;
  gboolean          row_ended;
  GByteArray       *texts;     /* fields from libcsv, each with its NUL */
  GByteArray       *unescaped;

  char **fields;
  gsize *lengths;
  guint  n_fields;
  guint  size; /* of both arrays */
};

static int
no_space (unsigned char c)
{
  return FALSE;
}

static int
is_space (unsigned char c)
{
  return c == ' ';
}

static gssize
refill_from_text (gpointer user_data,
                  char    *buffer,
                  gsize    size,
                  GError **error)
{
  BwRecords *self = user_data;
  const gsize n = MIN (size, self->text_length);

  if (n > 0)
    memcpy (buffer, self->text, n);
  self->text += n;
  self->text_length -= n;

  return n;
}

static void
start_parser (BwRecords *self)
{
  if (csv_init (&self->parser, 0) != 0)
    g_error ("libcsv refuses to start");
  csv_set_delim (&self->parser, self->dialect.delimiter);
  csv_set_quote (&self->parser, self->dialect.quote);
  csv_set_space_func (&self->parser, self->dialect.blanks ? is_space : no_space);
  csv_set_blk_size (&self->parser, 4096);
}

/**
 * bw_records_new:
 * @refill: gives the text, block by block
 *
 * Returns: (transfer full): a reader at the first record
 */
BwRecords *
bw_records_new (const BwDialect *dialect,
                BwRefillFunc     refill,
                gpointer         user_data)
{
  BwRecords *self = g_new0 (BwRecords, 1);

  self->dialect = *dialect;
  self->lines = bw_linefeed_new (refill, user_data != NULL ? user_data : self);
  self->line = 1;
  self->texts = g_byte_array_new ();
  self->unescaped = g_byte_array_new ();
  self->size = 32;
  self->fields = g_new (char *, self->size);
  self->lengths = g_new (gsize, self->size);
  start_parser (self);

  return self;
}

/**
 * bw_records_new_for_text:
 * @text: must outlive the reader
 *
 * Returns: (transfer full): a reader over a text that is there as a whole
 */
BwRecords *
bw_records_new_for_text (const BwDialect *dialect,
                         const char      *text,
                         gsize            length)
{
  BwRecords *self = bw_records_new (dialect, refill_from_text, NULL);

  self->text = text;
  self->text_length = length;

  return self;
}

void
bw_records_free (BwRecords *self)
{
  csv_free (&self->parser);
  bw_linefeed_free (self->lines);
  g_byte_array_unref (self->texts);
  g_byte_array_unref (self->unescaped);
  g_free (self->fields);
  g_free (self->lengths);
  g_free (self);
}

/**
 * bw_records_set_width:
 * @width: fields of a good record, or 0 where not known
 *
 * A record over several lines that is not that wide, while its first line alone would be, is one
 * with a quote that does not close.
 */
void
bw_records_set_width (BwRecords *self,
                      guint      width)
{
  self->width = width;
}

static void
add_field (BwRecords *self,
           char      *start,
           gsize      length)
{
  if (self->n_fields == self->size)
    {
      self->size *= 2;
      self->fields = g_renew (char *, self->fields, self->size);
      self->lengths = g_renew (gsize, self->lengths, self->size);
    }
  self->fields[self->n_fields] = start;
  self->lengths[self->n_fields++] = length;
}

static void
add_trimmed (BwRecords *self,
             char      *start,
             char      *end)
{
  if (self->dialect.blanks)
    {
      while (start < end && *start == ' ')
        start++;
      while (end > start && end[-1] == ' ')
        end--;
    }
  add_field (self, start, end - start);
}

static void
end_fields (BwRecords *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    self->fields[i][self->lengths[i]] = '\0';
}

/* Cuts a line at its delimiters, whatever quotes there are. */
static void
split (BwRecords    *self,
       const BwLine *line)
{
  const char delimiter = self->dialect.delimiter;
  char *start = line->start;

  self->n_fields = 0;
  if (line->start == line->end)
    return;

  for (char *p = line->start; p < line->end; p++)
    {
      if (*p != delimiter)
        continue;
      add_trimmed (self, start, p);
      start = p + 1;
    }
  add_trimmed (self, start, line->end);
  end_fields (self);
}

/* Cuts a line whose quotes stand around whole fields and nowhere else.
 * Returns: FALSE where libcsv has to look at it; the line is as before then */
static gboolean
split_quoted (BwRecords    *self,
              const BwLine *line)
{
  const char delimiter = self->dialect.delimiter, quote = self->dialect.quote;
  char *p = line->start;

  self->n_fields = 0;
  if (self->dialect.blanks || self->dialect.backslash)
    return FALSE;

  for (;; p++)
    {
      char *start = p;

      if (p < line->end && *p == quote)
        {
          p = memchr (start + 1, quote, line->end - start - 1);
          if (p == NULL || (p + 1 < line->end && p[1] != delimiter))
            return FALSE;
          add_field (self, start + 1, p - start - 1);
          p++;
        }
      else
        {
          while (p < line->end && *p != delimiter && *p != quote)
            p++;
          if (p < line->end && *p == quote)
            return FALSE;
          add_field (self, start, p - start);
        }
      if (p == line->end)
        break;
    }
  end_fields (self);

  return TRUE;
}

static void
field_ended (void  *text,
             size_t length,
             void  *data)
{
  BwRecords *self = data;

  if (length > 0)
    g_byte_array_append (self->texts, text, length);
  g_byte_array_append (self->texts, (const guint8 *) "", 1);
  add_field (self, NULL, length);
}

static void
row_ended (int   c,
           void *data)
{
  BwRecords *self = data;

  self->row_ended = TRUE;
}

static void
take_fields (BwRecords *self)
{
  char *text = (char *) self->texts->data;

  for (guint i = 0; i < self->n_fields; i++)
    {
      self->fields[i] = text;
      text += self->lengths[i] + 1;
    }
}

/* \" becomes "" and \\ becomes \, which is how libcsv wants them. */
static void
unescape (BwRecords    *self,
          const BwLine *line)
{
  g_byte_array_set_size (self->unescaped, 0);
  for (char *p = line->start; p < line->end; p++)
    {
      const gboolean escapes = *p == '\\' && p + 1 < line->end
                               && (p[1] == self->dialect.quote || p[1] == '\\');

      if (escapes)
        p++;
      if (escapes && *p == self->dialect.quote)
        g_byte_array_append (self->unescaped, (const guint8 *) p, 1);
      g_byte_array_append (self->unescaped, (const guint8 *) p, 1);
    }
}

static void
feed (BwRecords  *self,
      const char *text,
      gsize       length)
{
  if (csv_parse (&self->parser, text, length, field_ended, row_ended, self) != length)
    g_error ("libcsv: %s", csv_strerror (csv_error (&self->parser)));
}

static void
feed_line (BwRecords    *self,
           const BwLine *line)
{
  if (self->dialect.backslash)
    {
      unescape (self, line);
      feed (self, (const char *) self->unescaped->data, self->unescaped->len);
    }
  else
    {
      feed (self, line->start, line->end - line->start);
    }

  if (line->next > line->end)
    feed (self, line->end, line->next - line->end);
  else
    feed (self, "\n", 1);
}

/* Whether every quote of a record stands where one should: around fields, or doubled inside. */
static gboolean
is_well_quoted (const BwRecords *self,
                const char      *p,
                const char      *end)
{
  const char delimiter = self->dialect.delimiter, quote = self->dialect.quote;
  gboolean inside = FALSE;

  for (char before = delimiter; p < end; before = *p++)
    {
      if (*p != quote)
        continue;
      if (inside && p + 1 < end && p[1] == quote)
        p++;
      else if (inside ? p + 1 < end && p[1] != delimiter && p[1] != '\n' && p[1] != '\r'
                      : before != delimiter)
        return FALSE;
      else
        inside = !inside;
    }

  return TRUE;
}

static guint
count_delimiters (const BwRecords *self,
                  const char      *text,
                  gsize            length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == self->dialect.delimiter;

  return n;
}

/* Whether the record that libcsv made has to be taken back: its quote never closes, or closes
 * where another one opens. */
static gboolean
is_wrong (const BwRecords *self,
          const char      *first,
          gsize            first_length,
          gsize            n_lines)
{
  if (!self->row_ended)
    return TRUE;

  return n_lines > 1 && self->width > 0
         && (self->n_fields != self->width
             || !is_well_quoted (self, first, bw_linefeed_get_pos (self->lines)))
         && count_delimiters (self, first, first_length) + 1 == self->width;
}

/* Goes back to the start of a record and takes its first line as it stands. */
static gboolean
recover (BwRecords *self,
         char      *start,
         BwRecord  *record,
         GError   **error)
{
  BwLine line;

  csv_free (&self->parser);
  start_parser (self);
  self->rescanned += bw_linefeed_get_pos (self->lines) - start;
  bw_linefeed_set_pos (self->lines, start);
  if (!bw_linefeed_next (self->lines, &start, &line, error))
    return FALSE;

  split (self, &line);
  bw_linefeed_set_pos (self->lines, line.next);
  record->unclosed = TRUE;

  return TRUE;
}

/* A record that begins with @line and needs libcsv. */
static gboolean
parse (BwRecords *self,
       BwLine     line,
       BwRecord  *record,
       GError   **error)
{
  char *start = line.start;
  const gsize first_length = line.end - line.start;
  gsize n_lines = 0;

  self->n_fields = 0;
  g_byte_array_set_size (self->texts, 0);
  self->row_ended = FALSE;

  while (line.start != NULL)
    {
      feed_line (self, &line);
      bw_linefeed_set_pos (self->lines, line.next);
      n_lines++;
      if (self->row_ended || line.next - start > MAX_RECORD || self->rescanned > RESCAN_BUDGET)
        break;
      if (!bw_linefeed_next (self->lines, &start, &line, error))
        return FALSE;
    }

  if (!is_wrong (self, start, first_length, n_lines))
    {
      take_fields (self);
      self->line += n_lines;
      return TRUE;
    }
  self->line++;

  return recover (self, start, record, error);
}

/**
 * bw_records_next:
 * @record: (out): the next record; its fields lie in the reader
 *
 * Returns: whether there is one; %FALSE at the end, and on an error, with @error set
 */
gboolean
bw_records_next (BwRecords *self,
                 BwRecord  *record,
                 GError   **error)
{
  char *keep = bw_linefeed_get_pos (self->lines);
  const char quote = self->dialect.quote;
  gboolean whole = TRUE;
  BwLine line;

  if (!bw_linefeed_next (self->lines, &keep, &line, error) || line.start == NULL)
    return FALSE;

  record->line = self->line;
  record->unclosed = FALSE;
  if (quote == 0 || memchr (line.start, quote, line.end - line.start) == NULL)
    split (self, &line);
  else if (!split_quoted (self, &line))
    whole = FALSE;

  if (whole)
    {
      bw_linefeed_set_pos (self->lines, line.next);
      self->line++;
    }
  else if (!parse (self, line, record, error))
    {
      return FALSE;
    }

  record->fields = (const char *const *) self->fields;
  record->lengths = self->lengths;
  record->n_fields = self->n_fields;

  return TRUE;
}
