/* The names of months and days of the week in the languages that exports come in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English, German, French, Spanish, Portuguese, Italian, Dutch and Turkish; a word that several
 * languages share stands once. All as bw_word_fold() leaves them: in lower case, every i with a dot. */

#include "cells/months.h"

#include "cells/words.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  guint       month;
} Month;

/* Both lists in the order of their bytes. */
static const Month months[] = {
  { "abr", 4 }, { "abril", 4 }, { "ago", 8 }, { "agosto", 8 }, { "agu", 8 }, { "agustos", 8 },
  { "aout", 8 }, { "aoû", 8 }, { "août", 8 }, { "apr", 4 }, { "april", 4 }, { "aprile", 4 },
  { "ara", 12 }, { "aralik", 12 }, { "aug", 8 }, { "august", 8 }, { "augustus", 8 }, { "avr", 4 },
  { "avril", 4 }, { "ağu", 8 }, { "ağustos", 8 }, { "dec", 12 }, { "december", 12 },
  { "decembre", 12 }, { "dez", 12 }, { "dezember", 12 }, { "dezembro", 12 }, { "dic", 12 },
  { "dicembre", 12 }, { "diciembre", 12 }, { "déc", 12 }, { "décembre", 12 }, { "eki", 10 },
  { "ekim", 10 }, { "ene", 1 }, { "enero", 1 }, { "eyl", 9 }, { "eylul", 9 }, { "eylül", 9 },
  { "feb", 2 }, { "febbraio", 2 }, { "feber", 2 }, { "febr", 2 }, { "febrero", 2 }, { "februar", 2 },
  { "februari", 2 }, { "february", 2 }, { "fev", 2 }, { "fevereiro", 2 }, { "fevr", 2 },
  { "fevrier", 2 }, { "fév", 2 }, { "févr", 2 }, { "février", 2 }, { "gen", 1 }, { "gennaio", 1 },
  { "giu", 6 }, { "giugno", 6 }, { "haz", 6 }, { "haziran", 6 }, { "jaenner", 1 }, { "jan", 1 },
  { "janeiro", 1 }, { "januar", 1 }, { "januari", 1 }, { "january", 1 }, { "janv", 1 },
  { "janvier", 1 }, { "juil", 7 }, { "juillet", 7 }, { "juin", 6 }, { "jul", 7 }, { "julho", 7 },
  { "juli", 7 }, { "julio", 7 }, { "july", 7 }, { "jun", 6 }, { "june", 6 }, { "junho", 6 },
  { "juni", 6 }, { "junio", 6 }, { "jän", 1 }, { "jänner", 1 }, { "kas", 11 }, { "kasim", 11 },
  { "lug", 7 }, { "luglio", 7 }, { "maart", 3 }, { "maerz", 3 }, { "mag", 5 }, { "maggio", 5 },
  { "mai", 5 }, { "maio", 5 }, { "mar", 3 }, { "march", 3 }, { "marco", 3 }, { "mars", 3 },
  { "mart", 3 }, { "marzo", 3 }, { "março", 3 }, { "may", 5 }, { "mayis", 5 }, { "mayo", 5 },
  { "mei", 5 }, { "mrt", 3 }, { "mrz", 3 }, { "mär", 3 }, { "märz", 3 }, { "nis", 4 },
  { "nisan", 4 }, { "nov", 11 }, { "november", 11 }, { "novembre", 11 }, { "novembro", 11 },
  { "noviembre", 11 }, { "oca", 1 }, { "ocak", 1 }, { "oct", 10 }, { "october", 10 },
  { "octobre", 10 }, { "octubre", 10 }, { "okt", 10 }, { "oktober", 10 }, { "ott", 10 },
  { "ottobre", 10 }, { "out", 10 }, { "outubro", 10 }, { "sep", 9 }, { "sept", 9 },
  { "september", 9 }, { "septembre", 9 }, { "septiembre", 9 }, { "set", 9 }, { "setembro", 9 },
  { "setiembre", 9 }, { "settembre", 9 }, { "sub", 2 }, { "subat", 2 }, { "tem", 7 },
  { "temmuz", 7 }, { "şub", 2 }, { "şubat", 2 },
};

static const char *const weekdays[] = {
  "car", "carsamba", "cmt", "cts", "cum", "cuma", "cumartesi", "di", "dienstag", "dim", "dimanche",
  "din", "dinsdag", "do", "dom", "domenica", "domingo", "don", "donderdag", "donnerstag", "fr",
  "freitag", "fri", "friday", "gi", "gio", "giovedi", "giovedì", "je", "jeu", "jeudi", "jue",
  "jueves", "lu", "lun", "lundi", "lunedi", "lunedì", "lunes", "ma", "maa", "maandag", "mardi",
  "martedi", "martedì", "martes", "me", "mer", "mercoledi", "mercoledì", "mercredi", "mi", "mie",
  "miercoles", "mittwoch", "mié", "miércoles", "mo", "mon", "monday", "montag", "paz", "pazar",
  "pazartesi", "per", "persembe", "perşembe", "pts", "pzt", "qua", "quarta", "qui", "quinta", "sa",
  "sab", "sabado", "sabato", "sal", "sali", "sam", "samedi", "samstag", "sat", "saturday", "seg",
  "segunda", "sex", "sexta", "so", "sonnabend", "sonntag", "su", "sun", "sunday", "sáb", "sábado",
  "ter", "terca", "terça", "th", "thu", "thur", "thurs", "thursday", "tu", "tue", "tues",
  "tuesday", "ve", "ven", "vendredi", "venerdi", "venerdì", "vie", "viernes", "vr", "vri",
  "vrijdag", "we", "wed", "wednesday", "wo", "woe", "woensdag", "za", "zat", "zaterdag", "zo",
  "zon", "zondag", "çar", "çarşamba",
};

static int
compare_month (const void *name,
               const void *month)
{
  return strcmp (name, ((const Month *) month)->name);
}

static int
compare_weekday (const void *name,
                 const void *weekday)
{
  return strcmp (name, *(const char *const *) weekday);
}

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
  const Month *found;

  if (length < 3 || !bw_word_fold (word, length, folded))
    return 0;

  found = bsearch (folded, months, G_N_ELEMENTS (months), sizeof months[0], compare_month);

  return found != NULL ? found->month : 0;
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

  if (length < 2 || !bw_word_fold (word, length, folded))
    return FALSE;

  return bsearch (folded, weekdays, G_N_ELEMENTS (weekdays), sizeof weekdays[0], compare_weekday)
         != NULL;
}
