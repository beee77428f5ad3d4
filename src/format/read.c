/* Numbers and dates as a person types them, in the locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not understood as a whole is refused: a rest that is dropped, or a full stop that parts
 * thousands and is taken for a decimal point, would be another number than the one that was meant. */

#include "format/read.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define DIGITS "0123456789"
#define EPOCH  719163 /* 1970-01-01 as GDate counts days */

static const struct
{
  const char *typed;
  const char *plain;
} same[] = {
  { "\302\240", " " },     /* no-break space */
  { "\342\200\257", " " }, /* narrow no-break space */
  { "\342\200\211", " " }, /* thin space */
  { "\342\200\231", "'" }, /* apostrophe */
  { "\342\210\222", "-" }, /* minus */
};

/* How the locale writes numbers: ASCII marks, of which @separator may be any that parts groups. */
typedef struct
{
  char point;
  char foreign;   /* what others write for it */
  char separator;
} Marks;

/* Writes in @text a plain mark for each one of more than a byte. */
static Marks
find_marks (GString *text)
{
  const struct lconv *locale = localeconv ();
  Marks marks;

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    g_string_replace (text, same[i].typed, same[i].plain, 0);
  if (strlen (locale->decimal_point) > 1)
    g_string_replace (text, locale->decimal_point, ".", 0);
  if (strlen (locale->thousands_sep) > 1)
    g_string_replace (text, locale->thousands_sep, " ", 0);

  marks.point = g_str_equal (locale->decimal_point, ",") ? ',' : '.';
  marks.foreign = marks.point == '.' ? ',' : '.';
  marks.separator = strlen (locale->thousands_sep) > 1 ? ' ' :
                    *locale->thousands_sep != '\0' ? *locale->thousands_sep : marks.foreign;

  return marks;
}

/* Returns: whether there was one at @text, which is then behind it */
static gboolean
take_sign (const char **text,
           gboolean    *negative)
{
  if (**text != '+' && **text != '-')
    return FALSE;

  *negative = **text == '-';
  *text += 1;
  *text += strspn (*text, " ");

  return TRUE;
}

/* Takes away one of @units, before or behind the number. */
static void
take_unit (const char       **text,
           char              *end,
           const char *const *units)
{
  for (gsize i = 0; units != NULL && units[i] != NULL; i++)
    {
      if (*units[i] != '\0' && g_str_has_prefix (*text, units[i]))
        {
          *text += strlen (units[i]);
          *text += strspn (*text, " ");
          return;
        }
      if (*units[i] != '\0' && g_str_has_suffix (*text, units[i]))
        {
          end[-(gssize) strlen (units[i])] = '\0';
          g_strchomp ((char *) *text);
          return;
        }
    }
}

/* Whether the mark of others at @i begins decimals, and cannot part thousands. */
static gboolean
begins_decimals (const char *text,
                 gsize       i)
{
  const gsize n = strlen (text + i + 1);

  return strspn (text + i + 1, DIGITS) == n && strspn (text, DIGITS) == i && n > 0 &&
         (n < 3 || (i == 1 && *text == '0'));
}

/* Whether the @n bytes are digits, alone or in groups: 1,234,567 or 12,34,567. */
static gboolean
is_whole (const char  *text,
          gsize        n,
          const Marks *marks)
{
  gsize n_group = strspn (text, DIGITS);
  gsize at = n_group;
  const char mark = text[at];

  if (at >= n)
    return at == n;
  if ((mark != marks->separator && mark != ' ' && mark != '\'') || n_group < 1 || n_group > 3)
    return FALSE;

  while (at < n)
    {
      if (text[at] != mark)
        return FALSE;
      n_group = strspn (text + at + 1, DIGITS);
      at += 1 + n_group;
      if (n_group != 3 && (n_group != 2 || mark != ',' || at >= n))
        return FALSE;
    }

  return at == n;
}

static gboolean
read_plain (const char *text,
            double     *number)
{
  char *end;

  if (strspn (text, DIGITS ".eE+-") != strlen (text) || strpbrk (text, DIGITS) == NULL)
    return FALSE;

  *number = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*number);
}

