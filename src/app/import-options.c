/* What can be chosen of how a file is read: one row for each choice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-option-lines.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *text;
  int         number;
  const char *title;
} Row;

/* TRANSLATORS: the next rows are encodings and the scripts they are for */
static const Row encodings[] = {
  { "UTF-8", 0, "UTF-8" },
  { "WINDOWS-1252", 0, N_("Windows-1252 (Western)") },
  { "ISO-8859-1", 0, N_("ISO-8859-1 (Western)") },
  { "ISO-8859-15", 0, N_("ISO-8859-15 (Western)") },
  { "MACINTOSH", 0, N_("Macintosh (Western)") },
  { "WINDOWS-1250", 0, N_("Windows-1250 (Central European)") },
  { "ISO-8859-2", 0, N_("ISO-8859-2 (Central European)") },
  { "WINDOWS-1251", 0, N_("Windows-1251 (Cyrillic)") },
  { "KOI8-R", 0, N_("KOI8-R (Cyrillic)") },
  { "WINDOWS-1253", 0, N_("Windows-1253 (Greek)") },
  { "WINDOWS-1254", 0, N_("Windows-1254 (Turkish)") },
  { "WINDOWS-1257", 0, N_("Windows-1257 (Baltic)") },
  { "SHIFT_JIS", 0, N_("Shift JIS (Japanese)") },
  { "EUC-JP", 0, N_("EUC-JP (Japanese)") },
  { "GB18030", 0, N_("GB 18030 (Chinese)") },
  { "BIG5", 0, N_("Big5 (Chinese)") },
  { "EUC-KR", 0, N_("EUC-KR (Korean)") },
  { "UTF-16LE", 0, "UTF-16 LE" },
  { "UTF-16BE", 0, "UTF-16 BE" },
  { "UTF-32LE", 0, "UTF-32 LE" },
  { "UTF-32BE", 0, "UTF-32 BE" },
};

static const Row delimiters[] = {
  { NULL, ',', N_("Comma (,)") },
  { NULL, ';', N_("Semicolon (;)") },
  { NULL, '\t', N_("Tab") },
  { NULL, '|', N_("Bar (|)") },
  { NULL, ':', N_("Colon (:)") },
  { NULL, '~', N_("Tilde (~)") },
  { NULL, '^', N_("Caret (^)") },
  { NULL, ' ', N_("Space") },
};

static const Row quotes[] = {
  { NULL, '"', N_("Double (\")") },
  { NULL, '\'', N_("Single (')") },
  { NULL, BW_QUOTE_NONE, N_("None") },
};

static const Row decimals[] = {
  { NULL, '.', N_("Point (1.5)") },
  { NULL, ',', N_("Comma (1,5)") },
};

static const Row orders[] = {
  { NULL, BW_DATE_ORDER_YMD, N_("Year first") },
  { NULL, BW_DATE_ORDER_DMY, N_("Day first (31/12)") },
  { NULL, BW_DATE_ORDER_MDY, N_("Month first (12/31)") },
};

static guint
add_rows (GArray    *options,
          const Row *rows,
          gsize      n_rows,
          int        number)
{
  guint found = G_MAXUINT;

  for (gsize i = 0; i < n_rows; i++)
    {
      const guint place = bw_import_options_add (options, g_strdup (_(rows[i].title)),
                                                 rows[i].text, rows[i].number);

      if (rows[i].number == number)
        found = place;
    }

  return found;
}

static guint
list_encodings (GArray               *options,
                const BwImportedFile *file)
{
  const char *encoding = file->reading->encoding;
  guint found = bw_import_options_add_open (options, file, encoding != NULL, FALSE);

  if (encoding == NULL && !file->unread)
    return found;
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      const guint place = bw_import_options_add (options, g_strdup (_(encodings[i].title)),
                                                 encodings[i].text, 0);

      if (encoding != NULL && g_ascii_strcasecmp (encodings[i].text, encoding) == 0)
        found = place;
    }

  return found != G_MAXUINT ? found :
         bw_import_options_add (options, g_strdup (encoding), encoding, 0);
}

static void
set_encoding (BwReading            *reading,
              const BwImportOption *option)
{
  g_free (reading->encoding);
  reading->encoding = g_strdup (option->text);
}

static guint
list_delimiters (GArray               *options,
                 const BwImportedFile *file)
{
  const char delimiter = file->reading->delimiter;
  const guint open = bw_import_options_add_open (options, file, delimiter, BW_CHOOSE);
  guint found;

  if (delimiter == BW_CHOOSE && !file->unread)
    return open;
  found = add_rows (options, delimiters, G_N_ELEMENTS (delimiters), delimiter);

  return open != G_MAXUINT ? open : found != G_MAXUINT ? found :
         bw_import_options_add (options, g_strdup_printf ("%c", delimiter), NULL, delimiter);
}

