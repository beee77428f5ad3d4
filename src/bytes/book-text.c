/* How a workbook writes a cell's text, and how a field of CSV does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/book-text.h"

#include <string.h>

/**
 * bw_book_text_read:
 * @xml: behind the start of an element that holds a text (si, is), which it is read to the end of
 * @text: where the text goes: all its runs, without what only tells how to speak it
 */
gboolean
bw_book_text_read (BwXml   *xml,
                   GString *text,
                   GError **error)
{
  guint depth = 1;
  gboolean inside = FALSE;
  const char *piece;
  gsize length;

  while (depth > 0)
    {
      switch (bw_xml_next (xml, error))
        {
        case BW_XML_START:
          if (bw_xml_is (xml, "rPh"))
            {
              if (!bw_xml_skip (xml, error))
                return FALSE;
              break;
            }
          depth++;
          inside = bw_xml_is (xml, "t");
          break;

        case BW_XML_END:
          depth--;
          inside = FALSE;
          break;

        case BW_XML_TEXT:
          piece = bw_xml_get_text (xml, &length);
          if (inside)
            g_string_append_len (text, piece, length);
          break;

        case BW_XML_DONE:
        case BW_XML_FAILED:
        default:
          return FALSE;
        }
    }
  bw_book_text_unescape (text);

  return TRUE;
}

/* The character that _x000D_ at @p stands for, or 0. Halves of one are none. */
static gunichar
escaped (const char *p,
         const char *end)
{
  gunichar c = 0;

  if (end - p < 7 || p[0] != '_' || p[1] != 'x' || p[6] != '_')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return 0;
      c = c * 16 + g_ascii_xdigit_value (p[i]);
    }

  return c;
}

static gboolean
is_high (gunichar c)
{
  return c >= 0xD800 && c < 0xDC00;
}

static gboolean
is_low (gunichar c)
{
  return c >= 0xDC00 && c < 0xE000;
}

/**
 * bw_book_text_unescape:
 *
 * Resolves _x000D_ and its like, as Excel writes what XML cannot hold.
 */
void
bw_book_text_unescape (GString *text)
{
  char *to, *p, *end = text->str + text->len;

  if (strstr (text->str, "_x") == NULL)
    return;

  for (p = to = text->str; p < end;)
    {
      gunichar c = escaped (p, end);
      gsize n = 7;

      if (is_high (c) && is_low (escaped (p + 7, end)))
        {
          c = 0x10000 + ((c - 0xD800) << 10) + (escaped (p + 7, end) - 0xDC00);
          n = 14;
        }
      if (c == 0 || !g_unichar_validate (c))
        {
          *to++ = *p++;
          continue;
        }
      to += g_unichar_to_utf8 (c, to);
      p += n;
    }
  g_string_truncate (text, to - text->str);
}

static gboolean
needs_quotes (const char *text,
              gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_book_text_append_field:
 * @fields: where the text goes, in quotes where it needs them
 */
void
bw_book_text_append_field (GString    *fields,
                           const char *text,
                           gsize       length)
{
  if (!needs_quotes (text, length))
    {
      g_string_append_len (fields, text, length);
      return;
    }

  g_string_append_c (fields, '"');
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        g_string_append_c (fields, '"');
      g_string_append_c (fields, text[i]);
    }
  g_string_append_c (fields, '"');
}
