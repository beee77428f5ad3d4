/* CSV as it is written: quoting, guarding, numbers that read back, dates as ISO. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table/csv.h"

#include <math.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *plain;
  const char *guarded;
} TextCase;

static const TextCase texts[] = {
  { "plain",   "Eastline Rail",  "Eastline Rail",        "Eastline Rail"        },
  { "comma",   "Smith, Jones",   "\"Smith, Jones\"",     "\"Smith, Jones\""     },
  { "quote",   "The \"Best\"",   "\"The \"\"Best\"\"\"", "\"The \"\"Best\"\"\"" },
  { "newline", "a\nb",           "\"a\nb\"",             "\"a\nb\""             },
  { "return",  "a\rb",           "\"a\rb\"",             "\"a\rb\""             },
  { "formula", "=1+2",           "=1+2",                 "'=1+2"                },
  { "plus",    "+49 30 1",       "+49 30 1",             "'+49 30 1"            },
  { "at",      "@home",          "@home",                "'@home"               },
  { "call",    "=HYPERLINK(\"x\",1)", "\"=HYPERLINK(\"\"x\"\",1)\"", "\"'=HYPERLINK(\"\"x\"\",1)\"" },
  { "empty",   "",               "",                     ""                     },
};

static void
test_text (gconstpointer data)
{
  const TextCase *c = data;
  g_autoptr(GString) plain = g_string_new (NULL);
  g_autoptr(GString) guarded = g_string_new (NULL);

  bw_csv_append_text (plain, c->text);
  bw_csv_append_guarded (guarded, c->text);
  g_assert_cmpstr (plain->str, ==, c->plain);
  g_assert_cmpstr (guarded->str, ==, c->guarded);
}

typedef struct
{
  const char *name;
  double      value;
  const char *text;
} NumberCase;

static const NumberCase numbers[] = {
  { "tenth",    0.1,                 "0.1"                },
  { "third",    1.0 / 3.0,           "0.3333333333333333" },
  { "whole",    42,                  "42"                 },
  { "large",    123456789012.0,      "123456789012"       },
  { "sum",      0.1 + 0.2,           "0.30000000000000004" },
  { "missing",  NAN,                 ""                   },
  { "negative", -2.5,                "-2.5"               },
};

static void
test_number (gconstpointer data)
{
  const NumberCase *c = data;
  g_autoptr(GString) out = g_string_new (NULL);

  bw_csv_append_number (out, c->value);
  g_assert_cmpstr (out->str, ==, c->text);
}

static const NumberCase dates[] = {
  { "epoch",        0,                      "1970-01-01"          },
  { "before",       -1,                     "1969-12-31"          },
  { "leap",         19782,                  "2024-02-29"          },
  { "noon",         19782.5,                "2024-02-29T12:00:00" },
  { "milliseconds", 0.25 + 5.0 / 86400000., "1970-01-01T06:00:00.005" },
  { "before-noon",  -0.5,                   "1969-12-31T12:00:00" },
  { "missing",      NAN,                    ""                    },
};

static void
test_date (gconstpointer data)
{
  const NumberCase *c = data;
  g_autoptr(GString) out = g_string_new (NULL);

  bw_csv_append_date (out, c->value);
  g_assert_cmpstr (out->str, ==, c->text);
}

static void
test_fixed (void)
{
  g_autoptr(GString) out = g_string_new (NULL);

  bw_csv_append_fixed (out, 69.6, 6);
  bw_csv_append_fixed (out, NAN, 6);
  g_assert_cmpstr (out->str, ==, "69.600000");
}

static void
test_flag (void)
{
  double *values = g_new (double, 3);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(BwColumn) column = NULL;

  values[0] = 1;
  values[1] = NAN;
  values[2] = 0;
  column = bw_column_new_numbers ("Delinquent", BW_COLUMN_FLAG, values, 3);
  for (gsize row = 0; row < 3; row++)
    {
      bw_csv_append_cell (out, column, row, TRUE);
      g_string_append_c (out, ';');
    }
  g_assert_cmpstr (out->str, ==, "true;;false;");
}

#define ADD(kind, cases, func) \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) \
    { \
      g_autofree char *path = g_strdup_printf ("/table/csv/" kind "/%s", cases[i].name); \
\
      g_test_add_data_func (path, &cases[i], func); \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("text", texts, test_text)
  ADD ("number", numbers, test_number)
  ADD ("date", dates, test_date)
  g_test_add_func ("/table/csv/fixed", test_fixed);
  g_test_add_func ("/table/csv/flag", test_flag);

  return g_test_run ();
}
