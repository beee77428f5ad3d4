/* UTF-8 text in blocks comes in, records of fields come out, each with the line it begins on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text is taken line by line. A line without a quote is a record, and is cut at its delimiters
 * where it lies; any other goes to libcsv, with the lines after it for as long as a quote is open.
 * The bytes of such a record stay in the buffer until it is complete: where the quote turns out
 * never to close, its first line is cut as if it had no quote, and reading goes on behind it. */

#include "import/records.h"

#include <csv.h>
#include <string.h>

#define BUFFER_SIZE   (256 * 1024)
#define MAX_RECORD    (16 * 1024 * 1024) /* an open quote that goes further never closes */
#define RESCAN_BUDGET (64 * 1024 * 1024) /* bytes read in vain, after which quotes stay in a line */

typedef struct
{
  char  *start;
  char  *end;  /* of the text */
  char  *next; /* behind the line end */
} Line;

struct _BwRecords
{
  BwDialect    dialect;
  BwRefillFunc refill;
  gpointer     user_data;
  const char  *text; /* what is left of a text that is given whole */
  gsize        text_length;

  char    *buffer;
  gsize    size;
  char    *pos;   /* the next line */
  char    *limit; /* behind the last byte */
  char    *lf;    /* the first LF at or behind pos, or limit */
  gboolean lf_known;
  gboolean at_end;

  gsize line;
  guint width;
  gsize rescanned;

  struct csv_parser parser;
  gboolean          row_ended;
  GByteArray       *texts;     /* fields from libcsv, each with its NUL */
  GByteArray       *unescaped;
  GPtrArray        *fields;
  GArray           *lengths; /* of gsize */
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
  self->refill = refill;
  self->user_data = user_data;
  self->size = BUFFER_SIZE;
  self->buffer = g_malloc (self->size + 1);
  self->pos = self->limit = self->buffer;
  self->line = 1;
  self->texts = g_byte_array_new ();
  self->unescaped = g_byte_array_new ();
  self->fields = g_ptr_array_new ();
  self->lengths = g_array_new (FALSE, FALSE, sizeof (gsize));
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

  self->user_data = self;
  self->text = text;
  self->text_length = length;

  return self;
}

void
bw_records_free (BwRecords *self)
{
  csv_free (&self->parser);
  g_byte_array_unref (self->texts);
  g_byte_array_unref (self->unescaped);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->lengths);
  g_free (self->buffer);
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

/* Gets more text behind limit; everything from @keep on stays. */
static gboolean
get_more (BwRecords *self,
          char     **keep,
          GError   **error)
{
  const gsize shift = *keep - self->buffer;
  gssize n;

  memmove (self->buffer, *keep, self->limit - *keep);
  self->pos -= shift;
  self->limit -= shift;
  *keep = self->buffer;

  if (self->size - (self->limit - self->buffer) < self->size / 2)
    {
      const gsize pos = self->pos - self->buffer, limit = self->limit - self->buffer;

      self->size *= 2;
      self->buffer = g_realloc (self->buffer, self->size + 1);
      self->pos = self->buffer + pos;
      self->limit = self->buffer + limit;
      *keep = self->buffer;
    }
  self->lf_known = FALSE;

  n = self->refill (self->user_data, self->limit, self->size - (self->limit - self->buffer), error);
  if (n < 0)
    return FALSE;

  self->at_end = n == 0;
  self->limit += n;

  return TRUE;
}

/* The first LF at or behind @from; remembered, so that files without any are not searched again
 * for every line. */
static char *
find_lf (BwRecords *self,
         char      *from)
{
  if (!self->lf_known || self->lf < from)
    {
      self->lf = memchr (from, '\n', self->limit - from);
      if (self->lf == NULL)
        self->lf = self->limit;
      self->lf_known = TRUE;
    }

  return self->lf;
}

/* Finds the line at pos. A line ends in LF, CR LF, CR CR LF or CR.
 * Returns: FALSE where more text is needed to tell */
static gboolean
find_line (BwRecords *self,
           Line      *line)
{
  char *lf = find_lf (self, self->pos);
  char *cr = memchr (self->pos, '\r', lf - self->pos);

  line->start = self->pos;
  if (cr == NULL)
    {
      line->end = lf;
      line->next = lf < self->limit ? lf + 1 : lf;
      return lf < self->limit || self->at_end;
    }

  if (self->limit - cr < 3 && !self->at_end)
    return FALSE;

  line->end = cr;
  if (cr + 1 < self->limit && cr[1] == '\n')
    line->next = cr + 2;
  else if (cr + 2 < self->limit && cr[1] == '\r' && cr[2] == '\n')
    line->next = cr + 3;
  else
    line->next = cr + 1;

  return TRUE;
}

/* The next line, with the text from @keep on still in the buffer.
 * Returns: FALSE on an error; @line->start is %NULL at the end */
