/* Dates in the names of files and columns, and the patterns that come of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/calendar.h"
#include "panel/file-name.h"

#include "texts.h"

typedef struct
{
  const char *name;
  const char *file_name;
  const char *date;
  const char *pattern;
  const char *id;
} Case;

static const Case cases[] = {
  { "year-month", "usage-2026-08.csv", "2026-08-31", "usage-*.csv", "usage" },
  { "underscores", "crm_2026_08.csv", "2026-08-31", "crm_*.csv", "crm" },
  { "together", "usage202608.csv", "2026-08-31", "usage*.csv", "usage" },
  { "day", "crm-accounts-2026-08-31.csv", "2026-08-31", "crm-accounts-*.csv", "crm-accounts" },
  { "day-together", "export20260831.csv", "2026-08-31", "export*.csv", "export" },
  { "with-time", "export_20260831120000.csv", "2026-08-31", "export_*.csv", "export" },
  { "german-day", "kunden_31.08.2026.csv", "2026-08-31", "kunden_*.csv", "kunden" },
  { "us-day", "accounts 08-31-2026.csv", "2026-08-31", "accounts *.csv", "accounts" },
  { "short-name", "aug26.csv", "2026-08-31", "*.csv", "data" },
  { "name-year", "Usage Feb 2024.csv", "2024-02-29", "Usage *.csv", "Usage" },
  { "year-name", "2025-Mar usage.csv", "2025-03-31", "* usage.csv", "usage" },
  { "day-name", "31 Dec 2025 accounts.csv", "2025-12-31", "* accounts.csv", "accounts" },
  { "german", "Nutzung_Dezember_2025.csv", "2025-12-31", "Nutzung_*.csv", "Nutzung" },
  { "french", "clients_août_2026.csv", "2026-08-31", "clients_*.csv", "clients" },
  { "month-first", "08-2026 usage.csv", "2026-08-31", "* usage.csv", "usage" },
  { "quarter", "nps_2026Q1.csv", "2026-03-31", "nps_*.csv", "nps" },
  { "quarter-first", "nps Q4 2025.csv", "2025-12-31", "nps *.csv", "nps" },
  { "week", "logins-2026-W01.csv", "2026-01-04", "logins-*.csv", "logins" },
  { "from-to", "usage_2026-08-01_2026-08-31.csv", "2026-08-31", "usage_*_*.csv", "usage" },
  { "gzip", "usage-2026-08.csv.gz", "2026-08-31", "usage-*.csv.gz", "usage" },
  { "leap", "usage-2026-02-30.csv", NULL, "usage-2026-02-30.csv", "usage-2026-02-30" },
  { "bare", "2026-08.csv", "2026-08-31", "*.csv", "data" },
  { "month-glued", "customers_aug26.csv", "2026-08-31", "customers_*.csv", "customers" },
  { "german-blank", "Kunden 31.08.2026.csv", "2026-08-31", "Kunden *.csv", "Kunden" },
  { "german-short", "Kunden 31.08.26.csv", "2026-08-31", "Kunden *.csv", "Kunden" },
  { "german-one-digit", "Kunden 1.8.2026.csv", "2026-08-01", "Kunden *.csv", "Kunden" },
  { "day-and-time", "export-20260831-1200.csv", "2026-08-31", "export-*-1200.csv", "export--1200" },
  { "day-and-minutes", "export_202608311200.csv", "2026-08-31", "export_*.csv", "export" },
  { "day-glued", "clientes31082026.csv", "2026-08-31", "clientes*.csv", "clientes" },
  { "name-day", "accounts Aug 5, 2026.csv", "2026-08-05", "accounts *.csv", "accounts" },
  { "camel", "UsageAug2026.csv", "2026-08-31", "Usage*.csv", "Usage" },
  { "spanish", "clientes_enero_2026.csv", "2026-01-31", "clientes_*.csv", "clientes" },
  { "portuguese", "clientes fevereiro 2026.csv", "2026-02-28", "clientes *.csv", "clientes" },
  { "portuguese-short", "clientes set 2026.csv", "2026-09-30", "clientes *.csv", "clientes" },
  { "italian", "clienti-giugno-2026.csv", "2026-06-30", "clienti-*.csv", "clienti" },
  { "dutch", "klanten mrt 2026.csv", "2026-03-31", "klanten *.csv", "klanten" },
  { "french-dot", "clients juil. 2026.csv", "2026-07-31", "clients *.csv", "clients" },
  { "from-a-mac", "clients_aou\xcc\x82t_2026.csv", "2026-08-31", "clients_*.csv", "clients" },
  { "quarter-blank", "Q3 2026.csv", "2026-09-30", "*.csv", "data" },
  { "quarter-behind", "nps 3Q26.csv", "2026-09-30", "nps *.csv", "nps" },
  { "quarter-word", "Quartal 2 2026 NPS.csv", "2026-06-30", "* NPS.csv", "NPS" },
  { "half", "survey-H1-2026.csv", "2026-06-30", "survey-*.csv", "survey" },
  { "calendar-week", "KW35_2026.csv", "2026-08-30", "*.csv", "data" },
  { "calendar-week-behind", "Logins 2026-KW01.csv", "2026-01-04", "Logins *.csv", "Logins" },
  { "week-53", "logins-2026-W53.csv", "2027-01-03", "logins-*.csv", "logins" },
  { "version", "accounts_v2026.08.csv", NULL, "accounts_v2026.08.csv", "accounts_v2026.08" },
  { "version-of-three", "report v1.12.2024.csv", NULL, "report v1.12.2024.csv", "report v1.12.2024" },
  { "out-and-set", "log_out24_set12.csv", NULL, "log_out24_set12.csv", "log_out24_set12" },
  { "subscriptions", "sub-2026.csv", NULL, "sub-2026.csv", "sub-2026" },
  { "week-too-many", "logins-2026-W60.csv", NULL, "logins-2026-W60.csv", "logins-2026-W60" },
  { "no-date", "accounts.csv", NULL, "accounts.csv", "accounts" },
  { "year-alone", "accounts 2026.csv", NULL, "accounts 2026.csv", "accounts 2026" },
  { "big-number", "export-1693526400.csv", NULL, "export-1693526400.csv", "export-1693526400" },
  { "word", "summary.csv", NULL, "summary.csv", "summary" },
  { "march-of-26", "marching26.csv", NULL, "marching26.csv", "marching26" },
};

static void
test_name (gconstpointer data)
{
  const Case *c = data;
  const double expected = day (c->date), found = bw_file_name_get_date (c->file_name);
  g_autofree char *pattern = bw_file_name_dup_pattern (c->file_name);
  g_autofree char *id = bw_file_name_dup_id (c->file_name);

  if (isnan (expected))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat (found, ==, expected);
  g_assert_cmpstr (pattern, ==, c->pattern);
  g_assert_cmpstr (id, ==, c->id);
}

static void
test_calendar (void)
{
  for (int days = -40000; days <= 60000; days++)
    {
      int year, month, of_month;

      bw_civil_from_days (days, &year, &month, &of_month);
      g_assert_cmpfloat (bw_days_from_civil (year, month, of_month), ==, days);
      g_assert_true (g_date_valid_dmy (of_month, month, year));
    }
  g_assert_cmpfloat (bw_days_from_civil (1970, 1, 1), ==, 0);
  g_assert_cmpfloat (bw_days_from_civil (2026, 8, 31), ==, day ("2026-08-31"));
  g_assert_cmpfloat (bw_month_end (day ("2024-02-01")), ==, day ("2024-02-29"));
  g_assert_cmpfloat (bw_month_end (day ("2025-12-31")), ==, day ("2025-12-31"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/file-date/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_name);
    }
  g_test_add_func ("/panel/calendar", test_calendar);

  return g_test_run ();
}
