/* Columns as a whole: what each is, what its cells become, what is said about it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row is one column, beside one of keys, in a file of its own. Expected values were worked out by
 * hand, days and moments with Python's datetime. */

#include "files.h"

#include "table/csv.h"

#include <string.h>

/* @cells: parted by "|"; @values: as `--typed` writes them, parted by "|"; @problems: "line kind
 * severity-letter" of each, parted by "; ". */
typedef struct
{
  const char *name;
  const char *header;
  const char *cells;
  const char *type;
  const char *values;
  const char *problems;
} Case;

static const Case cases[] = {
  /* Dates */
  { "iso", "d", "2026-01-31|2024-02-29|1999-12-31", "date", "2026-01-31|2024-02-29|1999-12-31", "" },
  { "iso-moments", "d", "2026-01-31T14:30:00.000Z|2026-02-01T00:00:00.000Z|2026-02-02T23:59:59.500Z",
    "date-time", "2026-01-31T14:30:00|2026-02-01|2026-02-02T23:59:59.500", "" },
  { "months", "month", "2026-01|2026-02|2024-02", "date", "2026-01-31|2026-02-28|2024-02-29",
    "0 other N" },
  { "months-slash", "m", "01/2026|2/2026|12/2025", "date", "2026-01-31|2026-02-28|2025-12-31",
    "0 other N" },
  { "months-digits", "period", "202601|202602|202612", "date", "2026-01-31|2026-02-28|2026-12-31",
    "0 other N" },
  { "months-digits-unnamed", "amount", "202601|202602|202612", "number", "202601|202602|202612", "" },
  { "months-dot", "Monat", "01.2026|02.2026|12.2025", "date", "2026-01-31|2026-02-28|2025-12-31",
    "0 other N" },
  { "months-dot-unnamed", "x", "01.2026|02.2026|12.2025", "number", "1.2026|2.2026|12.2025", "" },
  { "months-named", "m", "Jan 2026|Feb-26|März 2026|août 2026|Ağustos 2026", "date",
    "2026-01-31|2026-02-28|2026-03-31|2026-08-31|2026-08-31", "0 other N" },
  { "weeks", "w", "2026-W05|2026W06|2020-W53", "date", "2026-02-01|2026-02-08|2021-01-03", "0 other N" },
  { "week-days", "w", "2026-W05-3|2026-W01-1|2020-W53-7", "date", "2026-01-28|2025-12-29|2021-01-03",
    "" },
  { "weeks-german", "Woche", "KW 5 2026|KW05/2026|2026 KW 6", "date",
    "2026-02-01|2026-02-01|2026-02-08", "0 other N" },
  { "week-that-is-none", "w", "2026-W05|2026-W54|2026-W06|2026-W07", "date",
    "2026-02-01||2026-02-08|2026-02-15", "0 other N; 3 value C" },
  { "quarters", "q", "2026-Q1|Q2 2026|3Q26|1. Quartal 2026|T4 2026", "date",
    "2026-03-31|2026-06-30|2026-09-30|2026-03-31|2026-12-31", "0 other N" },
  { "quarters-of-many-years", "q", "1Q15|2Q16|3Q17|4Q18|1Q19|2Q20|3Q21|4Q22|1Q23|2Q24|3Q25|4Q26|1Q27",
    "date", "2015-03-31|2016-06-30|2017-09-30|2018-12-31|2019-03-31|2020-06-30|2021-09-30|2022-12-31|"
    "2023-03-31|2024-06-30|2025-09-30|2026-12-31|2027-03-31", "0 other N" },
  { "half-years", "h", "H1 2026|2026-H2|2. Halbjahr 2026|1H26", "date",
    "2026-06-30|2026-12-31|2026-12-31|2026-06-30", "0 other N" },
  { "fiscal-years", "fy", "FY26|FY27|FY26|FY2027", "category", "FY26|FY27|FY26|FY2027", "" },
  { "long-forms", "d", "Saturday, 31 January 2026|Jan 31, 2026|31-Jan-26|31JAN2026|January 31st 2026",
    "date", "2026-01-31|2026-01-31|2026-01-31|2026-01-31|2026-01-31", "" },
  { "turkish", "tarih", "31 OCAK 2026|1 Şubat 2026|15 KASIM 2025|3 aralık 2025|9 Ağu 2025 Cumartesi",
    "date", "2026-01-31|2026-02-01|2025-11-15|2025-12-03|2025-08-09", "" },
  { "portuguese", "d", "sexta-feira, 30 de janeiro de 2026|3 de março de 2026|1 dez. 2025|2 set 2025",
    "date", "2026-01-30|2026-03-03|2025-12-01|2025-09-02", "" },
  { "east-asian", "d", "2026年1月31日|2026年2月1日|２０２６／０３／０１", "date",
    "2026-01-31|2026-02-01|2026-03-01", "" },
  { "eight-digits", "d", "20260131|20240229|00000000|20251231", "date",
    "2026-01-31|2024-02-29||2025-12-31", "0 value N" },
  { "joined-times", "d", "20260131T143000Z|20260201083000|20260202", "date-time",
    "2026-01-31T14:30:00|2026-02-01T08:30:00|2026-02-02", "0 other N" },
  { "excel", "Start Date", "45292|45658|46023", "date", "2024-01-01|2025-01-01|2026-01-01",
    "0 two-readings N" },
  { "excel-moments", "created_at", "45292.5|45292.25|45293", "date-time",
    "2024-01-01T12:00:00|2024-01-01T06:00:00|2024-01-02", "0 two-readings N" },
  { "excel-among-dates", "start_date", "2024-01-01|45658|2026-01-01|2026-01-02", "date",
    "2024-01-01|2025-01-01|2026-01-01|2026-01-02", "0 two-readings N" },
  { "excel-not-named", "visits", "45292|45658|46023", "number", "45292|45658|46023", "" },
  { "excel-balance", "Balance at end", "45292|45658|46023", "number", "45292|45658|46023", "" },
  { "seconds", "created_at", "1700000000|1700086400|1700000001", "date-time",
    "2023-11-14T22:13:20|2023-11-15T22:13:20|2023-11-14T22:13:21", "0 two-readings N" },
  { "seconds-days", "created", "1704067200|1704153600|0", "date", "2024-01-01|2024-01-02|",
    "0 two-readings N; 0 value N" },
  { "milliseconds", "last_seen", "1700000000123|1700086400000", "date-time",
    "2023-11-14T22:13:20.123|2023-11-15T22:13:20", "0 two-readings N" },
  { "seconds-unnamed-few", "x", "1700000000|1700086400|1700172800", "number",
    "1700000000|1700086400|1700172800", "" },
  { "seconds-unnamed-many", "x", "1700000000|1700086401|1700172802|1700259203|1700345604|1700432005|"
    "1700518406|1700604807|1700691208|1700777609|1700864010|1700950411", "date-time",
    "2023-11-14T22:13:20|2023-11-15T22:13:21|2023-11-16T22:13:22|2023-11-17T22:13:23|"
    "2023-11-18T22:13:24|2023-11-19T22:13:25|2023-11-20T22:13:26|2023-11-21T22:13:27|"
    "2023-11-22T22:13:28|2023-11-23T22:13:29|2023-11-24T22:13:30|2023-11-25T22:13:31",
    "0 two-readings N" },
  { "ids-of-ten-digits", "account_id", "1700000000|1700086401|1700172802", "key",
    "1700000000|1700086401|1700172802", "" },
  { "zones", "t", "2026-01-31T23:30:00+02:00|2026-02-01 08:00 EST|2026-02-02T10:00:00Z", "date-time",
    "2026-01-31T23:30:00|2026-02-01T08:00:00|2026-02-02T10:00:00", "0 other N" },
  { "one-zone", "t", "2026-01-31T23:30:00+02:00|2026-02-01T08:00:00+02:00", "date-time",
    "2026-01-31T23:30:00|2026-02-01T08:00:00", "0 other N" },
  { "browser", "t", "Sat Jan 31 2026 14:30:00 GMT+0100 (Central European Standard Time)|"
    "Sun Feb 01 2026 08:00:00 GMT+0100 (Central European Standard Time)", "date-time",
    "2026-01-31T14:30:00|2026-02-01T08:00:00", "0 other N" },
  { "french-times", "t", "31/01/2026 14h30|01/02/2026 08h05", "date-time",
    "2026-01-31T14:30:00|2026-02-01T08:05:00", "" },
  { "no-date", "churn_date", "No|No|2026-01-31|No|No|2026-02-01|No", "date",
    "||2026-01-31|||2026-02-01|", "0 value N" },
  { "no-date-words", "end", "never|2026-01-31|unbefristet|en cours|N/A|-|süresiz|31.12.9999", "date",
    "|2026-01-31||||||", "0 value N" },
  { "no-date-alone", "closed", "No|No|Yes|No", "flag", "false|false|true|false", "" },
  { "no-date-and-a-word", "renewal", "2026-01-31|2026-02-28|2026-03-31|soonish|never", "date",
    "2026-01-31|2026-02-28|2026-03-31||", "0 value N; 5 value C" },
  { "open-is-a-status", "status", "open|closed|open|pending", "category", "open|closed|open|pending", "" },
  { "zero-date", "d", "2026-01-31|0000-00-00|0001-01-01|2026-02-01", "date",
    "2026-01-31|||2026-02-01", "" },
  { "zero-among-dates", "d", "2026-01-31|0|2026-02-28|2026-03-31", "date",
    "2026-01-31||2026-02-28|2026-03-31", "3 value C" },
  { "open-order", "d", "03/04/2026|05/06/2026", "date", "2026-03-04|2026-05-06", "0 two-readings N" },
  { "order-by-one", "d", "03/04/2026|05/06/2026|01/02/2026|02/03/2026|04/05/2026|13/06/2026", "date",
    "2026-04-03|2026-06-05|2026-02-01|2026-03-02|2026-05-04|2026-06-13", "0 two-readings N" },
  { "order-by-many", "d", "13/04/2026|14/06/2026|01/02/2026|25/03/2026", "date",
    "2026-04-13|2026-06-14|2026-02-01|2026-03-25", "" },
  { "orders-mixed", "d", "13/04/2026|14/06/2026|01/02/2026|25/03/2026|26/03/2026|12/31/2026", "date",
    "2026-04-13|2026-06-14|2026-02-01|2026-03-25|2026-03-26|", "0 two-readings N; 7 value C" },
  { "orders-at-odds", "d", "13/04/2026|14/06/2026|12/31/2026|12/30/2026", "text",
    "13/04/2026|14/06/2026|12/31/2026|12/30/2026", "0 two-readings N" },
  { "short-years", "d", "1/31/26|2/28/99|12/1/00", "date", "2026-01-31|1999-02-28|2000-12-01", "" },
  { "short-years-ahead", "renewal", "1/31/45|2/28/26|12/1/30", "date",
    "2045-01-31|2026-02-28|2030-12-01", "0 two-readings N" },
  { "short-years-of-start", "start date", "1/31/45|2/28/26|12/31/30", "date",
    "1945-01-31|2026-02-28|2030-12-31", "0 two-readings N" },
  { "short-years-of-beginning", "Vertragsbeginn", "31.1.45|28.2.26", "date",
    "1945-01-31|2026-02-28", "0 two-readings N" },
  { "short-years-of-birth", "Birth date", "1/31/45|2/28/26|12/31/99|12/31/03", "date",
    "1945-01-31|1926-02-28|1999-12-31|2003-12-31", "0 two-readings N" },
  { "short-years-of-two-centuries", "x", "1/31/45|2/28/72|12/31/25", "date",
    "2045-01-31|1972-02-28|2025-12-31", "0 two-readings N" },
  { "short-years-by-neighbours", "x", "1/31/45|2/28/72|12/31/68|12/31/51", "date",
    "1945-01-31|1972-02-28|1968-12-31|1951-12-31", "0 two-readings N" },
  { "day-without-year", "d", "26-Jan|27-Feb|3-Mar", "key", "26-Jan|27-Feb|3-Mar", "" },
  { "days-without-year", "x", "May 12|Jun 15|Jul 31|Aug 10|Sep 11|Oct 13|Nov 14|Dec 16|Jan 17|Feb 18|"
    "Mar 19|Apr 20|May 21", "text", "May 12|Jun 15|Jul 31|Aug 10|Sep 11|Oct 13|Nov 14|Dec 16|Jan 17|"
    "Feb 18|Mar 19|Apr 20|May 21", "" },
  { "ids-like-months", "invoice_no", "2024-01|2024-02|2024-03", "key", "2024-01|2024-02|2024-03", "" },
  { "ids-like-days", "order_id", "20240101|20240102|20240103", "key", "20240101|20240102|20240103", "" },
  { "ranges-are-no-dates", "size", "1-2|3-4|5-9", "text", "1-2|3-4|5-9", "" },
  { "one-bad-date", "d", "2026-01-31|2026-02-30|2026-03-31|2026-04-30", "date",
    "2026-01-31||2026-03-31|2026-04-30", "3 value C" },

  /* Numbers */
  { "groups", "n", "1,234.5|12,345.25|7", "number", "1234.5|12345.25|7", "" },
  { "groups-thin", "n", "1\u202f234,5|12\u00a0345,25|1 000,5", "number", "1234.5|12345.25|1000.5", "" },
  { "groups-swiss", "n", "1'234.50|12’345.25|7.5", "number", "1234.5|12345.25|7.5", "" },
  { "groups-indian", "n", "12,34,567.8|1,00,000.5|99.5", "number", "1234567.8|100000.5|99.5", "" },
  { "groups-only", "n", "1.234.567|2.345.678|12", "number", "1234567|2345678|12", "" },
  { "signs", "n", "+3|\u22123|-3|(3)|3-|.5|5.", "number", "3|-3|-3|-3|-3|0.5|5", "" },
  { "wide-digits", "n", "１２３|４５．５|７", "number", "123|45.5|7", "" },
  { "arabic-digits", "n", "١٢٣|٤٥٫٥|٧", "number", "123|45.5|7", "" },
  { "open-mark", "n", "1.234|2.345", "number", "1.234|2.345", "0 two-readings N" },
  { "mark-by-one", "n", "1.234|2.345|3.456|4.567|5.678|0,5", "number", "1234|2345|3456|4567|5678|0.5",
    "0 two-readings N" },
  { "open-mark-of-money", "n", "1.234 €|2.345 €", "money", "1234|2345", "0 two-readings N" },
  { "open-mark-of-counts", "logins", "1.234|2.345", "number", "1234|2345", "0 two-readings N" },
  { "marks-mixed", "n", "1,234.5|2,345.5|3,456.5|4,567.5|1.234,5", "number",
    "1234.5|2345.5|3456.5|4567.5|", "0 two-readings N; 6 value C" },
  { "percents", "p", "45 %|45%|%45|4,5 %|0", "percent", "0.45|0.45|0.45|0.045|0", "" },
  { "basis-points", "p", "25 bps|100 bps|5 bp", "percent", "0.0025|0.01|0.0005", "" },
  { "thousands", "n", "4.2k|12K|900|1.2M", "number", "4200|12000|900|1200000", "0 two-readings N" },
  { "thousands-in-words", "n", "3 Tsd.|1,2 Mio.|4 Mrd", "number", "3000|1200000|4000000000", "" },
  { "thousands-of-money", "n", "$4.2k|$1.2M|$2B", "money", "4200|1200000|2000000000", "" },
  { "thousands-of-euros", "n", "12 T€|3 TEUR|1 Mio. EUR", "money", "12000|3000|1000000", "" },
  { "metres", "width", "1.5 m|2.25 m|1.5 m|3 m", "category", "1.5 m|2.25 m|1.5 m|3 m", "" },
  { "millimetres", "width", "12 mm|8.5 mm|12 mm|9 mm", "category", "12 mm|8.5 mm|12 mm|9 mm", "" },
  { "millions-small", "m", "$1.5m|€2m|$3m|$4m", "money", "1500000||3000000|4000000", "3 currency C" },
  { "terms", "term", "12M|24M|12M|36M", "category", "12M|24M|12M|36M", "" },
  { "millions-by-header", "Revenue", "12M|24M|13M|36M", "number", "12000000|24000000|13000000|36000000",
    "0 two-readings N" },
  { "credits", "balance", "100.50 CR|20 DR|3.25 Cr.", "number", "-100.5|20|-3.25", "0 two-readings N" },
  { "moneys", "m", "R$ 10,50|R$ 1.000,00", "money", "10.5|1000", "" },
  { "moneys-behind", "m", "10 zł|20 zł|5 PLN", "money", "10|20|5", "" },
  { "moneys-turkish", "m", "10 TL|₺20|30 ₺", "money", "10|20|30", "" },
  { "moneys-by-header", "ARR (CAD)", "$10|$20|CAD 5|€3|$1", "money", "10|20|5||1", "5 currency C" },
  { "moneys-mixed", "m", "$10|$20|€5|$30|£7|$1|$2|$3|$4|$5|$6|$7", "money",
    "10|20||30||1|2|3|4|5|6|7", "4 currency C; 6 currency C" },
  { "too-many-digits", "n", "1.2345678901234567890123|2.5|3.5", "number", "1.2345678901234567|2.5|3.5",
    "0 precision N" },
  { "formula-errors", "n", "1|#DIV/0!|3|#REF!|5|#N/A", "number", "1||3||5|",
    "3 value C; 5 value C" },
  { "infinite", "n", "1|2|3|1e999|5", "number", "1|2|3||5", "5 value C" },
  { "mostly-numbers", "n", "1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|many", "number",
    "1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|", "21 value C" },
  { "few-numbers", "n", "1|2|3|some|many|few|none of it|lots|one|two", "text",
    "1|2|3|some|many|few|none of it|lots|one|two", "" },
  { "scientific", "n", "1e3|2.5E-1|1", "number", "1000|0.25|1", "" },

  /* Names */
  { "leading-zeros", "c", "007|042|100", "key", "007|042|100", "" },
  { "long-ids", "c", "1234567890123456789012|1234567890123456789013", "key",
    "1234567890123456789012|1234567890123456789013", "" },
  { "exponents-among-ids", "c", "1E5|A17|2E7|B22", "key", "1E5|A17|2E7|B22", "" },
  { "currency-among-ids", "c", "PEN001|COP002|MAD003", "key", "PEN001|COP002|MAD003", "" },
  { "phones", "x", "+49 170 1234567|+1 555 123 4567|+90 532 123 45 67", "text",
    "+49 170 1234567|+1 555 123 4567|+90 532 123 45 67", "" },
  { "phones-with-blanks", "Phone", "555 123 456|555 123 457|555 123 458", "key",
    "555 123 456|555 123 457|555 123 458", "" },
  { "versions", "version", "1.10|1.9|1.1|1.10", "text", "1.10|1.9|1.1|1.10", "" },
  { "addresses", "ip", "192.168.100.200|192.168.100.201", "key", "192.168.100.200|192.168.100.201", "" },
  { "underscores", "c", "1_234|2_345", "text", "1_234|2_345", "" },
  { "hex", "c", "9f8e|12ab|77c0|1e5f", "key", "9f8e|12ab|77c0|1e5f", "" },
  { "null-mark", "n", "1|\\N|3|4|5", "number", "1||3|4|5", "" },
  { "null-mark-of-category", "plan", "Pro|\\N|Pro|\\n|Basic|Basic", "category",
    "Pro||Pro|\\n|Basic|Basic", "" },
  { "north-america", "region", "NA|EMEA|NA|N/A|APAC", "category", "NA|EMEA|NA||APAC", "" },

  /* Yes and no */
  { "flag-digits", "f", "0|1|1", "flag", "false|true|true", "" },
  { "flag-decimals", "f", "1.0|0.0|1.0", "flag", "true|false|true", "" },
  { "flag-letters", "f", "Y|N|y", "flag", "true|false|true", "" },
  { "flag-english", "f", "TRUE|False|true", "flag", "true|false|true", "" },
  { "flag-german", "f", "Ja|Nein|ja", "flag", "true|false|true", "" },
  { "flag-german-truth", "f", "WAHR|FALSCH|WAHR", "flag", "true|false|true", "" },
  { "flag-french", "f", "Oui|Non|OUI", "flag", "true|false|true", "" },
  { "flag-spanish", "f", "Sí|No|SÍ", "flag", "true|false|true", "" },
  { "flag-plain-si", "f", "Si|No|si", "flag", "true|false|true", "" },
  { "flag-portuguese", "f", "Sim|Não|NÃO", "flag", "true|false|false", "" },
  { "flag-italian", "f", "Sì|No|vero", "flag", "true|false|true", "" },
  { "flag-dutch", "f", "Ja|Nee|Nee", "flag", "true|false|false", "" },
  { "flag-turkish", "f", "Evet|HAYIR|Hayır|evet", "flag", "true|false|false|true", "" },
  { "flag-turkish-truth", "f", "DOĞRU|YANLIŞ|doğru", "flag", "true|false|true", "" },
  { "flag-ticks", "f", "x||x||x", "flag", "true|false|true|false|true", "0 two-readings N" },
  { "flag-check-marks", "f", "✓||✓|", "flag", "true|false|true|false", "0 two-readings N" },
  { "flag-two-marks", "f", "✓|✗||✓", "flag", "true|false||true", "" },
  { "active", "f", "aktiv|inaktiv|aktiv", "category", "aktiv|inaktiv|aktiv", "" },
  { "three-answers", "f", "Yes|No|No internet service|Yes", "category",
    "Yes|No|No internet service|Yes", "" },
  { "three-digits", "f", "0|1|2|1|0", "number", "0|1|2|1|0", "" },
  { "one-letter-alone", "f", "Y|Y|Y", "category", "Y|Y|Y", "" },
  { "counts-of-none-or-one", "orders", "0|1|1", "number", "0|1|1", "" },
};