static gboolean
next_line (BwRecords *self,
           char     **keep,
           Line      *line,
           GError   **error)
{
  while (!find_line (self, line))
    {
      if (!get_more (self, keep, error))
        return FALSE;
    }
  if (line->start == self->limit)
    line->start = NULL;

  return TRUE;
}

static void
add_field (BwRecords *self,
           char      *start,
           char      *end)
{
  gsize length;

  if (self->dialect.blanks)
    {
      while (start < end && *start == ' ')
        start++;
      while (end > start && end[-1] == ' ')
        end--;
    }
  *end = '\0';
  length = end - start;
  g_ptr_array_add (self->fields, start);
  g_array_append_val (self->lengths, length);
}

/* Cuts a line where it lies. */
static void
split (BwRecords  *self,
       const Line *line)
{
  char *start = line->start;

  g_ptr_array_set_size (self->fields, 0);
  g_array_set_size (self->lengths, 0);
  if (line->start == line->end)
    return;

  for (char *p = line->start; p < line->end; p++)
    {
      if (*p != self->dialect.delimiter)
        continue;
      add_field (self, start, p);
      start = p + 1;
    }
  add_field (self, start, line->end);
}

static void
field_ended (void  *text,
             size_t length,
             void  *data)
{
  BwRecords *self = data;
  const gsize n = length;

  if (n > 0)
    g_byte_array_append (self->texts, text, n);
  g_byte_array_append (self->texts, (const guint8 *) "", 1);
  g_array_append_val (self->lengths, n);
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

  for (guint i = 0; i < self->lengths->len; i++)
    {
      g_ptr_array_add (self->fields, text);
      text += g_array_index (self->lengths, gsize, i) + 1;
    }
}

/* \" becomes "" and \\ becomes \, which is how libcsv wants them. */
static void
unescape (BwRecords  *self,
          const Line *line)
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
feed_line (BwRecords  *self,
           const Line *line)
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

static guint
count_fields (const BwRecords *self,
              const Line      *line)
{
  guint n = 1;

  for (const char *p = line->start; p < line->end; p++)
    n += *p == self->dialect.delimiter;

  return n;
}

/* The record at pos has a quote that never closes: takes its first line as it stands. */
static gboolean
recover (BwRecords *self,
         char      *start,
         BwRecord  *record,
         GError   **error)
{
  Line line;

  csv_free (&self->parser);
  start_parser (self);
  self->rescanned += self->pos - start;
  self->pos = start;
  self->lf_known = FALSE;
  if (!next_line (self, &start, &line, error))
    return FALSE;

  split (self, &line);
  self->pos = line.next;
  record->unclosed = TRUE;

  return TRUE;
}

static gboolean
should_recover (BwRecords  *self,
                const char *start,
                gsize       n_lines)
{
  Line first;
  char *pos = self->pos;
  guint n;

  if (!self->row_ended)
    return TRUE;
  if (n_lines < 2 || self->width == 0 || self->lengths->len == self->width)
    return FALSE;

  self->pos = (char *) start;
  self->lf_known = FALSE;
  find_line (self, &first);
  n = count_fields (self, &first);
  self->pos = pos;
  self->lf_known = FALSE;

  return n == self->width;
}

/* A record with a quote in its first line. */
static gboolean
read_quoted (BwRecords *self,
             Line       line,
             BwRecord  *record,
             GError   **error)
{
  char *start = line.start;
  gsize n_lines = 0;

  g_ptr_array_set_size (self->fields, 0);
  g_array_set_size (self->lengths, 0);
  g_byte_array_set_size (self->texts, 0);
  self->row_ended = FALSE;

  while (line.start != NULL)
    {
      feed_line (self, &line);
      self->pos = line.next;
      n_lines++;
      if (self->row_ended || self->pos - start > MAX_RECORD || self->rescanned > RESCAN_BUDGET)
        break;
      if (!next_line (self, &start, &line, error))
        return FALSE;
    }

  if (should_recover (self, start, n_lines))
    {
      n_lines = 1;
      if (!recover (self, start, record, error))
        return FALSE;
    }
  else
    {
      take_fields (self);
    }
  self->line += n_lines;

  return TRUE;
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
  char *keep = self->pos;
  Line line;

  if (!next_line (self, &keep, &line, error) || line.start == NULL)
    return FALSE;

  record->line = self->line;
  record->unclosed = FALSE;
  if (self->dialect.quote != 0
      && memchr (line.start, self->dialect.quote, line.end - line.start) != NULL)
    {
      if (!read_quoted (self, line, record, error))
        return FALSE;
    }
  else
    {
      split (self, &line);
      self->pos = line.next;
      self->line++;
    }

  record->fields = (const char *const *) self->fields->pdata;
  record->lengths = (const gsize *) (gpointer) self->lengths->data;
  record->n_fields = self->fields->len;

  return TRUE;
}
