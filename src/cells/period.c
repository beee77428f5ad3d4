/* Weeks, quarters and half years as people write them: 2026-W05, Q1 2026, 1Q26, 2. Halbjahr 2026. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text is taken apart into numbers and words, whatever stands between them; one word has to be a
 * unit, and the numbers around it a year and a part of it, in an order that people use. A period
 * stands for its last day, as the dates in file names do. */

#include "cells/period.h"

#include "cells/calendar.h"
#include "cells/words.h"

#include <string.h>

#define MIN_LENGTH 4
#define MAX_LENGTH 32
#define MAX_TOKENS 4 /* numbers and words that a period has at most */

typedef enum
{
  UNIT_WEEK,
  UNIT_QUARTER,
  UNIT_HALF,
} Unit;

typedef struct
{
  const char *word;
  Unit        unit;
  gboolean    full_year; /* the word alone says too little for a year of two digits */
} UnitWord;

/* English, German, French, Spanish, Portuguese, Italian, Dutch and Turkish. */
static const UnitWord units[] = {
  { "q", UNIT_QUARTER }, { "qtr", UNIT_QUARTER }, { "quarter", UNIT_QUARTER },
  { "quartal", UNIT_QUARTER }, { "t", UNIT_QUARTER, TRUE }, { "trim", UNIT_QUARTER },
  { "trimestre", UNIT_QUARTER }, { "kwartaal", UNIT_QUARTER }, { "ç", UNIT_QUARTER, TRUE },
  { "çeyrek", UNIT_QUARTER }, { "ceyrek", UNIT_QUARTER },
  { "w", UNIT_WEEK, TRUE }, { "wk", UNIT_WEEK }, { "week", UNIT_WEEK }, { "kw", UNIT_WEEK },
  { "cw", UNIT_WEEK }, { "woche", UNIT_WEEK }, { "semaine", UNIT_WEEK }, { "semana", UNIT_WEEK },
  { "settimana", UNIT_WEEK }, { "hafta", UNIT_WEEK },
  { "h", UNIT_HALF }, { "hj", UNIT_HALF }, { "half", UNIT_HALF }, { "halbjahr", UNIT_HALF },
  { "s", UNIT_HALF, TRUE }, { "semester", UNIT_HALF }, { "semestre", UNIT_HALF },
  { "halfjaar", UNIT_HALF }, { "yariyil", UNIT_HALF },
};

/* Words that say nothing: "1er trimestre de 2026", "2nd half of 2026". */
static const char *const fillers[] = {
  "of", "de", "del", "des", "di", "von", "van", "st", "nd", "rd", "th", "er", "e", "o", "º", "ª",
  "ème", "eme", "year",
};

typedef struct
{
  guint           value;
  guint           n_digits; /* 0 where it is a word */
  const UnitWord *unit;
} Token;

typedef struct
{
  Token tokens[MAX_TOKENS];
  guint n_tokens;
} Tokens;

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar) c >= 0x80;
}

static gsize
read_number (const char *p,
             const char *end,
             Token      *token)
{
  const char *start = p;

  for (; p < end && g_ascii_isdigit (*p) && p - start < 5; p++)
    token->value = token->value * 10 + (*p - '0');
  token->n_digits = p - start;

  return p - start;
}

