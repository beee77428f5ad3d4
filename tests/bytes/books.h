/* Workbooks and archives for tests, put together from texts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/source.h"

/**
 * BwTestBook:
 * @rows: (nullable): what is in the first sheet's sheetData; %NULL where @sheet says all
 * @behind: (nullable): what follows it
 * @strings: (nullable): what is in the table of texts
 * @formats: (nullable): codes of number formats, parted by NULs and ended by two: style 1, 2, 3…
 * @sheet: (nullable): the whole sheet
 * @book: (nullable): the whole workbook part; of three sheets otherwise: Data, More, Hidden
 */
typedef struct
{
  const char *rows;
  const char *behind;
  const char *strings;
  const char *formats;
  const char *sheet;
  gsize       n_sheet; /* 0 where it ends at its NUL */
  const char *book;
} BwTestBook;

typedef struct
{
  const char *name;
  const char *content;
  gsize       n; /* 0 where it ends at its NUL */
} BwTestEntry;

GBytes *bw_test_archive (const BwTestEntry *entries,
                         guint              n_entries);
GBytes *bw_test_book (const BwTestBook *book);
GFile  *bw_test_file_of (const char *name,
                         GBytes     *bytes);
void    bw_test_remove (GFile *file);
char   *bw_test_raw (GFile           *file,
                     const BwReading *reading,
                     GError         **error);
