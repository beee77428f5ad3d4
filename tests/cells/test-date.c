/* Dates as people's tools write them, in every order that they allow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/date.h"

#include <string.h>

/* "" where the text is no date in that order. */
typedef struct
{
  const char *text;
  const char *dmy;
  const char *mdy;
  gboolean    has_time;
} Case;

static const Case cases[] = {
  { "2026-01-31", "2026-01-31", "2026-01-31" },
  { "2026-1-3", "2026-01-03", "2026-01-03" },
  { "2026/01/31", "2026-01-31", "2026-01-31" },
  { "20260131", "2026-01-31", "2026-01-31" },
  { "31/1/2026", "2026-01-31", "" },
  { "1/31/2026", "", "2026-01-31" },
  { "3/4/2026", "2026-04-03", "2026-03-04" },
  { "03-04-2026", "2026-04-03", "2026-03-04" },
  { "31.01.2026", "2026-01-31", "" },
  { "5.3.26", "2026-03-05", "" },
  { "1/31/26", "", "2026-01-31" },
  { "1/31/99", "", "1999-01-31" },
  { "31 Jan 2026", "2026-01-31", "2026-01-31" },
  { "31-Jan-26", "2026-01-31", "2026-01-31" },
  { "Jan 31, 2026", "2026-01-31", "2026-01-31" },
  { "January 31st, 2026", "2026-01-31", "2026-01-31" },
  { "Sat, 31 Jan 2026", "2026-01-31", "2026-01-31" },
  { "31. Januar 2026", "2026-01-31", "2026-01-31" },
  { "5. März 2026", "2026-03-05", "2026-03-05" },
  { "1er août 2026", "2026-08-01", "2026-08-01" },
  { "12 févr. 2026", "2026-02-12", "2026-02-12" },
  { "31 de enero de 2026", "2026-01-31", "2026-01-31" },
  { "3 de março de 2026", "2026-03-03", "2026-03-03" },
  { "7 gennaio 2026", "2026-01-07", "2026-01-07" },
  { "7 mei 2026", "2026-05-07", "2026-05-07" },
  { "2026-01", "2026-01-31", "2026-01-31" },
  { "01/2026", "2026-01-31", "2026-01-31" },
  { "Jan 2026", "2026-01-31", "2026-01-31" },
  { "2026-01-31T14:30:00.000Z", "2026-01-31", "2026-01-31", TRUE },
  { "2026-01-31 14:30", "2026-01-31", "2026-01-31", TRUE },
  { "2026-01-31 00:00:00", "2026-01-31", "2026-01-31" },
  { "1/31/2026 2:30 PM", "", "2026-01-31", TRUE },
  { "31.01.2026 14:30:00", "2026-01-31", "", TRUE },
  { "2024-02-29", "2024-02-29", "2024-02-29" },
  { "2023-02-29", "", "" },
  { "31.02.2026", "", "" },
  { "2026-13-01", "", "" },
  { "2026-01-31 25:00", "", "" },
  { "20261301", "", "" },
  { "12345678", "", "" },
  { "hello", "", "" },
  { "", "", "" },
  { "12-1234", "", "" },
  { "555-1234", "", "" },
  { "1/2", "", "" },
  { "10:30:00", "", "" },
  { "3 apples 2026", "", "" },
  { "7590-VHVEG", "", "" },
  { "2026-01-31x", "", "" },

  /* Weeks by Python's date.fromisocalendar() */
  { "2026-W05", "2026-02-01", "2026-02-01" },
  { "2026-W01", "2026-01-04", "2026-01-04" },
  { "2020-W53", "2021-01-03", "2021-01-03" },
  { "2025-W01", "2025-01-05", "2025-01-05" },
  { "2026W05", "2026-02-01", "2026-02-01" },
  { "2026-W05-3", "2026-01-28", "2026-01-28" },
  { "2026W053", "2026-01-28", "2026-01-28" },
  { "KW 5/2026", "2026-02-01", "2026-02-01" },
  { "Week 5, 2026", "2026-02-01", "2026-02-01" },
  { "2026-W54", "", "" },
  { "2026-W00", "", "" },
  { "2025-W53", "", "" },
  { "2026-W05-8", "", "" },
  { "2026-Q1", "2026-03-31", "2026-03-31" },
  { "2026Q1", "2026-03-31", "2026-03-31" },
  { "Q4 2025", "2025-12-31", "2025-12-31" },
  { "Q2'26", "2026-06-30", "2026-06-30" },
  { "1Q26", "2026-03-31", "2026-03-31" },
  { "2. Quartal 2026", "2026-06-30", "2026-06-30" },
  { "1er trimestre 2026", "2026-03-31", "2026-03-31" },
  { "T3 2026", "2026-09-30", "2026-09-30" },
  { "2026 1. Çeyrek", "2026-03-31", "2026-03-31" },
  { "3e kwartaal 2026", "2026-09-30", "2026-09-30" },
  { "H1 2026", "2026-06-30", "2026-06-30" },
  { "2026-H2", "2026-12-31", "2026-12-31" },
  { "2. Halbjahr 2026", "2026-12-31", "2026-12-31" },
  { "2º semestre 2026", "2026-12-31", "2026-12-31" },
  { "2026-Q5", "", "" },
  { "Q0 2026", "", "" },
  { "FY26", "", "" },
  { "FY2026", "", "" },
  { "Q1 FY26", "", "" },
  { "H3 2026", "", "" },
  { "Q1", "", "" },
  { "2026-01-Q1", "", "" },
  { "S1 24", "", "" },
  { "Q11 2026", "", "" },
  { "31 Ocak 2026", "2026-01-31", "2026-01-31" },
  { "31 OCAK 2026", "2026-01-31", "2026-01-31" },
  { "1 Şubat 2026", "2026-02-01", "2026-02-01" },
  { "1 ŞUB 2026", "2026-02-01", "2026-02-01" },
  { "2 Mayıs 2026", "2026-05-02", "2026-05-02" },
  { "2 MAYIS 2026", "2026-05-02", "2026-05-02" },
  { "3 Haziran 2026", "2026-06-03", "2026-06-03" },
  { "4 Temmuz 2026", "2026-07-04", "2026-07-04" },
  { "5 Ağustos 2026", "2026-08-05", "2026-08-05" },
  { "6 Eylül 2026", "2026-09-06", "2026-09-06" },
  { "7 Ekim 2026", "2026-10-07", "2026-10-07" },
  { "8 Kasım 2026", "2026-11-08", "2026-11-08" },
  { "8 KASIM 2026", "2026-11-08", "2026-11-08" },
  { "9 Aralık 2026 Çarşamba", "2026-12-09", "2026-12-09" },
  { "9 ARALIK 2026", "2026-12-09", "2026-12-09" },
  { "9 NİSAN 2026", "2026-04-09", "2026-04-09" },
  { "10 Feber 2026", "2026-02-10", "2026-02-10" },
  { "10 Jänner 2026", "2026-01-10", "2026-01-10" },
  { "2 DÉC. 2026", "2026-12-02", "2026-12-02" },
  { "AOÛT 2026", "2026-08-31", "2026-08-31" },
  { "31JAN2026", "2026-01-31", "2026-01-31" },
  { "31.Jan.2026", "2026-01-31", "2026-01-31" },
  { "Jan31,2026", "2026-01-31", "2026-01-31" },
  { "sexta-feira, 30 de janeiro de 2026", "2026-01-30", "2026-01-30" },
  { "vrijdag 30 januari 2026", "2026-01-30", "2026-01-30" },
  { "2026年1月31日", "2026-01-31", "2026-01-31" },
  { "2026년 1월 31일", "2026-01-31", "2026-01-31" },
  { "２０２６/０１/３１", "2026-01-31", "2026-01-31" },
  { "202601", "2026-01-31", "2026-01-31" },
  { "Jan-26", "2026-01-31", "2026-01-31" },
  { "mars 26", "2026-03-31", "2026-03-31" },
  { "2026-Jan", "2026-01-31", "2026-01-31" },
  { "02/2024", "2024-02-29", "2024-02-29" },
  { "26-Jan", "", "" },
  { "13/2026", "", "" },
  { "2026-13", "", "" },
  { "202613", "", "" },
  { "1 Foo 2026", "", "" },
  { "32 Ocak 2026", "", "" },
  { "31 Jan", "", "" },
  { "2026-01-31 14:30 EST", "2026-01-31", "2026-01-31", TRUE },
  { "2026-01-31 14:30:00 +0530", "2026-01-31", "2026-01-31", TRUE },
  { "2026-01-31T14:30+02", "2026-01-31", "2026-01-31", TRUE },
  { "20260131T143000Z", "2026-01-31", "2026-01-31", TRUE },
  { "20260131143000", "2026-01-31", "2026-01-31", TRUE },
  { "202601311430", "2026-01-31", "2026-01-31", TRUE },
  { "2026-01-31 14:30 Uhr", "2026-01-31", "2026-01-31", TRUE },
  { "31 Jan 2026 2:30 p.m.", "2026-01-31", "2026-01-31", TRUE },
  { "2026-01-31 14h30", "2026-01-31", "2026-01-31", TRUE },
  { "Sat Jan 31 2026 14:30:00 GMT+0100 (Central European Standard Time)",
    "2026-01-31", "2026-01-31", TRUE },
  { "31.01.2026 14.30", "2026-01-31", "", TRUE },
  { "31.01.2026 14.30.15", "2026-01-31", "", TRUE },
  { "Sat Jan 31 14:30:00 UTC 2026", "2026-01-31", "2026-01-31", TRUE },
  { "Sat Jan 31 14:30:00 2026", "2026-01-31", "2026-01-31", TRUE },
  { "Jan 31 14:30:00", "", "" },
  { "31.01.2026 14", "", "" },
  { "31.01.2026 .30", "", "" },
  { "31.01.2026 1.5", "", "" },
  { "2026-01-31 14:30 XYZ", "", "" },
  { "20260131T2530", "", "" },
  { "20260131T14", "", "" },
  { "2026-01-31 14:30 +99:00", "", "" },
};

