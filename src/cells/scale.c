/* Words behind a number that multiply or divide it: k, Mio., billion, percent, basis points. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/scale.h"

#include <string.h>

#define SCALE(word, power, sure) { word, sizeof word - 1, power, sure }

static const BwScale scales[] = {
  SCALE ("k", 3, FALSE), SCALE ("tsd.", 3, TRUE), SCALE ("tsd", 3, TRUE),
  SCALE ("tausend", 3, TRUE), SCALE ("thousand", 3, TRUE), SCALE ("mila", 3, TRUE),
  SCALE ("bin", 3, TRUE), SCALE ("duizend", 3, TRUE), SCALE ("m", 6, FALSE), SCALE ("mm", 6, TRUE),
  SCALE ("mn", 6, TRUE), SCALE ("mio", 6, TRUE), SCALE ("mio.", 6, TRUE), SCALE ("mln", 6, TRUE),
  SCALE ("mln.", 6, TRUE), SCALE ("million", 6, TRUE), SCALE ("millions", 6, TRUE),
  SCALE ("millionen", 6, TRUE), SCALE ("milyon", 6, TRUE), SCALE ("millones", 6, TRUE),
  SCALE ("milhões", 6, TRUE), SCALE ("milhão", 6, TRUE), SCALE ("milioni", 6, TRUE),
  SCALE ("miljoen", 6, TRUE), SCALE ("b", 9, FALSE), SCALE ("bn", 9, TRUE),
  SCALE ("mrd", 9, TRUE), SCALE ("mrd.", 9, TRUE), SCALE ("mld", 9, TRUE), SCALE ("mld.", 9, TRUE),
  SCALE ("md", 9, TRUE), SCALE ("billion", 9, TRUE), SCALE ("billions", 9, TRUE),
  SCALE ("milliard", 9, TRUE), SCALE ("milliards", 9, TRUE), SCALE ("milliarden", 9, TRUE),
  SCALE ("milyar", 9, TRUE), SCALE ("miliardi", 9, TRUE), SCALE ("miljard", 9, TRUE),
  SCALE ("lakh", 5, TRUE), SCALE ("lakhs", 5, TRUE), SCALE ("crore", 7, TRUE),
  SCALE ("crores", 7, TRUE), SCALE ("%", -2, TRUE), SCALE ("percent", -2, TRUE),
  SCALE ("per cent", -2, TRUE), SCALE ("pct", -2, TRUE), SCALE ("pct.", -2, TRUE),
  SCALE ("prozent", -2, TRUE), SCALE ("procent", -2, TRUE), SCALE ("‰", -3, TRUE),
  SCALE ("bps", -4, TRUE), SCALE ("bp", -4, TRUE), SCALE ("basis points", -4, TRUE),
};

/* Small letters without a currency are rather metres, minutes and bytes. */
#define SMALL_UNITS "mb"

/* Before a currency alone: TEUR and T€ are thousands. */
static const BwScale of_money = SCALE ("t", 3, TRUE);

static gboolean
ends_with (const char    *text,
           gsize          length,
           const BwScale *scale)
{
  const char *at = text + length - scale->length;

  if (scale->length > length || g_ascii_strncasecmp (at, scale->word, scale->length) != 0)
    return FALSE;

  /* A word of letters is not the end of a longer one. */
  return !g_ascii_isalpha (at[0]) || scale->length == length || !g_ascii_isalpha (at[-1]);
}

/**
 * bw_scale_is_small:
 * @word: a scale as it is written
 *
 * Returns: whether it is of small letters that stand for units of length, time or size as well
 */
gboolean
bw_scale_is_small (const char *word,
                   gsize       length)
{
  return length <= 2 && memchr (SMALL_UNITS, word[0], strlen (SMALL_UNITS)) != NULL
         && (length == 1 || word[1] == word[0]);
}

/**
 * bw_scale_at_end:
 * @money: whether a currency stood behind it
 *
 * Returns: (nullable): the scale that @text ends with
 */
const BwScale *
bw_scale_at_end (const char *text,
                 gsize       length,
                 gboolean    money)
{
  const char last = length > 0 ? g_ascii_tolower (text[length - 1]) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (scales[i].word[scales[i].length - 1] == last && ends_with (text, length, &scales[i]))
        return &scales[i];
    }

  return money && last == 't' && ends_with (text, length, &of_money) ? &of_money : NULL;
}