static char *
make_file (const Case *c)
{
  g_auto(GStrv) cells = g_strsplit (c->cells, "|", -1);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "k\t%s\n", c->header);
  for (guint i = 0; cells[i] != NULL; i++)
    g_string_append_printf (text, "r%u\t%s\n", i + 1, cells[i]);

  return g_string_free (text, FALSE);
}

static BwSource *
read_file (const char      *text,
           const BwReading *choices)
{
  g_autoptr(GFile) file = bw_test_file ("column.tsv", text, -1);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(BwReading) reading = choices != NULL ? bw_reading_copy (choices) : bw_reading_new ();
  g_autoptr(GError) error = NULL;
  BwSource *source;

  reading->delimiter = '\t';
  reading->quote = BW_QUOTE_NONE;
  reading->header = 0;
  reading->header_rows = 1;
  reading->first_row = 1;
  source = bw_source_read (file, reading, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);

  return source;
}

static char *
describe_values (const BwColumn *column)
{
  GString *text = g_string_new (NULL);

  for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
    {
      g_string_append (text, row > 0 ? "|" : "");
      bw_csv_append_cell (text, column, row, FALSE);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_problems (const BwSource *source)
{
  const BwReport *report = bw_source_get_report (source);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      g_string_append_printf (text, "%s%zu %s %c", i > 0 ? "; " : "", problem->line,
                              bw_problem_kind_get_id (problem->kind), "NCR"[problem->severity]);
    }

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *file = make_file (c);
  g_autoptr(BwSource) source = read_file (file, NULL);
  const BwColumn *column = bw_table_get_column (bw_source_get_table (source), 1);
  g_autofree char *values = describe_values (column);
  g_autofree char *problems = describe_problems (source);

  g_assert_cmpstr (bw_column_type_get_id (bw_column_get_type (column)), ==, c->type);
  g_assert_cmpstr (values, ==, c->values);
  g_assert_cmpstr (problems, ==, c->problems);
}

/* A column's own choices go before those for the file, and those before what its cells say. */
static void
test_choices (void)
{
  static const char text[] = "k\ta\tb\tc\td\nr1\t1.234\t1.234\t3/4/2026\t3/4/2026\n"
                             "r2\t2.345\t2.345\t5/6/2026\t5/6/2026\n";
  static const char *const expected[] = { "1234|2345", "1.234|2.345", "2026-04-03|2026-06-05",
                                          "2026-03-04|2026-05-06" };
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(BwSource) source = NULL;

  reading->decimal = ',';
  reading->date_order = BW_DATE_ORDER_DMY;
  reading->n_forced = 2;
  reading->forced = g_new0 (BwForcedType, 2);
  reading->forced[0].column = g_strdup ("b");
  reading->forced[0].type = BW_COLUMN_NUMBER;
  reading->forced[0].decimal = '.';
  reading->forced[1].column = g_strdup ("d");
  reading->forced[1].type = BW_COLUMN_DATE;
  reading->forced[1].date_order = BW_DATE_ORDER_MDY;
  source = read_file (text, reading);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *values =
        describe_values (bw_table_get_column (bw_source_get_table (source), i + 1));

      g_assert_cmpstr (values, ==, expected[i]);
      g_assert_false (bw_source_get_facts (source, i + 1)->ambiguous);
    }
  g_assert_cmpuint (bw_report_get_n_problems (bw_source_get_report (source)), ==, 0);
}