static void
check_day (const BwDate *date,
           BwDateOrder   order,
           const char   *expected)
{
  g_autoptr(GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr(GDateTime) day = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (date->fits[order], ==, expected[0] != '\0');
  if (!date->fits[order])
    return;

  day = g_date_time_add_seconds (epoch, date->days[order] * 86400.0);
  text = g_date_time_format (day, "%Y-%m-%d");
  g_assert_cmpstr (text, ==, expected);
}

static void
test_date (gconstpointer data)
{
  const Case *c = data;
  BwDate date;
  const gboolean is_date = bw_date_scan (c->text, strlen (c->text), &date);

  g_assert_cmpint (is_date, ==, c->dmy[0] != '\0' || c->mdy[0] != '\0');
  if (!is_date)
    return;
  check_day (&date, BW_DATE_ORDER_DMY, c->dmy);
  check_day (&date, BW_DATE_ORDER_MDY, c->mdy);
  g_assert_cmpint (date.has_time, ==, c->has_time);
}

static void
test_time (void)
{
  static const char text[] = "1970-01-02 06:00:00";
  BwDate date;

  g_assert_true (bw_date_scan (text, strlen (text), &date));
  g_assert_cmpfloat (date.days[BW_DATE_ORDER_YMD], ==, 1.25);
  g_assert_false (date.zone);
  g_assert_true (bw_date_scan ("1970-01-02T12:00:00+02:00", 25, &date));
  g_assert_cmpfloat (date.days[BW_DATE_ORDER_YMD], ==, 1.5);
  g_assert_true (date.zone);
  g_assert_cmpint (date.zone_minutes, ==, 120);
  g_assert_true (bw_date_scan ("1970-01-02 06:00 EST", 20, &date));
  g_assert_cmpfloat (date.days[BW_DATE_ORDER_YMD], ==, 1.25);
  g_assert_cmpint (date.zone_minutes, ==, -300);
  g_assert_true (bw_date_scan ("1970-01-02T06:00:00Z", 20, &date));
  g_assert_true (date.has_zone && !date.zone);
}

static void
test_pivot (void)
{
  BwDate date;

  g_assert_true (bw_date_scan_pivot ("1/31/45", 7, 40, &date));
  g_assert_cmpint (date.short_year, ==, 45);
  check_day (&date, BW_DATE_ORDER_MDY, "1945-01-31");
  g_assert_true (bw_date_scan_pivot ("1/31/39", 7, 40, &date));
  check_day (&date, BW_DATE_ORDER_MDY, "2039-01-31");
  g_assert_true (bw_date_scan_pivot ("Q1 '45", 6, 40, &date));
  check_day (&date, BW_DATE_ORDER_MDY, "1945-03-31");
  g_assert_true (bw_date_scan_pivot ("1/31/1945", 9, 70, &date));
  g_assert_cmpint (date.short_year, ==, -1);
}

/* Every day from 1900 to 2100, against GLib's calendar. */
static void
test_all_days (void)
{
  g_autoptr(GDate) day = g_date_new_dmy (1, 1, 1900);

  for (int n = -25567; g_date_get_year (day) <= 2100; n++, g_date_add_days (day, 1))
    {
      char text[16];
      BwDate date;

      g_date_strftime (text, sizeof text, "%Y-%m-%d", day);
      g_assert_true (bw_date_scan (text, strlen (text), &date));
      g_assert_cmpfloat (date.days[BW_DATE_ORDER_YMD], ==, n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date/%03u", i);

      g_test_add_data_func (path, &cases[i], test_date);
    }
  g_test_add_func ("/date/time", test_time);
  g_test_add_func ("/date/pivot", test_pivot);
  g_test_add_func ("/date/all-days", test_all_days);

  return g_test_run ();
}
