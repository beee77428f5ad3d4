/* One tag of XML taken apart where it lies: its name, its attributes, entities. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/tag.h"

#include <string.h>

static gunichar
read_number (const char *p,
             const char *end)
{
  const gboolean hex = p < end && *p == 'x';
  gunichar c = 0;

  p += hex;
  if (p == end)
    return 0;
  for (; p < end; p++)
    {
      const int digit = g_ascii_xdigit_value (*p);

      if (digit < 0 || (!hex && digit > 9) || c > 0x10FFFF)
        return 0;
      c = c * (hex ? 16 : 10) + digit;
    }

  return g_unichar_validate (c) ? c : 0;
}

static gunichar
read_entity (const char *p,
             const char *end)
{
  static const struct { const char *name; char c; } known[] = {
    { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' },
  };

  if (p < end && *p == '#')
    return read_number (p + 1, end);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if ((gsize) (end - p) == strlen (known[i].name) && memcmp (p, known[i].name, end - p) == 0)
        return known[i].c;
    }

  return 0;
}

/**
 * bw_xml_decode:
 *
 * Resolves entities and line ends in place.
 *
 * Returns: (transfer none) (nullable): the new end, or %NULL where an entity is unknown
 */
char *
bw_xml_decode (char *start,
               char *end)
{
  char *to = start;

  for (char *p = start; p < end;)
    {
      if (*p == '\r')
        {
          p += p + 1 < end && p[1] == '\n' ? 2 : 1;
          *to++ = '\n';
        }
      else if (*p == '&')
        {
          char *close = memchr (p, ';', end - p);
          const gunichar c = close != NULL ? read_entity (p + 1, close) : 0;

          if (c == 0)
            return NULL;
          to += g_unichar_to_utf8 (c, to);
          p = close + 1;
        }
      else
        {
          *to++ = *p++;
        }
    }

  return to;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* One attribute: name, equals sign, value in quotes.
 * Returns: behind it, or %NULL where it is none */
static char *
read_attribute (char   *p,
                char   *end,
                GArray *attributes)
{
  BwAttribute attribute = { p, NULL };
  char *name_end, *close, quote;

  while (p < end && *p != '=' && !is_space (*p))
    p++;
  name_end = p;
  while (p < end && is_space (*p))
    p++;
  if (p >= end || *p != '=' || name_end == attribute.name)
    return NULL;
  p++;
  while (p < end && is_space (*p))
    p++;
  if (p >= end || (*p != '"' && *p != '\''))
    return NULL;

  quote = *p++;
  close = memchr (p, quote, end - p);
  if (close == NULL)
    return NULL;
  attribute.value = p;
  p = memchr (p, '&', close - p) != NULL ? bw_xml_decode (p, close) : close;
  if (p == NULL)
    return NULL;
  *name_end = '\0';
  *p = '\0';
  g_array_append_val (attributes, attribute);

  return close + 1;
}

/**
 * bw_tag_read:
 * @p: behind the <
 * @end: the > or the / before it, which may be written to
 * @attributes: (element-type BwAttribute): where the attributes go
 *
 * Returns: (transfer none) (nullable): the element's name, or %NULL where this is no tag
 */
char *
bw_tag_read (char   *p,
             char   *end,
             GArray *attributes)
{
  char *name = p;

  g_array_set_size (attributes, 0);
  while (p < end && !is_space (*p))
    p++;
  if (p == name)
    return NULL;

  if (p < end)
    *p++ = '\0';
  *end = '\0';
  for (;;)
    {
      while (p < end && is_space (*p))
        p++;
      if (p >= end)
        return name;
      p = read_attribute (p, end, attributes);
      if (p == NULL)
        return NULL;
    }
}