/* A choice for all of a file decides what is open, and nothing that is told. */
static void
test_choice_for_open (void)
{
  static const char text[] = "k\ta\tb\nr1\t1.25\t31/1/2026\nr2\t2.345\t5/6/2026\n";
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(BwSource) source = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *dates = NULL;

  reading->decimal = ',';
  reading->date_order = BW_DATE_ORDER_MDY;
  source = read_file (text, reading);
  numbers = describe_values (bw_table_get_column (bw_source_get_table (source), 1));
  dates = describe_values (bw_table_get_column (bw_source_get_table (source), 2));
  g_assert_cmpstr (numbers, ==, "1.25|2.345");
  g_assert_cmpstr (dates, ==, "2026-01-31|2026-06-05");
}

/* Types that the user chose, against what the cells look like. */
static void
test_forced (void)
{
  static const struct
  {
    BwColumnType type;
    const char  *cells;
    const char  *values;
  } rows[] = {
    { BW_COLUMN_DATE, "45292\nr\t45293", "2024-01-01|2024-01-02" },
    { BW_COLUMN_DATE_TIME, "1700000000\nr\t0", "2023-11-14T22:13:20|" },
    { BW_COLUMN_NUMBER, "12M\nr\t24M", "12000000|24000000" },
    { BW_COLUMN_NUMBER, "007\nr\t042", "7|42" },
    { BW_COLUMN_NUMBER, "2026-01-31\nr\tabc", "|" },
    { BW_COLUMN_TEXT, "1\nr\t1", "1|1" },
    { BW_COLUMN_FLAG, "maybe\nr\tyes", "|true" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("k\ta\nr\t%s\n", rows[i].cells);
      g_autoptr(BwReading) reading = bw_reading_new ();
      g_autoptr(BwSource) source = NULL;
      g_autofree char *values = NULL;

      reading->n_forced = 1;
      reading->forced = g_new0 (BwForcedType, 1);
      reading->forced[0].column = g_strdup ("a");
      reading->forced[0].type = rows[i].type;
      source = read_file (text, reading);
      values = describe_values (bw_table_get_column (bw_source_get_table (source), 1));
      g_assert_cmpstr (values, ==, rows[i].values);
    }
}

/* What a window needs to ask about an open column. */
static void
test_facts (void)
{
  g_autoptr(BwSource) source = read_file ("k\ta\tb\nr1\t12/31/1999\t5\nr2\t3/4/2026\t1.234\n"
                                          "r3\t5/6/2026\t2.345\n", NULL);
  const BwColumnFacts *dates = bw_source_get_facts (source, 1);
  const BwColumnFacts *numbers = bw_source_get_facts (source, 2);

  g_assert_cmpint (dates->open, ==, BW_OPEN_NOTHING);
  g_assert_cmpuint (dates->n_telling, ==, 1);
  g_assert_false (dates->ambiguous);

  g_assert_true (numbers->ambiguous);
  g_assert_cmpint (numbers->open, ==, BW_OPEN_DECIMAL);
  g_assert_cmpuint (numbers->n_telling, ==, 0);
  g_assert_cmpstr (numbers->example, ==, "1.234");
  g_assert_cmpuint (numbers->example_line, ==, 3);
  g_assert_cmpstr (numbers->as_read, ==, "1.234");
  g_assert_cmpstr (numbers->as_other, ==, "1234");
}

/* The share of cells that makes a column of numbers, from both sides: 95 in 100 do, 94 do not; one
 * text of letters and digits in 100 leaves numbers, two do not. */
static void
test_shares (void)
{
  static const struct
  {
    guint        n_words;
    const char  *word;
    BwColumnType type;
  } rows[] = {
    { 5, "some", BW_COLUMN_NUMBER }, { 6, "some", BW_COLUMN_TEXT },
    { 1, "A1", BW_COLUMN_NUMBER }, { 2, "A1", BW_COLUMN_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GString) text = g_string_new ("k\ta\n");
      g_autoptr(BwSource) source = NULL;

      for (guint row = 0; row < 100; row++)
        {
          if (row < rows[i].n_words)
            g_string_append_printf (text, "r%u\t%s\n", row, rows[i].word);
          else
            g_string_append_printf (text, "r%u\t%u\n", row, 1000 + row);
        }
      source = read_file (text->str, NULL);
      g_assert_cmpint (bw_column_get_type (bw_table_get_column (bw_source_get_table (source), 1)),
                       ==, rows[i].type);
      g_assert_cmpuint (bw_source_get_facts (source, 1)->n_misfits, ==,
                        rows[i].type == BW_COLUMN_NUMBER ? rows[i].n_words : 0);
    }
}

/* One in a thousand may be neither yes nor no, two may not. */
static void
test_flag_shares (void)
{
  for (guint n_words = 1; n_words <= 2; n_words++)
    {
      g_autoptr(GString) text = g_string_new ("k\ta\n");
      g_autoptr(BwSource) source = NULL;

      for (guint row = 0; row < 1000; row++)
        g_string_append_printf (text, "r%u\t%s\n", row, row < n_words ? "later" : row % 2 ? "Yes" : "No");
      source = read_file (text->str, NULL);
      g_assert_cmpint (bw_column_get_type (bw_table_get_column (bw_source_get_table (source), 1)),
                       ==, n_words == 1 ? BW_COLUMN_FLAG : BW_COLUMN_CATEGORY);
    }
}

/* Each misfit is listed, however many there are, in the order of lines. */
static void
test_flood (void)
{
  const guint n = 200000;
  g_autoptr(GString) text = g_string_new ("k\ta\tb\n");
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(BwSource) source = NULL;
  const BwReport *report;

  for (guint row = 0; row < n; row++)
    g_string_append_printf (text, "r%u\tword %u\tsame\n", row, row);
  reading->n_forced = 2;
  reading->forced = g_new0 (BwForcedType, 2);
  reading->forced[0].column = g_strdup ("a");
  reading->forced[1].column = g_strdup ("b");
  source = read_file (text->str, reading);
  report = bw_source_get_report (source);

  g_assert_cmpuint (bw_report_get_n_problems (report), ==, 2 * n);
  for (guint i = 0; i < 2 * n; i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      g_assert_cmpuint (problem->line, ==, 2 + i / 2);
      g_assert_cmpuint (problem->column, ==, 2 + i % 2);
      g_assert_cmpint (problem->kind, ==, BW_PROBLEM_VALUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/typing/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/typing-choices/column-before-file", test_choices);
  g_test_add_func ("/typing-choices/file-for-open", test_choice_for_open);
  g_test_add_func ("/typing-choices/types", test_forced);
  g_test_add_func ("/typing-facts/open", test_facts);
  g_test_add_func ("/typing-shares/numbers", test_shares);
  g_test_add_func ("/typing-shares/flags", test_flag_shares);
  g_test_add_func ("/typing-flood", test_flood);

  return g_test_run ();
}
