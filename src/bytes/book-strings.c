/* The texts that a workbook keeps once for all its sheets. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* They lie one behind the other as fields of CSV, quoted where they need it. */

#include "bytes/book-strings.h"

#include "bytes/book-text.h"
#include "bytes/part.h"

struct _BwBookStrings
{
  GString *fields;
  GArray  *ends; /* of gsize, by string */
};

static gboolean
read_strings (BwBookStrings *self,
              BwXml         *xml,
              GError       **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  BwXmlEvent event;

  while ((event = bw_xml_next (xml, error)) != BW_XML_DONE)
    {
      if (event == BW_XML_FAILED)
        return FALSE;
      if (event != BW_XML_START || !bw_xml_is (xml, "si"))
        continue;

      g_string_truncate (text, 0);
      if (!bw_book_text_read (xml, text, error))
        return FALSE;
      bw_book_text_append_field (self->fields, text->str, text->len);
      g_array_append_val (self->ends, self->fields->len);
    }

  return TRUE;
}

/**
 * bw_book_strings_new:
 * @path: (nullable): of the part that holds them; %NULL where there is none
 *
 * Returns: (transfer full): the texts, or %NULL with @error set
 */
BwBookStrings *
bw_book_strings_new (BwArchive  *archive,
                     const char *path,
                     GError    **error)
{
  g_autoptr(BwBookStrings) self = g_new0 (BwBookStrings, 1);
  g_autoptr(BwPart) part = NULL;

  self->fields = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (path == NULL)
    return g_steal_pointer (&self);

  part = bw_part_open (archive, path, error);
  if (part == NULL || !read_strings (self, part->xml, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bw_book_strings_free (BwBookStrings *self)
{
  g_string_free (self->fields, TRUE);
  g_array_unref (self->ends);
  g_free (self);
}

/**
 * bw_book_strings_get:
 * @length: (out): bytes of the text
 *
 * Returns: (transfer none) (nullable): the text as a field of CSV, not ended by a NUL; %NULL where
 *   there is none of that number
 */
const char *
bw_book_strings_get (const BwBookStrings *self,
                     guint64              index,
                     gsize               *length)
{
  gsize start;

  if (index >= self->ends->len)
    return NULL;

  start = index > 0 ? g_array_index (self->ends, gsize, index - 1) : 0;
  *length = g_array_index (self->ends, gsize, index) - start;

  return self->fields->str + start;
}
