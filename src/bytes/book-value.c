/* One cell of a workbook becomes one field of CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/book-value.h"

#include "bytes/book-number.h"
#include "bytes/book-text.h"

#include <string.h>

/**
 * bw_cell_kind_find:
 * @type: (nullable): the attribute t
 */
BwCellKind
bw_cell_kind_find (const char *type)
{
  static const struct { const char *type; BwCellKind kind; } kinds[] = {
    { "s", BW_CELL_SHARED }, { "n", BW_CELL_NUMBER }, { "str", BW_CELL_TEXT },
    { "inlineStr", BW_CELL_INLINE }, { "b", BW_CELL_FLAG }, { "e", BW_CELL_ERROR },
    { "d", BW_CELL_DATE },
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kinds[i].type, type) == 0)
        return kinds[i].kind;
    }

  return BW_CELL_NUMBER;
}

static gboolean
append_shared (GString          *fields,
               const BwWorkbook *book,
               const char       *value)
{
  char *end;
  const guint64 index = g_ascii_strtoull (value, &end, 10);
  gsize length;
  const char *text = end != value ? bw_book_strings_get (book->strings, index, &length) : NULL;

  if (text != NULL)
    g_string_append_len (fields, text, length);

  return text != NULL;
}

/* 2026-01-31T00:00:00 is a day and no more. */
static void
append_iso_date (GString    *fields,
                 const char *value)
{
  const char *clock = strchr (value, 'T');
  gsize length = strlen (value);

  if (clock != NULL && strspn (clock, "T0:.Z") == strlen (clock))
    length = clock - value;
  bw_book_text_append_field (fields, value, length);
}

/**
 * bw_book_value_append:
 * @fields: where the field goes; nothing is added where the cell is empty
 * @value: what the cell holds, as it stands there; may be changed
 *
 * Returns: %FALSE where the cell refers to a text that is not there
 */
gboolean
bw_book_value_append (GString              *fields,
                      const BwWorkbook     *book,
                      BwCellKind            kind,
                      const BwNumberFormat *format,
                      GString              *value)
{
  if (value->len == 0)
    return TRUE;

  switch (kind)
    {
    case BW_CELL_SHARED:
      return append_shared (fields, book, value->str);

    case BW_CELL_TEXT:
      bw_book_text_unescape (value);
      bw_book_text_append_field (fields, value->str, value->len);
      return TRUE;

    case BW_CELL_INLINE:
    case BW_CELL_ERROR:
      bw_book_text_append_field (fields, value->str, value->len);
      return TRUE;

    case BW_CELL_FLAG:
      g_string_append (fields, strcmp (value->str, "1") == 0 || strcmp (value->str, "true") == 0
                               ? "TRUE" : "FALSE");
      return TRUE;

    case BW_CELL_DATE:
      append_iso_date (fields, value->str);
      return TRUE;

    case BW_CELL_NUMBER:
    default:
      if (strpbrk (value->str, ",\"\r\n") != NULL)
        bw_book_text_append_field (fields, value->str, value->len);
      else
        bw_book_number_append (fields, value->str, format, book->from_1904);
      return TRUE;
    }
}
