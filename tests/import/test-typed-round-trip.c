/* Values written in any form that people's tools use come back as the same values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column of random values is written in each form and has to be read as that type, without a
* misfit. What is expected is counted here: cents in whole numbers, days by GLib's calendar. */

#include "files.h"

#include <math.h>
#include <string.h>

#define N_VALUES 60
#define N_SEEDS  4
#define SEED     20260131
#define EPOCH    719163 /* 1970-01-01 as GDate counts */

/* Numbers */

typedef struct
{
  const char  *name;
  const char  *decimal;
  const char  *thousands;
  gboolean     indian;
  const char  *before[2]; /* of a positive and of a negative number */
  const char  *behind[2];
  BwColumnType type;
  const char  *currency;
} NumberForm;

static const NumberForm number_forms[] = {
  { "plain", ".", "", FALSE, { "", "-" }, { "", "" } },
  { "comma", ",", "", FALSE, { "", "-" }, { "", "" } },
  { "english", ".", ",", FALSE, { "", "-" }, { "", "" } },
  { "german", ",", ".", FALSE, { "", "-" }, { "", "" } },
  { "french", ",", "\u202f", FALSE, { "", "-" }, { "", "" } },
  { "no-break-space", ",", "\u00a0", FALSE, { "", "-" }, { "", "" } },
  { "blank", ",", " ", FALSE, { "", "-" }, { "", "" } },
  { "swiss", ".", "'", FALSE, { "", "-" }, { "", "" } },
  { "swiss-typographic", ".", "’", FALSE, { "", "-" }, { "", "" } },
  { "indian", ".", ",", TRUE, { "", "-" }, { "", "" } },
  { "accounting", ".", ",", FALSE, { "", "(" }, { "", ")" } },
  { "sap", ",", ".", FALSE, { "", "" }, { "", "-" } },
  { "true-minus", ".", "", FALSE, { "", "\u2212" }, { "", "" } },
  { "signed", ".", "", FALSE, { "+", "-" }, { "", "" } },
  { "padded", ".", "", FALSE, { "  ", " -" }, { " ", "  " } },
  { "dollar", ".", ",", FALSE, { "$", "-$" }, { "", "" }, BW_COLUMN_MONEY, "USD" },
  { "dollar-accounting", ".", ",", FALSE, { "$", "($" }, { "", ")" }, BW_COLUMN_MONEY, "USD" },
  { "pound", ".", ",", FALSE, { "£", "-£" }, { "", "" }, BW_COLUMN_MONEY, "GBP" },
  { "euro-behind", ",", ".", FALSE, { "", "-" }, { " €", " €" }, BW_COLUMN_MONEY, "EUR" },
  { "euro-french", ",", "\u202f", FALSE, { "", "-" }, { "\u00a0€", "\u00a0€" }, BW_COLUMN_MONEY,
    "EUR" },
  { "euro-dutch", ",", ".", FALSE, { "€ ", "€ -" }, { "", "" }, BW_COLUMN_MONEY, "EUR" },
  { "code-before", ".", ",", FALSE, { "USD ", "-USD " }, { "", "" }, BW_COLUMN_MONEY, "USD" },
  { "code-behind", ",", ".", FALSE, { "", "-" }, { " EUR", " EUR" }, BW_COLUMN_MONEY, "EUR" },
  { "franc", ".", "'", FALSE, { "CHF ", "CHF -" }, { "", "" }, BW_COLUMN_MONEY, "CHF" },
  { "real", ",", ".", FALSE, { "R$ ", "-R$ " }, { "", "" }, BW_COLUMN_MONEY, "BRL" },
  { "zloty", ",", " ", FALSE, { "", "-" }, { " zł", " zł" }, BW_COLUMN_MONEY, "PLN" },
  { "rupee", ".", ",", TRUE, { "₹", "-₹" }, { "", "" }, BW_COLUMN_MONEY, "INR" },
  { "percent", ".", "", FALSE, { "", "-" }, { "%", "%" }, BW_COLUMN_PERCENT },
  { "percent-german", ",", ".", FALSE, { "", "-" }, { " %", " %" }, BW_COLUMN_PERCENT },
};

