/* Lines that stand in quotes as a whole, as they were before. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spreadsheet that did not split a file keeps each line in one cell, and saves it in quotes, with
 * all quotes inside doubled: "1,""Acme, Inc"",10". Taken off and halved, the lines are a table. */

#include "import/wrapped.h"

#include <string.h>

#define MOST 0.9 /* of the lines have as many fields as the first */

enum
{
  HELD_NOTHING,
  HELD_IN_LINE,
  HELD_AT_START, /* of a line, while quotes are open */
};

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Counts the delimiters of a line outside of the quotes that are doubled in it.
 * Returns: -1 where the line does not stand in quotes as a whole */
static int
count_inside (const char *line,
              gsize       length,
              char        delimiter)
{
  gboolean quoted = FALSE;
  int n = 0;

  if (length < 2 || line[0] != '"' || line[length - 1] != '"')
    return -1;

  for (gsize i = 1; i + 1 < length; i++)
    {
      if (line[i] == '"' && line[++i] != '"')
        return -1;
      if (line[i] == '"' && i + 1 == length)
        return -1;
      quoted ^= line[i] == '"';
      n += line[i] == delimiter && !quoted;
    }

  return n;
}

static gboolean
is_wrapped_table (GBytes *const *sample,
                  guint          n_sample,
                  char           delimiter)
{
  guint n_lines = 0, n_alike = 0;
  int first = 0;

  for (guint i = 0; i < n_sample; i++)
    {
      gsize n;
      const char *p = g_bytes_get_data (sample[i], &n), *end = p + n;

      while (p < end)
        {
          const char *line = p;
          int count;

          while (p < end && !is_line_end (*p))
            p++;
          count = count_inside (line, p - line, delimiter);
          if (p > line && n_lines++ == 0 && (first = count) < 1)
            return FALSE;
          n_alike += p > line && count == first;
          p++;
        }
    }

  return n_lines >= 3 && n_alike >= MOST * n_lines;
}

/**
 * bw_is_wrapped:
 * @sample: (array length=n_sample): UTF-8, each of whole lines, the first from the start
 *
 * Returns: whether the lines are rows of a table, each in quotes as a whole
 */
gboolean
bw_is_wrapped (GBytes *const *sample,
               guint          n_sample)
{
  for (const char *delimiter = ",;\t|"; *delimiter != '\0'; delimiter++)
    {
      if (is_wrapped_table (sample, n_sample, *delimiter))
        return TRUE;
    }

  return FALSE;
}

/* What a held quote was, now that @c stands behind it.
 * Returns: whether it stays */
static gboolean
release (BwWrapped *self,
         char       c)
{
  const gboolean at_start = self->held == HELD_AT_START;

  self->held = HELD_NOTHING;
  if (is_line_end (c))
    self->inside = FALSE;

  return !is_line_end (c) && !at_start;
}

/**
 * bw_wrapped_read:
 * @text: the next block
 * @out: room for @length + 1 bytes; may be one byte before @text
 *
 * Takes the quotes off lines, and halves the doubled ones in them. Line ends stay.
 *
 * Returns: bytes written
 */
gsize
bw_wrapped_read (BwWrapped  *self,
                 const char *text,
                 gsize       length,
                 char       *out)
{
  char *to = out;

  for (gsize i = 0; i < length; i++)
    {
      const char c = text[i];

      if (self->held != HELD_NOTHING && c == '"')
        {
          self->held = HELD_NOTHING;
          *to++ = '"';
          continue;
        }
      if (self->held != HELD_NOTHING && release (self, c))
        *to++ = '"';

      if (c == '"' && self->inside)
        self->held = self->in_line ? HELD_IN_LINE : HELD_AT_START;
      else if (c == '"' && !self->in_line)
        self->inside = TRUE;
      else
        *to++ = c;
      self->in_line = !is_line_end (c);
    }

  return to - out;
}

/**
 * bw_wrapped_take_off:
 * @text: whole lines
 *
 * Returns: (transfer full): the same without the quotes round them
 */
GBytes *
bw_wrapped_take_off (GBytes *text)
{
  BwWrapped wrapped = { 0 };
  gsize n;
  const char *data = g_bytes_get_data (text, &n);
  char *out = g_malloc (n + 1);

  n = bw_wrapped_read (&wrapped, data, n, out);

  return g_bytes_new_take (out, n);
}
