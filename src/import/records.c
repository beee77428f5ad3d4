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
  gboolean made;      /* from a sheet */
  gsize rescanned;

  struct csv_parser parser;
  gboolean          row_ended;
  GByteArray       *texts; /* fields from libcsv, each with its NUL */

  BwFields fields;
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
  bw_fields_init (&self->fields);
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
  bw_fields_clear (&self->fields);
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

/**
 * bw_records_set_made:
 *
 * To be called where the text was made of a sheet: its quotes are what they seem, and a record counts
 * as one line, as it is a row of the sheet, whatever line ends are in its cells.
 */
void
bw_records_set_made (BwRecords *self)
{
  self->made = TRUE;
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
  bw_fields_add (&self->fields, NULL, length);
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

  for (guint i = 0; i < self->fields.n; i++)
    {
      self->fields.texts[i] = text;
      text += self->fields.lengths[i] + 1;
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

static gboolean
begins_field (const BwRecords *self,
              const char      *start,
              const char      *p)
{
  while (self->dialect.blanks && p > start && p[-1] == ' ')
    p--;

  return !self->parser.quoted && (p == start || p[-1] == self->dialect.delimiter);
}

/* \\ becomes \, and \" inside quotes "", which is how libcsv wants them. Elsewhere \" becomes ", but
 * stays as it is where it begins a field, since it would open a quote there. */
static void
feed_unescaped (BwRecords  *self,
                const char *start,
                const char *end)
{
  const char quotes[2] = { self->dialect.quote, self->dialect.quote };
  const char *p = start, *found = start;

  while ((found = memchr (found, '\\', end - found)) != NULL && found + 1 < end)
    {
      found += 2;
      if (found[-1] != '\\' && found[-1] != quotes[0])
        {
          found--;
          continue;
        }
      feed (self, p, found - 2 - p);
      p = found;
      if (found[-1] == '\\')
        feed (self, found - 1, 1);
      else if (begins_field (self, start, found - 2))
        feed (self, found - 2, 2);
      else
        feed (self, quotes, self->parser.quoted ? 2 : 1);
    }
  feed (self, p, end - p);
}

static void
feed_line (BwRecords    *self,
           const BwLine *line)
{
  if (self->dialect.backslash)
    feed_unescaped (self, line->start, line->end);
  else
    feed (self, line->start, line->end - line->start);

  if (line->next > line->end)
    feed (self, line->end, line->next - line->end);
  else
    feed (self, "\n", 1);
}

/* Whether the record that libcsv made has to be taken back: its quote never closes, or closes
 * where another one opens. */
static gboolean
is_wrong (const BwRecords *self,
          const char      *first,
          gsize            first_length,
          gsize            n_lines)
{
  if (self->made || !self->row_ended)
    return !self->row_ended;

  return n_lines > 1 && self->width > 0
         && (self->fields.n != self->width
             || !bw_is_well_quoted (&self->dialect, first,
                                    bw_linefeed_get_pos (self->lines) - first))
         && bw_count_delimiters (&self->dialect, first, first_length) + 1 == self->width;
}

static void
lies_in (BwRecord   *record,
         const char *text,
         gsize       size)
{
  record->text = text;
  record->size = size;
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

  bw_fields_cut (&self->fields, &self->dialect, &line);
  bw_linefeed_set_pos (self->lines, line.next);
  lies_in (record, line.start, line.end - line.start);
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

  self->fields.n = 0;
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
      lies_in (record, (const char *) self->texts->data, self->texts->len);
      self->line += self->made ? 1 : n_lines;
      return TRUE;
    }
  self->line++;

  return recover (self, start, record, error);
}

/* Whether nothing in a line means more than itself but delimiters. */
static gboolean
is_plain (const BwDialect *dialect,
          const BwLine    *line)
{
  const gsize length = line->end - line->start;

  return (dialect->quote == 0 || memchr (line->start, dialect->quote, length) == NULL)
         && (!dialect->backslash || memchr (line->start, '\\', length) == NULL);
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
  gboolean whole = TRUE;
  BwLine line;

  if (!bw_linefeed_next (self->lines, &keep, &line, error) || line.start == NULL)
    return FALSE;

  record->line = self->line;
  record->unclosed = FALSE;
  if (is_plain (&self->dialect, &line))
    bw_fields_cut (&self->fields, &self->dialect, &line);
  else if (!bw_fields_cut_quoted (&self->fields, &self->dialect, &line))
    whole = FALSE;

  if (whole)
    {
      lies_in (record, line.start, line.end - line.start);
      bw_linefeed_set_pos (self->lines, line.next);
      self->line++;
    }
  else if (!parse (self, line, record, error))
    {
      return FALSE;
    }

  record->fields = (const char *const *) self->fields.texts;
  record->lengths = self->fields.lengths;
  record->n_fields = self->fields.n;

  return TRUE;
}
