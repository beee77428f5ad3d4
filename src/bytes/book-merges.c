/* Cells that a sheet merges over several rows, and where a cell is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/book-merges.h"

/**
 * bw_book_reference_read:
 * @text: begins with a reference as in A1 or $C$12
 * @column: (out): counted from 0
 * @row: (out): counted from 1
 * @end: (out): behind it
 *
 * Returns: whether it is one, and of a cell that a sheet can have
 */
gboolean
bw_book_reference_read (const char  *text,
                        guint       *column,
                        guint       *row,
                        const char **end)
{
  guint letters = 0, digits = 0;
  const char *p = text + (*text == '$');

  for (; g_ascii_isalpha (*p) && letters <= BW_BOOK_COLUMNS_MAX; p++)
    letters = letters * 26 + (g_ascii_toupper (*p) - 'A' + 1);
  p += *p == '$';
  for (; g_ascii_isdigit (*p) && digits <= BW_BOOK_ROWS_MAX; p++)
    digits = digits * 10 + (*p - '0');
  if (letters == 0 || letters > BW_BOOK_COLUMNS_MAX || digits == 0 || digits > BW_BOOK_ROWS_MAX)
    return FALSE;

  *column = letters - 1;
  *row = digits;
  *end = p;

  return TRUE;
}

static void
add_merge (GArray     *merges,
           const char *text)
{
  BwBookMerge merge;
  guint last_column;
  const char *end;

  if (text != NULL && bw_book_reference_read (text, &merge.column, &merge.first, &end)
      && *end == ':' && bw_book_reference_read (end + 1, &last_column, &merge.last, &end)
      && merge.last > merge.first)
    g_array_append_val (merges, merge);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const BwBookMerge *left = a, *right = b;

  return (left->first > right->first) - (left->first < right->first);
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const BwBookMerge *left = a, *right = b;

  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;

  return compare_rows (a, b);
}

/* Of merges that overlap, which no program writes, the first counts. */
static void
drop_overlaps (GArray *merges)
{
  guint n = 0;

  g_array_sort (merges, compare_columns);
  for (guint i = 0; i < merges->len; i++)
    {
      const BwBookMerge merge = g_array_index (merges, BwBookMerge, i);
      const BwBookMerge *before = n > 0 ? &g_array_index (merges, BwBookMerge, n - 1) : NULL;

      if (before == NULL || before->column != merge.column || before->last < merge.first)
        g_array_index (merges, BwBookMerge, n++) = merge;
    }
  g_array_set_size (merges, n);
}

/**
 * bw_book_merges_read:
 * @xml: a sheet, at its start; its cells are passed over unread
 *
 * Returns: (transfer full) (element-type BwBookMerge): what is merged over rows, by first row, in
 *   no column two at once; or %NULL with @error set
 */
GArray *
bw_book_merges_read (BwXml   *xml,
                     GError **error)
{
  g_autoptr(GArray) merges = g_array_new (FALSE, FALSE, sizeof (BwBookMerge));
  BwXmlEvent event;

  while ((event = bw_xml_next (xml, error)) != BW_XML_DONE)
    {
      if (event == BW_XML_FAILED)
        return NULL;
      if (event != BW_XML_START)
        continue;

      if (bw_xml_is (xml, "sheetData") && !bw_xml_skip_raw (xml, error))
        return NULL;
      if (bw_xml_is (xml, "mergeCell"))
        add_merge (merges, bw_xml_get_attribute (xml, "ref"));
    }
  drop_overlaps (merges);
  g_array_sort (merges, compare_rows);

  return g_steal_pointer (&merges);
}