static char *
group (guint             whole,
       const NumberForm *form)
{
  g_autofree char *digits = g_strdup_printf ("%u", whole);
  GString *text = g_string_new (NULL);
  const gsize n = strlen (digits);

  for (gsize i = 0; i < n; i++)
    {
      const gsize left = n - i;
      const gboolean part = left == 3 || (left > 3 && (form->indian ? left % 2 == 1 : left % 3 == 0));

      if (i > 0 && part)
        g_string_append (text, form->thousands);
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

static char *
write_number (gint64            cents,
              const NumberForm *form)
{
  const gboolean negative = cents < 0;
  const gint64 size = negative ? -cents : cents;
  g_autofree char *whole = group (size / 100, form);

  return g_strdup_printf ("%s%s%s%02d%s", form->before[negative], whole, form->decimal,
                          (int) (size % 100), form->behind[negative]);
}

static void
check_column (const char   *name,
              guint         seed,
              const char   *header,
              GPtrArray    *texts,
              BwColumnType  type,
              const double *expected)
{
  g_autoptr(GString) file = g_string_new (NULL);
  g_autoptr(BwSource) source = NULL;
  const BwColumn *column;

  g_string_append_printf (file, "account_id\t%s\n", header);
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (file, "K-%u\t%s\n", 1001 + i, (char *) g_ptr_array_index (texts, i));
  source = bw_test_read ("typed.csv", file->str, file->len);

  g_test_message ("%s, seed %u", name, seed);
  g_assert_cmpuint (bw_table_get_n_rows (bw_source_get_table (source)), ==, texts->len);
  g_assert_cmpuint (bw_table_get_n_columns (bw_source_get_table (source)), ==, 2);
  g_assert_cmpuint (bw_source_get_facts (source, 1)->n_misfits, ==, 0);
  column = bw_table_get_column (bw_source_get_table (source), 1);
  g_assert_cmpstr (bw_column_type_get_id (bw_column_get_type (column)), ==,
                   bw_column_type_get_id (type));
  for (guint i = 0; i < texts->len; i++)
    {
      const double value = bw_column_get_numbers (column)[i];

      if (!(fabs (value - expected[i]) <= 1e-15 * fabs (expected[i])))
        g_error ("%s, seed %u: “%s” came back as %.17g instead of %.17g", name, seed,
                 (char *) g_ptr_array_index (texts, i), value, expected[i]);
    }
}

static void
test_numbers (gconstpointer data)
{
  const NumberForm *form = data;

  for (guint seed = SEED; seed < SEED + N_SEEDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      double expected[N_VALUES];

      for (guint i = 0; i < N_VALUES; i++)
        {
          const gint32 reach = i % 4 == 0 ? 1000 : i % 4 == 1 ? 100000 : 2000000000;
          const gint64 cents = g_rand_int_range (rand, -reach, reach);

          g_ptr_array_add (texts, write_number (cents, form));
          expected[i] = cents / (form->type == BW_COLUMN_PERCENT ? 10000.0 : 100.0);
        }
      check_column (form->name, seed, "value", texts, form->type, expected);
    }
}

/* Dates */

/* @format: as GDate understands, but for %M, the name of the month, and %N, its number without a
 *   zero, as %D is of the day
 * @near: only the hundred years that two digits tell, or eight digits are believed to be */
typedef struct
{
  const char *name;
  const char *format;
  const char *months; /* parted by blanks */
  gboolean    near;
} DateForm;

#define ENGLISH "January February March April May June July August September October November December"
#define SHORT   "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"

static const DateForm date_forms[] = {
  { "iso", "%Y-%m-%d" },
  { "year-first-slashes", "%Y/%m/%d" },
  { "year-first-dots", "%Y.%m.%d" },
  { "digits", "%Y%m%d", NULL, TRUE },
  { "day-first", "%d/%m/%Y" },
  { "day-first-hyphens", "%d-%m-%Y" },
  { "day-first-dots", "%d.%m.%Y" },
  { "day-first-without-zeros", "%D.%N.%Y" },
  { "month-first", "%m/%d/%Y" },
  { "month-first-without-zeros", "%N/%D/%Y" },
  { "short-year-dots", "%d.%m.%y", NULL, TRUE },
  { "short-year-month-first", "%N/%D/%y", NULL, TRUE },
  { "english", "%D %M %Y", ENGLISH },
  { "american", "%M %D, %Y", ENGLISH },
  { "american-short", "%M %d, %Y", SHORT },
  { "oracle", "%d-%M-%y", SHORT, TRUE },
  { "hyphens", "%d-%M-%Y", SHORT },
  { "german", "%D. %M %Y", "Januar Februar März April Mai Juni Juli August September Oktober November "
    "Dezember" },
  { "french", "%D %M %Y", "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre" },
  { "spanish", "%D de %M de %Y", "enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre" },
  { "portuguese", "%D de %M de %Y", "janeiro fevereiro março abril maio junho julho agosto setembro "
    "outubro novembro dezembro" },
  { "italian", "%D %M %Y", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
    "novembre dicembre" },
  { "dutch", "%D %M %Y", "januari februari maart april mei juni juli augustus september oktober "
    "november december" },
};

static char *
write_date (const GDate    *day,
            const DateForm *form)
{
  g_auto(GStrv) months = g_strsplit (form->months != NULL ? form->months : ENGLISH, " ", -1);
  GString *text = g_string_new (form->format);
  g_autofree char *number = g_strdup_printf ("%d", g_date_get_month (day));
  g_autofree char *two = g_strdup_printf ("%02d", g_date_get_month (day));
  g_autofree char *day_number = g_strdup_printf ("%d", g_date_get_day (day));
  g_autofree char *day_two = g_strdup_printf ("%02d", g_date_get_day (day));
  g_autofree char *year = g_strdup_printf ("%d", g_date_get_year (day));

  g_string_replace (text, "%M", months[g_date_get_month (day) - 1], 0);
  g_string_replace (text, "%N", number, 0);
  g_string_replace (text, "%m", two, 0);
  g_string_replace (text, "%D", day_number, 0);
  g_string_replace (text, "%d", day_two, 0);
  g_string_replace (text, "%Y", year, 0);
  g_string_replace (text, "%y", year + 2, 0);

  return g_string_free (text, FALSE);
}

static void
random_day (GRand   *rand,
            GDate   *day,
            gboolean near)
{
  /* 1970-01-01 to 2039-12-31 where the century is left out (the column as a whole decides about the
   * years behind), else 1900 to 2199 */
  g_date_clear (day, 1);
  g_date_set_julian (day, near ? EPOCH + g_rand_int_range (rand, 0, 25567)
                                     : EPOCH - 25567 + g_rand_int_range (rand, 0, 109572));
}

static void
test_dates (gconstpointer data)
{
  const DateForm *form = data;

  for (guint seed = SEED; seed < SEED + N_SEEDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      double expected[N_VALUES];

      for (guint i = 0; i < N_VALUES; i++)
        {
          GDate day;

          random_day (rand, &day, form->near);
          g_ptr_array_add (texts, write_date (&day, form));
          expected[i] = (double) g_date_get_julian (&day) - EPOCH;
        }
      check_column (form->name, seed, "renewal", texts, BW_COLUMN_DATE, expected);
    }
}

/* Every date form with a time of day behind it: as it stands, and in halves of a day. */
static void
test_times (gconstpointer data)
{
  const DateForm *form = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) halves = g_ptr_array_new_with_free_func (g_free);
  double expected[N_VALUES];

  for (guint i = 0; i < N_VALUES; i++)
    {
      const int seconds = g_rand_int_range (rand, 0, 86400), hour = seconds / 3600;
      const int minute = seconds / 60 % 60;
      g_autofree char *text = NULL;
      GDate day;

      random_day (rand, &day, form->near);
      text = write_date (&day, form);
      g_ptr_array_add (texts, g_strdup_printf ("%s %02d:%02d:%02d", text, hour, minute,
                                               seconds % 60));
      g_ptr_array_add (halves, g_strdup_printf ("%s %d:%02d:%02d %s", text, (hour + 11) % 12 + 1,
                                                minute, seconds % 60, hour < 12 ? "AM" : "PM"));
      expected[i] = (double) g_date_get_julian (&day) - EPOCH + seconds / 86400.0;
    }
  check_column (form->name, SEED, "last login", texts, BW_COLUMN_DATE_TIME, expected);
  check_column (form->name, SEED, "last login", halves, BW_COLUMN_DATE_TIME, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (number_forms); i++)
    {
      g_autofree char *path = g_strconcat ("/typed/number/", number_forms[i].name, NULL);

      g_test_add_data_func (path, &number_forms[i], test_numbers);
    }
  for (guint i = 0; i < G_N_ELEMENTS (date_forms); i++)
    {
      g_autofree char *path = g_strconcat ("/typed/date/", date_forms[i].name, NULL);
      g_autofree char *time_path = g_strconcat ("/typed/time/", date_forms[i].name, NULL);

      g_test_add_data_func (path, &date_forms[i], test_dates);
      if (strcmp (date_forms[i].format, "%Y%m%d") != 0)
        g_test_add_data_func (time_path, &date_forms[i], test_times);
    }

  return g_test_run ();
}
