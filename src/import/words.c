/* Words that mean something in a cell: yes and no, and the many ways to say that there is no value. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/words.h"

#include <string.h>

typedef struct
{
  const char *yes;
  const char *no;
} Pair;

/* At most 32: a pair is a bit. The first two are numbers. */
static const Pair pairs_of_flags[] = {
  { "1", "0" },
  { "1.0", "0.0" },
  { "yes", "no" },
  { "y", "n" },
  { "true", "false" },
  { "t", "f" },
  { "on", "off" },
  { "ja", "nein" },
  { "j", "n" },
  { "wahr", "falsch" },
  { "oui", "non" },
  { "o", "n" },
  { "vrai", "faux" },
  { "sí", "no" },
  { "si", "no" },
  { "sì", "no" },
  { "s", "n" },
  { "verdadero", "falso" },
  { "sim", "não" },
  { "sim", "nao" },
  { "verdadeiro", "falso" },
  { "vero", "falso" },
  { "ja", "nee" },
  { "waar", "onwaar" },
  { "evet", "hayır" },
  { "evet", "hayir" },
  { "e", "h" },
  { "doğru", "yanlış" },
};

#define NUMERIC_PAIRS 0x3u

/* In number, date and yes/no columns. */
static const char *const missing_values[] = {
  "na", "n/a", "#n/a", "n.a.", "#na", "null", "(null)", "\\n", "nan", "none", "nil", "-", "--", "–",
  "—", "?", "0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "00.00.0000", "nat", "<na>",
  "(blank)", "(empty)", "k. a.", "k.a.",
};

/* In category columns; "NA" is North America there. */
static const char *const missing_categories[] = { "n/a", "#n/a", "null", "(null)", "\\n" };

static void
trim (const char **text,
      gsize       *length)
{
  while (*length > 0 && g_ascii_isspace ((*text)[0]))
    (*text)++, (*length)--;
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    (*length)--;
}

/* The lower case of a letter of two bytes in the alphabets of our words. */
static guchar
lower_second (guchar first,
              guchar second)
{
  if (first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97)
    return second + 0x20;
  if ((first == 0xC4 || first == 0xC5) && second == 0x9E)
    return 0x9F;

  return second;
}

/**
 * bw_word_fold:
 * @folded: (out): %BW_WORD_SIZE bytes: @text in lower case without blanks at its ends
 *
 * Returns: whether it is short enough to be a word that means something
 */
gboolean
bw_word_fold (const char *text,
              gsize       length,
              char       *folded)
{
  trim (&text, &length);
  if (length == 0 || length >= BW_WORD_SIZE)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      const guchar before = i == 0 ? 0 : (guchar) text[i - 1];

      folded[i] = g_ascii_tolower (text[i]);
      if ((guchar) text[i] >= 0x80)
        folded[i] = lower_second (before, text[i]);
    }
  folded[length] = '\0';

  return TRUE;
}

/**
 * bw_flag_scan:
 * @value: (out): whether it says yes
 * @pairs: (out): a bit for each pair of words that it may belong to; cells of one column that share
 *   a bit speak one language
 *
 * Returns: whether the cell is a word for yes or no
 */
gboolean
bw_flag_scan (const char *text,
              gsize       length,
              gboolean   *value,
              guint32    *pairs)
{
  char folded[BW_WORD_SIZE];

  *pairs = 0;
  if (length > 3 && g_ascii_isdigit (text[0]))
    return FALSE;
  if (!bw_word_fold (text, length, folded))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (pairs_of_flags); i++)
    {
      const gboolean yes = strcmp (folded, pairs_of_flags[i].yes) == 0;

      if (!yes && strcmp (folded, pairs_of_flags[i].no) != 0)
        continue;
      *pairs |= 1u << i;
      *value = yes;
    }

  return *pairs != 0;
}

/**
 * bw_flag_pair_is_numeric:
 *
 * Returns: whether the words are 1 and 0
 */
gboolean
bw_flag_pair_is_numeric (guint32 pairs)
{
  return pairs != 0 && (pairs & ~NUMERIC_PAIRS) == 0;
}

gboolean
bw_is_blank (const char *text,
             gsize       length)
{
  static const char nbsp[] = "\u00a0";

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isspace (text[i]))
        continue;
      if (i + 1 >= length || memcmp (text + i, nbsp, strlen (nbsp)) != 0)
        return FALSE;
      i++;
    }

  return TRUE;
}

static gboolean
is_one_of (const char        *text,
           gsize              length,
           const char *const *words,
           guint              n_words)
{
  char folded[BW_WORD_SIZE];

  if (!bw_word_fold (text, length, folded))
    return FALSE;

  for (guint i = 0; i < n_words; i++)
    {
      if (words[i][0] == folded[0] && strcmp (words[i], folded) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_is_missing_value:
 *
 * Returns: whether a cell of a number, date or yes/no column says that there is no value; blank
 *   ones are bw_is_blank()
 */
gboolean
bw_is_missing_value (const char *text,
                     gsize       length)
{
  static const char firsts[] = " \tnN#(\\-?<kK\xE2";

  if (length == 0 || (text[0] == '0' ? length < 10 : strchr (firsts, text[0]) == NULL))
    return FALSE;

  return is_one_of (text, length, missing_values, G_N_ELEMENTS (missing_values));
}

/**
 * bw_is_missing_category:
 *
 * Returns: whether a cell of a category column says that there is no value
 */
gboolean
bw_is_missing_category (const char *text,
                        gsize       length)
{
  return is_one_of (text, length, missing_categories, G_N_ELEMENTS (missing_categories));
}
