/* Letters in small and in capitals, the same in every locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a Turkish locale g_utf8_strdown() makes “ıd” of “ID”: what is read of a file, and the ids that
 * come of it, may not hang on who reads it. So each letter is turned by itself. */

#include "table/letters.h"

#include <string.h>

static char *
turn (const char  *text,
      gssize       length,
      gunichar  ( *letter )(gunichar c))
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  g_autoptr(GString) turned = g_string_sized_new (end - text);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    g_string_append_unichar (turned, letter (g_utf8_get_char (p)));

  return g_string_free (g_steal_pointer (&turned), FALSE);
}

/**
 * bw_letters_to_small:
 * @text: valid UTF-8
 * @length: in bytes, or -1 where it ends in a NUL
 *
 * Returns: (transfer full): @text in small letters
 */
char *
bw_letters_to_small (const char *text,
                     gssize      length)
{
  return turn (text, length, g_unichar_tolower);
}

/**
 * bw_letters_to_large:
 *
 * See bw_letters_to_small(). A letter without a capital of its own, as “ß”, stays.
 *
 * Returns: (transfer full): @text in capitals
 */
char *
bw_letters_to_large (const char *text,
                     gssize      length)
{
  return turn (text, length, g_unichar_toupper);
}
