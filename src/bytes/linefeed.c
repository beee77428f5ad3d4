/* Text in blocks comes in, physical lines come out, with as much kept before them as is wanted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/linefeed.h"

#include "bytes/blocks.h"
#include "report/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (256 * 1024)
#define BUFFER_MAX  ((gsize) 256 * 1024 * 1024) /* no line of a table is that long */

struct _BwLinefeed
{
  BwRefillFunc refill;
  gpointer     user_data;

  char    *buffer;
  gsize    size;
  char    *pos;   /* the next line */
  char    *limit; /* behind the last byte */
  char    *lf;    /* the first LF at or behind pos, or limit */
  gboolean lf_known;
  gboolean at_end;
};

/**
 * bw_linefeed_new:
 * @refill: gives the text, block by block
 *
 * Returns: (transfer full): the lines, at the first
 */
BwLinefeed *
bw_linefeed_new (BwRefillFunc refill,
                 gpointer     user_data)
{
  BwLinefeed *self = g_new0 (BwLinefeed, 1);

  self->refill = refill;
  self->user_data = user_data;
  self->size = BUFFER_SIZE;
  self->buffer = g_malloc (self->size + BW_BLOCK);
  self->pos = self->limit = self->buffer;

  return self;
}

void
bw_linefeed_free (BwLinefeed *self)
{
  g_free (self->buffer);
  g_free (self);
}

char *
bw_linefeed_get_pos (const BwLinefeed *self)
{
  return self->pos;
}

/**
 * bw_linefeed_set_pos:
 * @pos: where the next line begins: behind the one that was read, or back at one that was kept
 */
void
bw_linefeed_set_pos (BwLinefeed *self,
                     char       *pos)
{
  if (pos < self->pos)
    self->lf_known = FALSE;
  self->pos = pos;
}

static gboolean
grow (BwLinefeed *self,
      GError    **error)
{
  const gsize pos = self->pos - self->buffer, limit = self->limit - self->buffer;

  if (self->size >= BUFFER_MAX)
    {
      g_set_error_literal (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE,
                           _("a line of it is far too long for a table; export it again"));
      return FALSE;
    }

  self->size *= 2;
  self->buffer = g_realloc (self->buffer, self->size + BW_BLOCK);
  self->pos = self->buffer + pos;
  self->limit = self->buffer + limit;

  return TRUE;
}

/* Gets more text behind limit; everything from @keep on stays. */
static gboolean
get_more (BwLinefeed *self,
          char      **keep,
          GError    **error)
{
  const gsize shift = *keep - self->buffer;
  gssize n;

  memmove (self->buffer, *keep, self->limit - *keep);
  self->pos -= shift;
  self->limit -= shift;
  self->lf_known = FALSE;
  if ((gsize) (self->limit - self->buffer) > self->size / 2 && !grow (self, error))
    return FALSE;
  *keep = self->buffer;

  n = self->refill (self->user_data, self->limit, self->size - (self->limit - self->buffer), error);
  if (n < 0)
    return FALSE;

  self->at_end = n == 0;
  self->limit += n;

  return TRUE;
}

/* The first LF at or behind pos; remembered, so that files without any are not searched again for
 * every line. */
static char *
find_lf (BwLinefeed *self)
{
  if (!self->lf_known || self->lf < self->pos)
    {
      self->lf = memchr (self->pos, '\n', self->limit - self->pos);
      if (self->lf == NULL)
        self->lf = self->limit;
      self->lf_known = TRUE;
    }

  return self->lf;
}

/* Finds the line at pos. A line ends in LF, CR LF, CR CR LF or CR.
 * Returns: FALSE where more text is needed to tell */
static gboolean
find_line (BwLinefeed *self,
           BwLine     *line)
{
  char *lf = find_lf (self);
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

/**
 * bw_linefeed_next:
 * @keep: (inout): text from here on stays in reach; moves along with it
 * @line: (out): the line at the present place, which is not moved
 *
 * Returns: %FALSE on an error, with @error set
 */
gboolean
bw_linefeed_next (BwLinefeed *self,
                  char      **keep,
                  BwLine     *line,
                  GError    **error)
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
