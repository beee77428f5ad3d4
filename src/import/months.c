/* The names of months and days of the week in the languages that exports come in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English, German, French, Spanish, Portuguese, Italian and Dutch; a word that several languages
 * share stands once. All in lower case. */

#include "import/months.h"

#include "import/words.h"

#include <string.h>

#define MAX_NAMES 20

static const char *const months[12][MAX_NAMES] = {
  { "jan", "january", "januar", "jän", "jänner", "janv", "janvier", "ene", "enero", "janeiro",
    "gen", "gennaio", "januari" },
  { "feb", "february", "februar", "fév", "févr", "fev", "février", "fevrier", "febrero",
    "fevereiro", "febbraio", "februari", "febr" },
  { "mar", "march", "mär", "märz", "maerz", "mrz", "mars", "marzo", "março", "marco", "mrt",
    "maart" },
  { "apr", "april", "avr", "avril", "abr", "abril", "aprile" },
  { "may", "mai", "mayo", "maio", "mag", "maggio", "mei" },
  { "jun", "june", "juni", "juin", "junio", "junho", "giu", "giugno" },
  { "jul", "july", "juli", "juil", "juillet", "julio", "julho", "lug", "luglio" },
  { "aug", "august", "août", "aout", "ago", "agosto", "augustus" },
  { "sep", "sept", "september", "septembre", "septiembre", "set", "setembro", "settembre" },
  { "oct", "october", "okt", "oktober", "octobre", "octubre", "out", "outubro", "ott", "ottobre" },
  { "nov", "november", "novembre", "noviembre", "novembro" },
  { "dec", "december", "dez", "dezember", "déc", "décembre", "decembre", "dic", "diciembre",
    "dezembro", "dicembre" },
};

static const char *const weekdays[] = {
  "mon", "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur", "thurs",
  "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday",
  "mo", "montag", "di", "dienstag", "mi", "mittwoch", "do", "donnerstag", "fr", "freitag", "sa",
  "samstag", "sonnabend", "so", "sonntag",
  "lun", "lundi", "mardi", "mer", "mercredi", "jeu", "jeudi", "ven", "vendredi", "sam", "samedi",
  "dim", "dimanche",
  "lunes", "martes", "mié", "miércoles", "jue", "jueves", "vie", "viernes", "sáb", "sábado",
  "dom", "domingo", "seg", "ter", "qua", "qui", "sex",
  "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
  "ma", "maandag", "dinsdag", "wo", "woensdag", "donderdag", "vr", "vrijdag", "za", "zaterdag",
  "zo", "zondag",
};

/**
 * bw_month_from_word:
 * @word: a name or its short form, in upper or lower case, without a final dot
 *
 * Returns: 1 to 12, or 0 where it is no month
 */
guint
bw_month_from_word (const char *word,
                    gsize       length)
{
  char folded[BW_WORD_SIZE];

  if (!bw_word_fold (word, length, folded))
    return 0;

  for (guint month = 0; month < G_N_ELEMENTS (months); month++)
    {
      for (guint i = 0; i < MAX_NAMES && months[month][i] != NULL; i++)
        {
          if (months[month][i][0] == folded[0] && strcmp (months[month][i], folded) == 0)
            return month + 1;
        }
    }

  return 0;
}

/**
 * bw_is_weekday:
 *
 * Returns: whether @word names a day of the week
 */
gboolean
bw_is_weekday (const char *word,
               gsize       length)
{
  char folded[BW_WORD_SIZE];

  if (!bw_word_fold (word, length, folded))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      if (weekdays[i][0] == folded[0] && strcmp (weekdays[i], folded) == 0)
        return TRUE;
    }

  return FALSE;
}
