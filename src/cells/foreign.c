/* Digits and signs of other scripts, as the ASCII ones that mean the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Full-width forms as East Asian tools write them, Arabic-Indic and Persian digits, and year, month
 * and day behind the numbers of a date. */

#include "cells/foreign.h"

#include <string.h>

typedef struct
{
  const char *text;
  char        ascii;
} Sign;

static const Sign signs[] = {
  { "٫", '.' }, { "٬", ',' }, { "٪", '%' }, { "年", '-' }, { "月", '-' }, { "日", ' ' },
  { "년", '-' }, { "월", '-' }, { "일", ' ' },
};

/* Whether such a digit or sign may begin with these two bytes. */
static gboolean
may_begin (guchar first,
           guchar second)
{
  switch (first)
    {
    case 0xD9: /* Arabic-Indic digits and signs */
      return second >= 0xA0 && second <= 0xAC;

    case 0xDB: /* Persian digits */
      return second >= 0xB0 && second <= 0xB9;

    case 0xE5: /* 年 */
      return second == 0xB9;

    case 0xE6: /* 月, 日 */
      return second == 0x9C || second == 0x97;

    case 0xEB: /* 년 */
      return second == 0x85;

    case 0xEC: /* 월, 일 */
      return second == 0x9B || second == 0x9D;

    case 0xEF: /* full-width forms */
      return second == 0xBC || second == 0xBD;

    default:
      return FALSE;
    }
}

/**
 * bw_foreign_may_be:
 *
 * Returns: whether @text has bytes that such digits and signs begin with
 */
gboolean
bw_foreign_may_be (const char *text,
                   gsize       length)
{
  for (gsize i = 0; i + 1 < length; i++)
    {
      if ((guchar) text[i] >= 0x80 && may_begin (text[i], text[i + 1]))
        return TRUE;
    }

  return FALSE;
}

/* The ASCII sign for that at @p, and its bytes; 0 where there is none. */
static gsize
sign_at (const guchar *p,
         gsize         length,
         char         *ascii)
{
  if (length >= 2 && (p[0] == 0xD9 || p[0] == 0xDB))
    {
      const guchar first = p[0] == 0xD9 ? 0xA0 : 0xB0;

      if (p[1] >= first && p[1] <= first + 9)
        {
          *ascii = '0' + (p[1] - first);
          return 2;
        }
    }
  if (length >= 3 && p[0] == 0xEF && ((p[1] == 0xBC && p[2] >= 0x81)
                                      || (p[1] == 0xBD && p[2] >= 0x80 && p[2] <= 0x9E)))
    {
      *ascii = p[1] == 0xBC ? 0x21 + (p[2] - 0x81) : 0x60 + (p[2] - 0x80);
      return 3;
    }

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize n;

      if (p[0] != (guchar) signs[i].text[0] || length < 2 || p[1] != (guchar) signs[i].text[1])
        continue;
      n = strlen (signs[i].text);
      if (n <= length && memcmp (p, signs[i].text, n) == 0)
        {
          *ascii = signs[i].ascii;
          return n;
        }
    }

  return 0;
}

/**
 * bw_foreign_fold:
 * @folded: (out): %BW_FOREIGN_SIZE bytes
 * @decimal: (out): the decimal mark that an Arabic sign leaves no doubt about, or 0
 *
 * Returns: bytes of @folded, or 0 where there is nothing to fold
 */
gsize
bw_foreign_fold (const char *text,
                 gsize       length,
                 char       *folded,
                 char       *decimal)
{
  gsize used = 0;
  gboolean any = FALSE;

  *decimal = 0;
  for (gsize i = 0; i < length; )
    {
      char ascii = text[i];
      const gsize n = (guchar) text[i] < 0x80 ? 0
                      : sign_at ((const guchar *) text + i, length - i, &ascii);

      if (used == BW_FOREIGN_SIZE)
        return 0;
      if (n == 2 && (ascii == '.' || ascii == ','))
        *decimal = '.';
      any |= n > 0;
      folded[used++] = ascii;
      i += MAX (n, 1);
    }
  while (used > 0 && (folded[used - 1] == ' ' || folded[used - 1] == '-'))
    used--; /* behind the day */

  return any ? used : 0;
}