static void
set_delimiter (BwReading            *reading,
               const BwImportOption *option)
{
  reading->delimiter = option->number;
}

static guint
list_quotes (GArray               *options,
             const BwImportedFile *file)
{
  const char quote = file->reading->quote;
  const guint open = bw_import_options_add_open (options, file, quote, BW_CHOOSE);
  guint found;

  if (file->reading->delimiter == BW_CHOOSE && !file->unread)
    return open;
  found = add_rows (options, quotes, G_N_ELEMENTS (quotes), quote);

  return quote == BW_CHOOSE ? open : found != G_MAXUINT ? found :
         bw_import_options_add (options, g_strdup_printf ("%c", quote), NULL, quote);
}

static void
set_quote (BwReading            *reading,
           const BwImportOption *option)
{
  reading->quote = option->number;
}

static guint
list_decimals (GArray               *options,
               const BwImportedFile *file)
{
  const char decimal = file->reading->decimal;
  const guint open = decimal != BW_CHOOSE ? G_MAXUINT :
                     bw_import_options_add (options, g_strdup (_("As each column has it")), NULL, BW_CHOOSE);
  const guint found = add_rows (options, decimals, G_N_ELEMENTS (decimals), decimal);

  return open != G_MAXUINT ? open : found;
}

static void
set_decimal (BwReading            *reading,
             const BwImportOption *option)
{
  reading->decimal = option->number;
}

static guint
list_orders (GArray               *options,
             const BwImportedFile *file)
{
  const BwDateOrder order = file->reading->date_order;
  const guint open = order != BW_DATE_ORDER_FIND ? G_MAXUINT :
                     bw_import_options_add (options, g_strdup (_("As each column has it")), NULL, BW_DATE_ORDER_FIND);
  const guint found = add_rows (options, orders, G_N_ELEMENTS (orders), order);

  return open != G_MAXUINT ? open : found;
}

static void
set_order (BwReading            *reading,
           const BwImportOption *option)
{
  reading->date_order = option->number;
}

static guint
list_names (GArray               *options,
            const BwImportedFile *file)
{
  const gboolean open = file->unread && file->sheets != NULL && file->reading->sheet == NULL;
  guint found = !open ? G_MAXUINT :
                bw_import_options_add (options, g_strdup (_("Choose one")), NULL, 0);

  for (guint i = 0; file->sheets != NULL && file->sheets[i] != NULL; i++)
    {
      const guint place = bw_import_options_add (options, g_strdup (file->sheets[i]), file->sheets[i], 0);

      if (g_strcmp0 (file->sheets[i], file->reading->sheet) == 0)
        found = place;
    }

  return found;
}

/* A workbook is text already: it has no encoding. */
static gboolean
is_book (const BwImportedFile *file)
{
  return !file->unread && file->reading->encoding == NULL;
}

static guint
list_sheets (GArray               *options,
             const BwImportedFile *file)
{
  return is_book (file) ? list_names (options, file) : G_MAXUINT;
}

static guint
list_tables (GArray               *options,
             const BwImportedFile *file)
{
  return is_book (file) ? G_MAXUINT : list_names (options, file);
}

/* Another sheet is another table. */
static void
set_sheet (BwReading            *reading,
           const BwImportOption *option)
{
  g_free (reading->sheet);
  reading->sheet = g_strdup (option->text);
  reading->header = BW_HEADER_FIND;
  reading->header_rows = 0;
  reading->first_row = BW_ROW_FIND;
}

static const BwImportChoice choices[BW_N_IMPORT_CHOICES] = {
  { N_("Sheet"), list_sheets, set_sheet, TRUE },
  { N_("Table"), list_tables, set_sheet, TRUE },
  { N_("Encoding"), list_encodings, set_encoding, TRUE },
  { N_("Delimiter"), list_delimiters, set_delimiter, TRUE },
  { N_("Quote"), list_quotes, set_quote },
  { N_("Header"), bw_import_list_headers, bw_import_set_header, TRUE },
  { N_("Header spans"), bw_import_list_header_rows, bw_import_set_header_rows },
  { N_("First row"), bw_import_list_first_rows, bw_import_set_first_row },
  { N_("Decimal mark"), list_decimals, set_decimal },
  { N_("Dates that fit both ways"), list_orders, set_order },
};

/**
 * bw_import_choice_get:
 * @choice: under %BW_N_IMPORT_CHOICES
 */
const BwImportChoice *
bw_import_choice_get (guint choice)
{
  g_return_val_if_fail (choice < BW_N_IMPORT_CHOICES, NULL);

  return &choices[choice];
}
