/* What can be chosen of how a file is read: one row for each choice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-options.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES       20 /* that are offered as header */
#define MOST_HEADER_ROWS 4
#define WIDEST           24 /* characters of a line's first cell */

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

/* @title is taken. */
static guint
add (GArray     *options,
     char       *title,
     const char *text,
     int         number)
{
  const BwImportOption option = { title, g_strdup (text), number };

  g_array_append_val (options, option);

  return options->len - 1;
}

static guint
add_rows (GArray    *options,
          const Row *rows,
          gsize      n_rows,
          int        number)
{
  guint found = G_MAXUINT;

  for (gsize i = 0; i < n_rows; i++)
    {
      const guint place = add (options, g_strdup (_(rows[i].title)), rows[i].text, rows[i].number);

      if (rows[i].number == number)
        found = place;
    }

  return found;
}

static guint
list_encodings (GArray          *options,
                const BwSource  *source,
                const BwPreview *preview)
{
  const char *encoding = bw_source_get_reading (source)->encoding;
  guint found = G_MAXUINT;

  if (encoding == NULL)
    return found;
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      add (options, g_strdup (_(encodings[i].title)), encodings[i].text, 0);
      if (g_ascii_strcasecmp (encodings[i].text, encoding) == 0)
        found = i;
    }

  return found != G_MAXUINT ? found : add (options, g_strdup (encoding), encoding, 0);
}

static void
set_encoding (BwReading            *reading,
              const BwImportOption *option)
{
  g_free (reading->encoding);
  reading->encoding = g_strdup (option->text);
}

static guint
list_delimiters (GArray          *options,
                 const BwSource  *source,
                 const BwPreview *preview)
{
  const char delimiter = bw_source_get_reading (source)->delimiter;
  guint found;

  if (delimiter == BW_CHOOSE)
    return G_MAXUINT;
  found = add_rows (options, delimiters, G_N_ELEMENTS (delimiters), delimiter);

  return found != G_MAXUINT ? found :
         add (options, g_strdup_printf ("%c", delimiter), NULL, delimiter);
}

static void
set_delimiter (BwReading            *reading,
               const BwImportOption *option)
{
  reading->delimiter = option->number;
}

static guint
list_quotes (GArray          *options,
             const BwSource  *source,
             const BwPreview *preview)
{
  const BwReading *reading = bw_source_get_reading (source);
  const char quote = reading->quote;
  guint found;

  if (reading->delimiter == BW_CHOOSE)
    return G_MAXUINT;
  found = add_rows (options, quotes, G_N_ELEMENTS (quotes), quote);

  return found != G_MAXUINT || quote == BW_CHOOSE ? found :
         add (options, g_strdup_printf ("%c", quote), NULL, quote);
}

static void
set_quote (BwReading            *reading,
           const BwImportOption *option)
{
  reading->quote = option->number;
}

/* "Line 3: Customer Id" */
static char *
name_line (const BwPreviewLine *line)
{
  g_autofree char *number = bw_format_number (line->line, 0);
  const char *text = line->n_fields > 0 ? line->fields[0] : "";
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), WIDEST));

  /* TRANSLATORS: a line of a file: its number, and how it begins */
  return *start == '\0' ? g_strdup_printf (_("Line %s"), number) :
         g_strdup_printf (_("Line %s: %s"), number, start);
}

static guint
list_lines (GArray          *options,
            const BwPreview *preview,
            gsize            from,
            int              record)
{
  guint found = G_MAXUINT, n = 0;

  for (guint i = 0; preview != NULL && i < bw_preview_get_n_lines (preview) && n < MOST_LINES; i++)
    {
      const BwPreviewLine *line = bw_preview_get_line (preview, i);
      guint place;

      if (line->n_fields == 0 || line->record < from)
        continue;
      n++;
      place = add (options, name_line (line), NULL, (int) line->record);
      if ((int) line->record == record)
        found = place;
    }
  if (found == G_MAXUINT && record >= 0)
    found = add (options, g_strdup_printf (_("Record %d"), record + 1), NULL, record);

  return found;
}

static guint
list_headers (GArray          *options,
              const BwSource  *source,
              const BwPreview *preview)
{
  const int header = bw_source_get_reading (source)->header;
  const guint none = add (options, g_strdup (_("No header")), NULL, BW_HEADER_NONE);
  const guint found = list_lines (options, preview, 0, header);

  return header < 0 ? none : found;
}

/* Another header: how far it reaches and where rows begin follow. */
static void
set_header (BwReading            *reading,
            const BwImportOption *option)
{
  reading->header = option->number;
  reading->header_rows = option->number < 0 ? 0 : 1;
  reading->first_row = BW_ROW_FIND;
}

static guint
list_header_rows (GArray          *options,
                  const BwSource  *source,
                  const BwPreview *preview)
{
  const BwReading *reading = bw_source_get_reading (source);

  if (reading->header < 0)
    return G_MAXUINT;
  for (guint n = 1; n <= MAX (MOST_HEADER_ROWS, reading->header_rows); n++)
    add (options, g_strdup_printf (ngettext ("%u line", "%u lines", n), n), NULL, (int) n);

  return MAX (reading->header_rows, 1) - 1;
}

static void
set_header_rows (BwReading            *reading,
                 const BwImportOption *option)
{
  reading->header_rows = option->number;
  reading->first_row = BW_ROW_FIND;
}

static guint
list_first_rows (GArray          *options,
                 const BwSource  *source,
                 const BwPreview *preview)
{
  const BwReading *reading = bw_source_get_reading (source);
  const int below = reading->header < 0 ? 0 : reading->header + (int) MAX (reading->header_rows, 1);

  return list_lines (options, preview, below,
                     reading->first_row < 0 ? below : reading->first_row);
}

static void
set_first_row (BwReading            *reading,
               const BwImportOption *option)
{
  reading->first_row = option->number;
}

static guint
list_decimals (GArray          *options,
               const BwSource  *source,
               const BwPreview *preview)
{
  const char decimal = bw_source_get_reading (source)->decimal;
  const guint open = decimal != BW_CHOOSE ? G_MAXUINT :
                     add (options, g_strdup (_("As each column has it")), NULL, BW_CHOOSE);
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
list_orders (GArray          *options,
             const BwSource  *source,
             const BwPreview *preview)
{
  const BwDateOrder order = bw_source_get_reading (source)->date_order;
  const guint open = order != BW_DATE_ORDER_FIND ? G_MAXUINT :
                     add (options, g_strdup (_("As each column has it")), NULL, BW_DATE_ORDER_FIND);
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
list_sheets (GArray          *options,
             const BwSource  *source,
             const BwPreview *preview)
{
  const char *const *sheets = bw_source_get_sheets (source);
  const char *sheet = bw_source_get_reading (source)->sheet;
  guint found = 0;

  for (guint i = 0; sheets != NULL && sheets[i] != NULL; i++)
    {
      const guint place = add (options, g_strdup (sheets[i]), sheets[i], 0);

      if (g_strcmp0 (sheets[i], sheet) == 0)
        found = place;
    }

  return found;
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
  { N_("Sheet"), list_sheets, set_sheet },
  { N_("Encoding"), list_encodings, set_encoding },
  { N_("Delimiter"), list_delimiters, set_delimiter },
  { N_("Quote"), list_quotes, set_quote },
  { N_("Header"), list_headers, set_header },
  { N_("Header spans"), list_header_rows, set_header_rows },
  { N_("First row"), list_first_rows, set_first_row },
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
