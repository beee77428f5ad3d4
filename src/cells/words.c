/* Words that mean something in a cell: yes and no, and the many ways to say that there is no value. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/words.h"

#include <string.h>

typedef struct
{
  const char *yes;
  const char *no;
} Pair;

/* At most 32: a pair is a bit. The first two are numbers. Without dotless ı, see bw_word_fold(). */
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
  { "aan", "uit" },
  { "evet", "hayir" },
  { "e", "h" },
  { "doğru", "yanliş" },
  { "dogru", "yanlis" },
  { "var", "yok" },
  { "✓", "✗" },
  { "✔", "✘" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (pairs_of_flags) <= 32);

/* Marks that people put where something holds, leaving the cell empty where it does not. */
static const char *const ticks[] = { "x", "✓", "✔", "☑", "✅", "•", "●" };

#define NUMERIC_PAIRS 0x3u

/* In number, date and yes/no columns. */
static const char *const missing_values[] = {
  "na", "n/a", "#n/a", "n.a.", "#na", "null", "(null)", "nan", "none", "nil", "-", "--", "–",
  "—", "?", "0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "00.00.0000", "nat", "<na>",
  "(blank)", "(empty)", "k. a.", "k.a.", "0001-01-01", "0001-01-01 00:00:00",
  "0001-01-01t00:00:00", "0001-01-01t00:00:00z", "01.01.0001", "01/01/0001", "01/01/0001 00:00:00",
};

/* In category columns; "NA" is North America there. */
static const char *const missing_categories[] = { "n/a", "#n/a", "null", "(null)" };

static const char *const formula_errors[] = {
  "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "#wert!", "#bezug!", "#zahl!",
  "#valeur!", "#nombre?", "#nom?", "#valor!", "#valore!", "#waarde!", "#değer!", "#sayi/0!",
  "#error!", "#err", "#spill!", "#calc!",
};

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

/* The letters that a Turkish I becomes, in either case, are all an i here. */
static gsize
dotless_at (const char *text,
            gsize       length)
{
  return length >= 2 && (guchar) text[0] == 0xC4
         && ((guchar) text[1] == 0xB0 || (guchar) text[1] == 0xB1) ? 2 : 0;
}

/**
 * bw_word_fold:
 * @folded: (out): %BW_WORD_SIZE bytes: @text in lower case without blanks at its ends; every i with
 *   or without a dot is an i
 *
 * Returns: whether it is short enough to be a word that means something
 */
gboolean
bw_word_fold (const char *text,
              gsize       length,
              char       *folded)
{
  gsize used = 0;

  trim (&text, &length);
  if (length == 0 || length >= BW_WORD_SIZE)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      const guchar before = i == 0 ? 0 : (guchar) text[i - 1];

      if ((guchar) text[i] < 0x80)
        folded[used++] = g_ascii_tolower (text[i]);
      else if (dotless_at (text + i, length - i) > 0)
        folded[used++] = 'i', i++;
      else if ((guchar) text[i] == 0xCC && i + 1 < length && (guchar) text[i + 1] == 0x87)
        i++; /* the dot of an I that was put into lower case elsewhere */
      else
        folded[used++] = lower_second (before, text[i]);
    }
  folded[used] = '\0';

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

/**
 * bw_is_blank:
 *
 * Returns: whether there is nothing in @text but blanks, unbreakable ones too
 */
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

/* Whether a text begins as one of the missing values does; told cheaply, since hardly any is one. */
static gboolean
may_be_missing (const char *text,
                gsize       length)
{
  switch (length > 0 ? (guchar) text[0] : 0)
    {
    case '0':
      return length >= strlen ("0000-00-00");

    case '-':
      return length == 1 || !g_ascii_isdigit (text[1]);

    case ' ':
    case '\t':
    case 'n':
    case 'N':
    case '#':
    case '(':
    case '\\':
    case '?':
    case '<':
    case 'k':
    case 'K':
    case 0xE2: /* – and — */
      return TRUE;

    default:
      return FALSE;
    }
}

/* \N, as some databases write NULL; \n may be somebody's text. */
static gboolean
is_null_mark (const char *text,
              gsize       length)
{
  return length == 2 && text[0] == '\\' && text[1] == 'N';
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
  return may_be_missing (text, length)
         && (is_null_mark (text, length)
             || is_one_of (text, length, missing_values, G_N_ELEMENTS (missing_values)));
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
  return is_null_mark (text, length)
         || is_one_of (text, length, missing_categories, G_N_ELEMENTS (missing_categories));
}

/**
 * bw_is_tick:
 *
 * Returns: whether a cell is a mark that says yes where an empty cell says no
 */
gboolean
bw_is_tick (const char *text,
            gsize       length)
{
  return length <= 4 && is_one_of (text, length, ticks, G_N_ELEMENTS (ticks));
}

/**
 * bw_is_formula_error:
 *
 * Returns: whether a cell is what a spreadsheet shows where a formula failed; `#N/A` says that there
 *   is no value, and is bw_is_missing_value()
 */
gboolean
bw_is_formula_error (const char *text,
                     gsize       length)
{
  return length > 4 && text[0] == '#'
         && is_one_of (text, length, formula_errors, G_N_ELEMENTS (formula_errors));
}