static gboolean
read_digits (const char  *text,
             const Marks *marks,
             double      *number)
{
  g_autoptr(GString) plain = g_string_new (NULL);
  const gsize n = strlen (text);
  gsize whole = strcspn (text, (const char[]) { marks->point, '\0' });

  if (!g_ascii_isdigit (*text) && *text != '.' && *text != ',')
    return FALSE;
  if (strpbrk (text, "eE") != NULL)
    return read_plain (text, number);

  if (whole == n && strchr (text, marks->foreign) != NULL &&
      begins_decimals (text, strcspn (text, (const char[]) { marks->foreign, '\0' })))
    whole = strcspn (text, (const char[]) { marks->foreign, '\0' });
  if (!is_whole (text, whole, marks))
    return FALSE;

  for (gsize i = 0; i < whole; i++)
    if (g_ascii_isdigit (text[i]))
      g_string_append_c (plain, text[i]);
  if (whole < n)
    g_string_append_printf (plain, ".%s", text + whole + 1);

  return read_plain (plain->str, number);
}

/**
 * bw_read_number:
 * @text: in the locale's way: "1,234.5", "1.234,5" in German; decimals may have the other mark where
 *   that can be nothing else: "12,5"; or in C form with an exponent, "1e-7"
 * @units: (nullable) (array zero-terminated=1): what may stand before or behind the number
 * @number: (out): where it is one
 *
 * Returns: whether all of @text is understood
 */
gboolean
bw_read_number (const char        *text,
                const char *const *units,
                double            *number)
{
  g_autoptr(GString) typed = g_string_new (text);
  const Marks marks = find_marks (typed);
  const char *rest = g_strstrip (typed->str);
  gboolean negative = FALSE;
  const gboolean has_sign = take_sign (&rest, &negative);
  double read;

  take_unit (&rest, (char *) rest + strlen (rest), units);
  if (!has_sign)
    take_sign (&rest, &negative);
  if (!read_digits (rest, &marks, &read))
    return FALSE;

  *number = negative ? -read : read;

  return TRUE;
}

/* Whether the locale writes the day before the month: 31.1.2026. */
static gboolean
is_day_first (void)
{
  GDate date;
  char text[64];

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 28, G_DATE_NOVEMBER, 1999);
  g_date_strftime (text, sizeof text, "%x", &date);

  return strstr (text, "28") != NULL && strstr (text, "11") != NULL &&
         strstr (text, "28") < strstr (text, "11");
}

/* Three numbers of at most four digits, of which the first or the last has four: the year. */
static gboolean
read_parts (const char *text,
            guint       numbers[3],
            gboolean   *year_first)
{
  g_auto(GStrv) parts = g_strsplit_set (text, "-./", -1);

  if (g_strv_length (parts) != 3)
    return FALSE;

  for (guint i = 0; i < 3; i++)
    {
      const char *part = g_strstrip (parts[i]);
      const gsize n = strlen (part);

      if (n < 1 || n > 4 || strspn (part, DIGITS) != n)
        return FALSE;
      numbers[i] = (guint) g_ascii_strtoull (part, NULL, 10);
    }
  *year_first = strlen (parts[0]) == 4;

  return *year_first || strlen (parts[2]) == 4;
}

/**
 * bw_read_date:
 * @text: three numbers, "2026-1-31"; with the year last, day and month stand in the order of the
 *   locale, unless only the other makes a date
 * @days: (out): since 1970-01-01, where it is a date
 *
 * Returns: whether @text is a date
 */
gboolean
bw_read_date (const char *text,
              double     *days)
{
  guint numbers[3];
  gboolean year_first;
  guint year, day;
  GDate date;

  if (!read_parts (text, numbers, &year_first))
    return FALSE;

  year = year_first ? 0 : 2;
  day = year_first ? 2 : numbers[1] <= 12 && (numbers[0] > 12 || is_day_first ()) ? 0 : 1;
  if (!g_date_valid_dmy (numbers[day], numbers[3 - year - day], numbers[year]))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, numbers[day], numbers[3 - year - day], numbers[year]);
  *days = (double) g_date_get_julian (&date) - EPOCH;

  return TRUE;
}
