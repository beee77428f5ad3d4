/* A stretch of an XML document in memory that moves along it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include "bytes/xml-window.h"

#include "report/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE (128 * 1024)
#define TOKEN_MAX  (4 * 1024 * 1024) /* a tag, a comment or a CDATA section */

void
bw_xml_window_init (BwXmlWindow *self,
                    BwRefillFunc refill,
                    gpointer     user_data)
{
  *self = (BwXmlWindow) { .refill = refill, .user_data = user_data, .size = BLOCK_SIZE };
  self->data = g_malloc (self->size + 1);
}

void
bw_xml_window_clear (BwXmlWindow *self)
{
  g_clear_pointer (&self->data, g_free);
}

/**
 * bw_xml_window_fail:
 *
 * Sets the error that says where the document is damaged.
 */
void
bw_xml_window_fail (const BwXmlWindow *self,
                    GError           **error)
{
  g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE,
               /* TRANSLATORS: what is put in is the number of a byte */
               _("The workbook is damaged at byte %zu of one of its parts; open it "
                 "in the program that made it, save it again, and import that"),
               (gsize) self->n_before + self->pos);
}

/**
 * bw_xml_window_fill:
 *
 * Reads more behind what there is. At the end nothing comes.
 */
gboolean
bw_xml_window_fill (BwXmlWindow *self,
                    GError     **error)
{
  gssize n;

  if (self->pos > 0)
    {
      memmove (self->data, self->data + self->pos, self->end - self->pos);
      self->n_before += self->pos;
      self->end -= self->pos;
      self->pos = 0;
    }
  if (self->end == self->size)
    {
      if (self->size >= TOKEN_MAX)
        {
          bw_xml_window_fail (self, error);
          return FALSE;
        }
      self->size *= 2;
      self->data = g_realloc (self->data, self->size + 1);
    }

  n = self->refill (self->user_data, self->data + self->end, self->size - self->end, error);
  if (n < 0)
    return FALSE;
  self->at_end = n == 0;
  self->end += n;

  return TRUE;
}

/**
 * bw_xml_window_need:
 *
 * Sees to it that @n bytes are there, unless the document ends before.
 */
gboolean
bw_xml_window_need (BwXmlWindow *self,
                    gsize        n,
                    GError     **error)
{
  while (self->end - self->pos < n && !self->at_end)
    {
      if (!bw_xml_window_fill (self, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_xml_window_find:
 *
 * Makes sure that @mark is among what was read from @skip bytes behind the present place on.
 *
 * Returns: (transfer none): where it begins, or %NULL with @error set
 */
char *
bw_xml_window_find (BwXmlWindow *self,
                    gsize        skip,
                    const char  *mark,
                    GError     **error)
{
  const gsize length = strlen (mark);

  for (;;)
    {
      char *from = self->data + self->pos + skip;
      char *found = self->pos + skip < self->end
                    ? memmem (from, self->data + self->end - from, mark, length) : NULL;

      if (found != NULL)
        return found;
      if (self->at_end)
        {
          bw_xml_window_fail (self, error);
          return NULL;
        }
      if (!bw_xml_window_fill (self, error))
        return NULL;
    }
}

/**
 * bw_xml_window_pass:
 *
 * Goes on to behind @mark.
 */
gboolean
bw_xml_window_pass (BwXmlWindow *self,
                    gsize        skip,
                    const char  *mark,
                    GError     **error)
{
  const char *found = bw_xml_window_find (self, skip, mark, error);

  if (found == NULL)
    return FALSE;

  self->pos = found + strlen (mark) - self->data;

  return TRUE;
}

/**
 * bw_xml_window_go_to:
 *
 * Goes on to where @mark begins, however far that is.
 */
gboolean
bw_xml_window_go_to (BwXmlWindow *self,
                     const char  *mark,
                     GError     **error)
{
  const gsize length = strlen (mark);

  for (;;)
    {
      char *from = self->data + self->pos;
      char *found = memmem (from, self->end - self->pos, mark, length);

      if (found != NULL)
        {
          self->pos = found - self->data;
          return TRUE;
        }
      if (self->at_end)
        {
          bw_xml_window_fail (self, error);
          return FALSE;
        }
      self->pos = self->end - MIN (length, self->end - self->pos);
      if (!bw_xml_window_fill (self, error))
        return FALSE;
    }
}

/**
 * bw_xml_window_begins:
 *
 * Returns: whether @mark is what comes next; %FALSE as well where the window ends within it
 */
gboolean
bw_xml_window_begins (const BwXmlWindow *self,
                      const char        *mark)
{
  const gsize length = strlen (mark);

  return self->end - self->pos >= length
         && memcmp (self->data + self->pos, mark, length) == 0;
}

/**
 * bw_xml_window_tag_end:
 *
 * Returns: (transfer none) (nullable): the > outside of quotes that ends the tag at the present place
 */
char *
bw_xml_window_tag_end (const BwXmlWindow *self)
{
  char quote = 0;

  for (char *p = self->data + self->pos; p < self->data + self->end; p++)
    {
      if (quote != 0)
        quote = *p == quote ? 0 : quote;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else if (*p == '>')
        return p;
    }

  return NULL;
}

/**
 * bw_xml_window_text_end:
 *
 * Returns: (transfer none): how far the text goes that can be given now: up to a tag, or to the end of the block, without
 *   what may go on in the next
 */
char *
bw_xml_window_text_end (const BwXmlWindow *self)
{
  char *start = self->data + self->pos;
  char *end = self->data + self->end;
  char *tag = memchr (start, '<', end - start);
  char *p;

  if (tag != NULL || self->at_end)
    return tag != NULL ? tag : end;

  for (p = end; p > start && end - p < 4 && ((guchar) p[-1] & 0xC0) == 0x80;)
    p--;
  if (p > start && (guchar) p[-1] >= 0xC0)
    end = p - 1;
  if (end > start && end[-1] == '\r')
    end--;
  for (p = end; p > start && end - p < 12; p--)
    {
      if (p[-1] == '&' && memchr (p, ';', end - p) == NULL)
        return p - 1;
    }

  return end;
}