/* Returns: bytes of the word, or 0 where it is none that may stand in a period */
static gsize
read_word (const char *p,
           const char *end,
           Token      *token,
           gboolean   *filler)
{
  char folded[BW_WORD_SIZE];
  gsize length = 0;

  while (p + length < end && is_letter (p[length]))
    length++;
  if (!bw_word_fold (p, length, folded))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (units[i].word[0] == folded[0] && strcmp (units[i].word, folded) == 0)
        {
          token->unit = &units[i];
          return length;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    *filler |= strcmp (fillers[i], folded) == 0;

  return *filler ? length : 0;
}

/* Bytes of what may stand between the tokens. */
static gsize
skip_between (const char *p,
              const char *end)
{
  if (strchr (" -/.,_'", *p) != NULL && *p != '\0')
    return 1;

  return end - p >= 3 && memcmp (p, "’", 3) == 0 ? 3 : 0;
}

static gboolean
tokenize (const char *p,
          const char *end,
          Tokens     *tokens)
{
  while (p < end)
    {
      const gsize between = skip_between (p, end);
      Token token = { 0 };
      gboolean filler = FALSE;
      gsize length;

      if (between > 0)
        {
          p += between;
          continue;
        }
      length = g_ascii_isdigit (*p) ? read_number (p, end, &token)
                                    : is_letter (*p) ? read_word (p, end, &token, &filler) : 0;
      if (length == 0 || (!filler && tokens->n_tokens == MAX_TOKENS))
        return FALSE;
      if (!filler)
        tokens->tokens[tokens->n_tokens++] = token;
      p += length;
    }

  return tokens->n_tokens >= 3;
}

static gboolean
year_of (const Token    *token,
         const UnitWord *unit,
         guint           pivot,
         guint          *year,
         int            *short_year)
{
  *short_year = -1;
  *year = token->value;
  if (token->n_digits == 2 && !unit->full_year)
    {
      *short_year = token->value;
      *year += token->value < pivot ? 2000 : 1900;
    }
  else if (token->n_digits != 4)
    {
      return FALSE;
    }

  return *year >= BW_FIRST_YEAR && *year <= BW_LAST_YEAR;
}

static gboolean
end_of (Unit    unit,
        guint   year,
        guint   part,
        double *days)
{
  if (unit == UNIT_WEEK)
    return bw_calendar_week_day (year, part, 7, days);
  if (part < 1 || part > (unit == UNIT_QUARTER ? 4 : 2))
    return FALSE;

  return bw_calendar_month_end (year, part * (unit == UNIT_QUARTER ? 3 : 6), days);
}

/* 2026-W05-3, 2026W053 */
static gboolean
read_week_day (const Tokens *tokens,
               BwPeriod     *period)
{
  const Token *t = tokens->tokens;
  const gboolean joined = tokens->n_tokens == 3 && t[2].n_digits == 3;
  guint week, day;

  if (t[0].n_digits != 4 || t[1].unit == NULL || t[1].unit->unit != UNIT_WEEK
      || !(joined || (tokens->n_tokens == 4 && t[2].n_digits == 2 && t[3].n_digits == 1)))
    return FALSE;

  week = joined ? t[2].value / 10 : t[2].value;
  day = joined ? t[2].value % 10 : t[3].value;
  period->is_day = TRUE;

  return t[0].value >= BW_FIRST_YEAR && t[0].value <= BW_LAST_YEAR
         && bw_calendar_week_day (t[0].value, week, day, &period->days);
}

/* Which token is the year, the unit and the part: year unit part, unit part year, part unit year,
 * year part unit. */
static gboolean
read_tokens (const Tokens *tokens,
             guint         pivot,
             BwPeriod     *period)
{
  const Token *t = tokens->tokens;
  const guint unit = t[0].unit != NULL ? 0 : t[1].unit != NULL ? 1 : 2;
  const guint year = unit == 0 || (unit == 1 && t[0].n_digits <= 2) ? 2 : 0;
  const guint part = 3 - unit - year;
  guint written;

  if (t[unit].unit == NULL || t[part].n_digits < 1 || t[part].n_digits > 2
      || (t[part].n_digits == 2 && t[unit].unit->unit != UNIT_WEEK)
      || (year == 0 && t[year].n_digits != 4)
      || !year_of (&t[year], t[unit].unit, pivot, &written, &period->short_year))
    return FALSE;

  return end_of (t[unit].unit->unit, written, t[part].value, &period->days);
}

/* Whether there are two numbers, a year and a part of it; told cheaply, since most texts that get here
 * are no periods. */
static gboolean
has_numbers_enough (const char *text,
                    gsize       length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += g_ascii_isdigit (text[i]) && (i == 0 || !g_ascii_isdigit (text[i - 1]));

  return n >= 2;
}

/**
 * bw_period_scan:
 * @text: UTF-8, without blanks at its ends
 * @pivot: years of two digits from this on are of the century before
 * @period: (out): what it is
 *
 * A fiscal year (FY26, Q1 FY2026) is none: nobody but the company knows when it ends.
 *
 * Returns: whether @text is a week, a quarter or a half year
 */
gboolean
bw_period_scan (const char *text,
                gsize       length,
                guint       pivot,
                BwPeriod   *period)
{
  Tokens tokens = { .n_tokens = 0 };

  memset (period, 0, sizeof *period);
  period->short_year = -1;
  if (length < MIN_LENGTH || length > MAX_LENGTH || !has_numbers_enough (text, length)
      || !tokenize (text, text + length, &tokens))
    return FALSE;
  if (read_week_day (&tokens, period))
    return TRUE;

  period->is_day = FALSE;

  return tokens.n_tokens == 3 && read_tokens (&tokens, pivot, period);
}
