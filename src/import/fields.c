/* One line cut into fields, where it lies. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/fields.h"

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

void
bw_fields_add (BwFields *self,
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

static void
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
  bw_fields_add (self, start, end - start);
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
 * Cuts a line at its delimiters, whatever quotes there are. An empty line has no field.
 */
void
bw_fields_cut (BwFields        *self,
               const BwDialect *dialect,
               const BwLine    *line)
{
  const char delimiter = dialect->delimiter;
  char *start = line->start;

  self->n = 0;
  if (line->start == line->end)
    return;

  for (char *p = line->start; p < line->end; p++)
    {
      if (*p != delimiter)
        continue;
      add_trimmed (self, dialect, start, p);
      start = p + 1;
    }
  add_trimmed (self, dialect, start, line->end);
  end_fields (self);
}

/* The end of the field at @p, or NULL where its quotes are not simple. */
static char *
field_end (const BwDialect *dialect,
           char            *p,
           char            *end)
{
  const char delimiter = dialect->delimiter, quote = dialect->quote;

  if (p < end && *p == quote)
    {
      p = memchr (p + 1, quote, end - p - 1);
      return p == NULL || (p + 1 < end && p[1] != delimiter) ? NULL : p + 1;
    }

  while (p < end && *p != delimiter && *p != quote)
    p++;

  return p < end && *p == quote ? NULL : p;
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
  char *p = line->start;

  self->n = 0;
  if (dialect->blanks || dialect->backslash)
    return FALSE;

  for (;; p++)
    {
      char *start = p;

      p = field_end (dialect, start, line->end);
      if (p == NULL)
        return FALSE;
      if (p > start && *start == dialect->quote)
        bw_fields_add (self, start + 1, p - start - 2);
      else
        bw_fields_add (self, start, p - start);
      if (p == line->end)
        break;
    }
  end_fields (self);

  return TRUE;
}

/**
 * bw_is_well_quoted:
 *
 * Returns: whether every quote of a record stands where one should: around fields, or doubled inside
 */
gboolean
bw_is_well_quoted (const BwDialect *dialect,
                   const char      *text,
                   gsize            length)
{
  const char *p = text, *end = text + length;
  const char delimiter = dialect->delimiter, quote = dialect->quote;
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
