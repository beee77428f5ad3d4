/* One line cut into fields, where it lies. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/fields.h"

#include "bytes/blocks.h"

#include <string.h>

#define FIRST_SIZE 32

void
bw_fields_init (BwFields *self)
{
  self->n = 0;
  self->size = FIRST_SIZE;
  self->texts = g_new (char *, self->size);
  self->lengths = g_new (gsize, self->size);
}

void
bw_fields_clear (BwFields *self)
{
  g_clear_pointer (&self->texts, g_free);
  g_clear_pointer (&self->lengths, g_free);
}

static inline void
add (BwFields *self,
     char     *text,
     gsize     length)
{
  if (self->n == self->size)
    {
      self->size *= 2;
      self->texts = g_renew (char *, self->texts, self->size);
      self->lengths = g_renew (gsize, self->lengths, self->size);
    }
  self->texts[self->n] = text;
  self->lengths[self->n++] = length;
}

/**
 * bw_fields_add:
 * @text: (unowned): the next field, as it is
 */
void
bw_fields_add (BwFields *self,
               char     *text,
               gsize     length)
{
  add (self, text, length);
}

static inline void
add_trimmed (BwFields        *self,
             const BwDialect *dialect,
             char            *start,
             char            *end)
{
  if (dialect->blanks)
    {
      while (start < end && *start == ' ')
        start++;
      while (end > start && end[-1] == ' ')
        end--;
    }
  add (self, start, end - start);
}

static void
end_fields (BwFields *self)
{
  for (guint i = 0; i < self->n; i++)
    self->texts[i][self->lengths[i]] = '\0';
}

/**
 * bw_fields_cut:
 * @line: written to: each field gets a final NUL
 *
 * Cuts a line at its delimiters, whatever quotes there are. An empty line has no field, nor has one
 * of blanks where those belong to the dialect.
 */
void
bw_fields_cut (BwFields        *self,
               const BwDialect *dialect,
               const BwLine    *line)
{
  const BwBytes delimiters = bw_bytes (dialect->delimiter);
  char *start = line->start;

  self->n = 0;
  if (line->start == line->end)
    return;

  for (char *block = line->start; block < line->end; block += BW_BLOCK)
    {
      guint64 cuts = bw_block_find (block, &delimiters) & bw_block_until (line->end - block);

      for (; cuts != 0; cuts &= cuts - 1)
        {
          char *cut = block + bw_lowest_bit (cuts);

          add_trimmed (self, dialect, start, cut);
          start = cut + 1;
        }
    }
  add_trimmed (self, dialect, start, line->end);
  if (self->n == 1 && self->lengths[0] == 0)
    self->n = 0;
  end_fields (self);
}

/* Adds a field that may be in quotes, which are known to be simple. */
static inline void
add_unquoted (BwFields *self,
              char      quote,
              char     *start,
              char     *end)
{
  if (start < end && *start == quote)
    add (self, start + 1, end - start - 2);
  else
    add (self, start, end - start);
}

/**
 * bw_fields_cut_quoted:
 *
 * Cuts a line whose quotes stand around whole fields and nowhere else, just as libcsv would.
 *
 * Returns: %FALSE where libcsv has to look at the line, which is then as it was
 */
gboolean
bw_fields_cut_quoted (BwFields        *self,
                      const BwDialect *dialect,
                      const BwLine    *line)
{
  const BwBytes delimiters = bw_bytes (dialect->delimiter), quotes = bw_bytes (dialect->quote);
  guint64 inside = 0;    /* all ones while a quote is open where a block begins */
  guint64 may_open = 1;  /* whether the first byte of the block stands behind a delimiter */
  guint64 must_cut = 0;  /* whether it stands behind a closing quote */
  char *start = line->start;

  self->n = 0;
  if (dialect->blanks || dialect->backslash)
    return FALSE;

  for (char *block = line->start; block < line->end; block += BW_BLOCK)
    {
      const guint64 text = bw_block_until (line->end - block);
      const guint64 quoting = bw_block_find (block, &quotes) & text;
      const guint64 open = bw_fill_between (quoting) ^ inside; /* from a quote to before the next */
      guint64 cuts = bw_block_find (block, &delimiters) & text & ~open;
      const guint64 closing = quoting & ~open;

      if ((quoting & open & ~(cuts << 1 | may_open)) != 0
          || ((closing << 1 | must_cut) & text & ~cuts) != 0)
        return FALSE;
      inside = open >> (BW_BLOCK - 1) != 0 ? ~G_GUINT64_CONSTANT (0) : 0;
      may_open = cuts >> (BW_BLOCK - 1);
      must_cut = closing >> (BW_BLOCK - 1);

      for (; cuts != 0; cuts &= cuts - 1)
        {
          char *cut = block + bw_lowest_bit (cuts);

          add_unquoted (self, dialect->quote, start, cut);
          start = cut + 1;
        }
    }
  if (inside)
    return FALSE;

  add_unquoted (self, dialect->quote, start, line->end);
  end_fields (self);

  return TRUE;
}

/* Whether a field may end before @c, or before blanks that are of the dialect. */
static gboolean
ends_field (const BwDialect *dialect,
            char             c)
{
  return c == dialect->delimiter || c == '\n' || c == '\r' || (dialect->blanks && c == ' ');
}

/**
 * bw_is_well_quoted:
 *
 * Returns: whether every quote of a record stands where one should: around fields, or doubled or
 *   behind a backslash inside
 */
gboolean
bw_is_well_quoted (const BwDialect *dialect,
                   const char      *text,
                   gsize            length)
{
  const char quote = dialect->quote, *end = text + length;
  gboolean inside = FALSE, begins = TRUE;

  for (const char *p = text; p < end; p++)
    {
      if (*p != quote)
        {
          begins = *p == dialect->delimiter || (begins && dialect->blanks && *p == ' ');
          p += inside && dialect->backslash && *p == '\\';
          continue;
        }
      if (inside && p + 1 < end && p[1] == quote)
        p++;
      else if (inside ? p + 1 < end && !ends_field (dialect, p[1]) : !begins)
        return FALSE;
      else
        inside = !inside;
      begins = FALSE;
    }

  return TRUE;
}

/**
 * bw_count_delimiters:
 *
 * Returns: how many delimiters are in @text, quotes or not
 */
guint
bw_count_delimiters (const BwDialect *dialect,
                     const char      *text,
                     gsize            length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == dialect->delimiter;

  return n;
}
