/* Where in a model something is wrong, and the checks that any part of it may need. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/place.h"

#include "model/model.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_SAID 300 /* characters of a path, and of what is wrong there */

/* A part of a message, cut where it quotes more than anybody reads. */
static char *
clip (char *text)
{
  g_autofree char *whole = text;

  if (g_utf8_strlen (whole, -1) <= MOST_SAID)
    return g_steal_pointer (&whole);

  *g_utf8_offset_to_pointer (whole, MOST_SAID) = '\0';

  return g_strconcat (whole, "…", NULL);
}

/**
 * bw_place_fail:
 * @format: a sentence on what is wrong and what to do, without file and path
 *
 * Returns: %FALSE, with the error set
 */
gboolean
bw_place_fail (BwPlace    *self,
               const char *format,
               ...)
{
  g_autofree char *path = clip (g_utf8_make_valid (self->path->str, -1));
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = clip (g_strdup_vprintf (format, args));
  va_end (args);

  g_set_error (self->error, BW_MODEL_ERROR, BW_MODEL_ERROR_VALUE, "%s%s%s%s%s",
               self->file_name != NULL ? self->file_name : "",
               self->file_name != NULL ? ": " : "",
               path, *path != '\0' ? ": " : "", what);

  return FALSE;
}

/**
 * bw_place_fail_at:
 * @key: where it is wrong, in what is looked at
 * @what: the sentence
 */
gboolean
bw_place_fail_at (BwPlace    *self,
                  const char *key,
                  const char *what)
{
  bw_place_enter (self, key);

  return bw_place_fail (self, "%s", what);
}

/**
 * bw_place_enter:
 *
 * Lengthens the path by a key.
 *
 * Returns: the mark that bw_place_leave() takes to shorten it again
 */
gsize
bw_place_enter (BwPlace    *self,
                const char *key)
{
  const gsize mark = self->path->len;

  g_string_append_printf (self->path, "%s%s", mark > 0 ? "." : "", key);

  return mark;
}

gsize
bw_place_enter_item (BwPlace *self,
                     guint    index)
{
  const gsize mark = self->path->len;

  g_string_append_printf (self->path, "[%u]", index);

  return mark;
}

void
bw_place_leave (BwPlace *self,
                gsize    mark)
{
  g_string_truncate (self->path, mark);
}

/**
 * bw_place_text:
 * @key: (nullable): where @text stands, in what is looked at
 * @text: (nullable): to be UTF-8
 * @needed: whether it may not be missing or empty
 */
gboolean
bw_place_text (BwPlace    *self,
               const char *key,
               const char *text,
               gboolean    needed)
{
  const gboolean empty = text == NULL || *text == '\0';

  if (empty ? !needed : g_utf8_validate (text, -1, NULL))
    return TRUE;
  if (key != NULL)
    bw_place_enter (self, key);
  if (empty)
    return bw_place_fail (self, _("the text is empty; write something"));

  return bw_place_fail (self, _("the text holds half of a character; write it as UTF-8"));
}

/**
 * bw_place_length:
 * @text: (nullable): to be UTF-8 of at most @most characters; a window could not show more
 */
gboolean
bw_place_length (BwPlace    *self,
                 const char *key,
                 const char *text,
                 guint       most)
{
  if (!bw_place_text (self, key, text, FALSE))
    return FALSE;
  if (text == NULL || g_utf8_strlen (text, -1) <= most)
    return TRUE;

  bw_place_enter (self, key);

  return bw_place_fail (self, _("the text has %ld characters; write at most %u"),
                        g_utf8_strlen (text, -1), most);
}

/**
 * bw_place_id:
 * @id: (nullable): of what is looked at
 * @ids: (element-type utf8): those of what stands before it; @id is added
 */
gboolean
bw_place_id (BwPlace    *self,
             const char *id,
             GHashTable *ids)
{
  if (!bw_place_text (self, "id", id, TRUE))
    return FALSE;
  if (g_hash_table_add (ids, (gpointer) id))
    return TRUE;

  bw_place_enter (self, "id");

  return bw_place_fail (self, _("the id “%s” is there twice; give each its own"), id);
}

/**
 * bw_place_number:
 * @value: to be finite
 */
gboolean
bw_place_number (BwPlace *self,
                 double   value)
{
  if (isfinite (value))
    return TRUE;

  return bw_place_fail (self, isnan (value) ? _("this is no number; write one")
                        : _("the number is too large; write a finite one"));
}

/**
 * bw_place_range:
 * @key: (nullable): where @value stands, in what is looked at
 * @value: to be finite and from @least to @most
 */
gboolean
bw_place_range (BwPlace    *self,
                const char *key,
                double      value,
                double      least,
                double      most)
{
  if (value >= least && value <= most)
    return TRUE;

  if (key != NULL)
    bw_place_enter (self, key);
  if (!bw_place_number (self, value))
    return FALSE;

  return bw_place_fail (self, _("%g is out of range; write a number from %g to %g"), value, least,
                        most);
}

/**
 * bw_place_count:
 * @n: entries of the list that is looked at
 */
gboolean
bw_place_count (BwPlace *self,
                gsize    n,
                guint    least,
                guint    most)
{
  if (n >= least && n <= most)
    return TRUE;

  if (n < least)
    return bw_place_fail (self, ngettext ("the list has %zu entry; give it at least %u",
                                          "the list has %zu entries; give it at least %u", n),
                          n, least);

  return bw_place_fail (self, ngettext ("the list has %zu entry; give it at most %u",
                                        "the list has %zu entries; give it at most %u", n),
                        n, most);
}

/**
 * bw_place_choice:
 * @key: where @text stands, in what is looked at
 * @text: (nullable): to be one of @ids
 * @ids: (array zero-terminated=1): what may stand there
 * @out: (out) (optional): an index into @ids
 */
gboolean
bw_place_choice (BwPlace           *self,
                 const char        *key,
                 const char        *text,
                 const char *const *ids,
                 guint             *out)
{
  g_autofree char *list = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (g_strcmp0 (ids[i], text) == 0)
        {
          if (out != NULL)
            *out = i;
          return TRUE;
        }
    }

  bw_place_enter (self, key);
  list = g_strjoinv (", ", (char **) ids);

  return bw_place_fail (self, _("“%s” is not known; write one of: %s"), text != NULL ? text : "",
                        list);
}
