/* What each style of a workbook says about the numbers that bear it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/book-styles.h"

#include "bytes/part.h"

struct _BwBookStyles
{
  GHashTable *formats; /* of BwNumberFormat, by number */
  GArray     *cells;   /* of BwNumberFormat, by style */
};

static const BwNumberFormat plain = { BW_FORMAT_PLAIN, NULL };

static guint
read_id (BwXml *xml)
{
  const char *id = bw_xml_get_attribute (xml, "numFmtId");

  return id != NULL ? g_ascii_strtoull (id, NULL, 10) : 0;
}

static void
add_format (BwBookStyles *self,
            BwXml        *xml)
{
  const char *given = bw_xml_get_attribute (xml, "formatCode");
  g_autofree char *code = g_utf8_make_valid (given != NULL ? given : "", -1);
  BwNumberFormat format;

  bw_number_format_read (&format, code);
  g_hash_table_insert (self->formats, GUINT_TO_POINTER (read_id (xml)),
                       g_memdup2 (&format, sizeof format));
}

static void
add_cell (BwBookStyles *self,
          BwXml        *xml)
{
  const guint id = read_id (xml);
  const BwNumberFormat *known = g_hash_table_lookup (self->formats, GUINT_TO_POINTER (id));
  BwNumberFormat format;

  if (known != NULL)
    format = *known;
  else
    bw_number_format_find (&format, id);
  g_array_append_val (self->cells, format);
}

static gboolean
read_styles (BwBookStyles *self,
             BwXml        *xml,
             GError      **error)
{
  gboolean in_formats = FALSE, in_cells = FALSE;
  BwXmlEvent event;

  while ((event = bw_xml_next (xml, error)) != BW_XML_DONE)
    {
      if (event == BW_XML_FAILED)
        return FALSE;
      if (event == BW_XML_TEXT)
        continue;

      if (bw_xml_is (xml, "numFmts"))
        in_formats = event == BW_XML_START;
      else if (bw_xml_is (xml, "cellXfs"))
        in_cells = event == BW_XML_START;
      else if (event == BW_XML_START && in_formats && bw_xml_is (xml, "numFmt"))
        add_format (self, xml);
      else if (event == BW_XML_START && in_cells && bw_xml_is (xml, "xf"))
        add_cell (self, xml);
    }

  return TRUE;
}

/**
 * bw_book_styles_new:
 * @path: (nullable): of the part that holds them; %NULL where there is none
 *
 * Returns: (transfer full): the styles, or %NULL with @error set
 */
BwBookStyles *
bw_book_styles_new (BwArchive  *archive,
                    const char *path,
                    GError    **error)
{
  g_autoptr(BwBookStyles) self = g_new0 (BwBookStyles, 1);
  g_autoptr(BwPart) part = NULL;

  self->formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->cells = g_array_new (FALSE, FALSE, sizeof (BwNumberFormat));
  if (path == NULL)
    return g_steal_pointer (&self);

  part = bw_part_open (archive, path, error);
  if (part == NULL || !read_styles (self, part->xml, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bw_book_styles_free (BwBookStyles *self)
{
  g_hash_table_unref (self->formats);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * bw_book_styles_get:
 * @style: counted from 0
 *
 * Returns: (transfer none): what it says; that a number is plain where there is no such style
 */
const BwNumberFormat *
bw_book_styles_get (const BwBookStyles *self,
                    guint64             style)
{
  return style < self->cells->len ? &g_array_index (self->cells, BwNumberFormat, style) : &plain;
}
