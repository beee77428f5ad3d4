/* Fuzzing: each line as a cell: number, date, yes or no; and as a workbook's number format. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "memory.h"

#include "bytes/book-number.h"
#include "cells/date.h"
#include "cells/number.h"
#include "cells/words.h"

#include <math.h>
#include <string.h>

static void
check_number (const char *text,
              gsize       length)
{
  BwNumber number;

  if (!bw_number_scan (text, length, &number))
    return;

  for (guint mark = 0; mark < BW_N_MARKS; mark++)
    {
      if (number.fits[mark])
        g_assert_true (isfinite (number.values[mark]));
    }
}

static void
check_date (const char *text,
            gsize       length)
{
  BwDate date;

  if (!bw_date_scan (text, length, &date))
    return;

  for (guint order = BW_DATE_ORDER_YMD; order < BW_N_DATE_ORDERS; order++)
    {
      if (date.fits[order])
        g_assert_true (isfinite (date.days[order]));
    }
}

static void
check_words (const char *text,
             gsize       length)
{
  gboolean value;
  guint32 pairs;

  bw_flag_scan (text, length, &value, &pairs);
  bw_is_missing_value (text, length);
  bw_is_missing_category (text, length);
}

/* Every sort of number format applied to the text as a number, then the text as a format. */
static void
check_formats (const char *text)
{
  static const BwNumberFormat formats[] = {
    { BW_FORMAT_PLAIN, NULL }, { BW_FORMAT_DATE, NULL }, { BW_FORMAT_TIME, NULL },
    { BW_FORMAT_PERCENT, NULL }, { BW_FORMAT_MONEY, "$" }, { BW_FORMAT_MONEY, "SEK" },
  };
  g_autoptr(GString) field = g_string_new (NULL);
  BwNumberFormat format;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      bw_book_number_append (field, text, &formats[i], FALSE);
      bw_book_number_append (field, text, &formats[i], TRUE);
    }
  bw_number_format_read (&format, text);
  g_assert_true ((format.sign != NULL) == (format.kind == BW_FORMAT_MONEY));
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes,
                        size_t         n)
{
  g_autofree char *given = g_strndup ((const char *) bytes, n);
  g_autofree char *text = g_utf8_make_valid (given, -1);
  g_auto(GStrv) cells = g_strsplit (text, "\n", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      /* A copy of its own, so that reading past its end is seen. */
      g_autofree char *cell = g_strdup (cells[i]);

      check_number (cell, strlen (cell));
      check_date (cell, strlen (cell));
      check_words (cell, strlen (cell));
      check_formats (cell);
    }

  return 0;
}
