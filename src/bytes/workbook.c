/* A workbook: its sheets, and what they share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/workbook.h"

#include "bytes/part.h"
#include "bytes/relations.h"
#include "report/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOOKED_AT_MAX 20000 /* tags, when a sheet is searched for a cell */
#define SHEETS_MAX    2000  /* people's workbooks have a few hundred at most */

/* What the main part of a package is, told by where it lies. */
static const struct
{
  const char *start;
  const char *end;
  const char *what;
} others[] = {
  { "", ".bin", N_("is a binary workbook (.xlsb); open it, and save it as an Excel workbook (.xlsx), "
                   "or the sheet as CSV") },
  { "word/", "", N_("is a document; import the export that it was made from, as CSV") },
  { "ppt/", "", N_("is a document; import the export that it was made from, as CSV") },
  { "visio/", "", N_("is a document; import the export that it was made from, as CSV") },
};

/**
 * bw_archive_is_package:
 *
 * Returns: whether what @archive holds are the parts of an Office file, and no files
 */
gboolean
bw_archive_is_package (const BwArchive *archive)
{
  return bw_archive_find (archive, "[Content_Types].xml") >= 0
         || bw_archive_find (archive, "xl/workbook.xml") >= 0;
}

static void
sheet_free (BwBookSheet *sheet)
{
  g_free (sheet->name);
  g_free (sheet->path);
  g_free (sheet);
}

static void
add_sheet (BwWorkbook      *self,
           BwXml           *xml,
           const GPtrArray *relations)
{
  const char *name = bw_xml_get_attribute (xml, "name");
  const char *id = bw_xml_get_attribute (xml, ":id");
  const char *state = bw_xml_get_attribute (xml, "state");
  const BwRelation *relation;
  BwBookSheet *sheet;

  if (self->sheets->len > SHEETS_MAX || name == NULL || id == NULL)
    return;
  relation = bw_relations_find (relations, id);
  if (relation == NULL || strcmp (relation->kind, "worksheet") != 0)
    return;

  sheet = g_new0 (BwBookSheet, 1);
  sheet->name = g_utf8_make_valid (name, -1);
  sheet->path = g_strdup (relation->path);
  sheet->hidden = state != NULL && strcmp (state, "visible") != 0;
  g_ptr_array_add (self->sheets, sheet);
}

static gboolean
is_true (const char *value)
{
  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

static gboolean
read_sheets (BwWorkbook      *self,
             const char      *path,
             const GPtrArray *relations,
             GError         **error)
{
  g_autoptr(BwPart) part = bw_part_open (self->archive, path, error);
  BwXmlEvent event;

  if (part == NULL)
    return FALSE;

  while ((event = bw_xml_next (part->xml, error)) != BW_XML_DONE)
    {
      if (event == BW_XML_FAILED)
        return FALSE;
      if (event != BW_XML_START)
        continue;

      if (bw_xml_is (part->xml, "sheet"))
        add_sheet (self, part->xml, relations);
      else if (bw_xml_is (part->xml, "workbookPr"))
        self->from_1904 = is_true (bw_xml_get_attribute (part->xml, "date1904"));
    }
  if (self->sheets->len > SHEETS_MAX)
    return bw_archive_refuse (self->archive, N_("has far more sheets than a workbook of tables would; "
                                                "it is not read, since it may have been made to do "
                                                "harm"), error);
  if (self->sheets->len > 0)
    return TRUE;

  return bw_archive_refuse (self->archive, N_("is a workbook without a sheet of cells; choose "
                                              "another"), error);
}

/* Where the workbook is in the package. */
static char *
find_main (BwArchive *archive,
           GError   **error)
{
  g_autoptr(GPtrArray) relations = bw_relations_read (archive, "", error);
  const char *path;

  if (relations == NULL)
    return NULL;

  path = bw_relations_get_path (relations, "officeDocument");
  if (path == NULL && bw_archive_find (archive, "xl/workbook.bin") >= 0)
    path = "xl/workbook.bin";
  if (path == NULL)
    path = "xl/workbook.xml";

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_str_has_prefix (path, others[i].start) && g_str_has_suffix (path, others[i].end))
        {
          bw_archive_refuse (archive, others[i].what, error);
          return NULL;
        }
    }

  return g_strdup (path);
}

/* The path of a part that all sheets use, where it is there. */
static const char *
shared_part (const BwWorkbook *self,
             const GPtrArray  *relations,
             const char       *kind)
{
  const char *path = bw_relations_get_path (relations, kind);

  return path != NULL && bw_archive_find (self->archive, path) >= 0 ? path : NULL;
}

/**
 * bw_workbook_new:
 * @archive: must outlive the workbook
 *
 * Returns: (transfer full): the workbook that @archive is, or %NULL with @error set
 */
BwWorkbook *
bw_workbook_new (BwArchive *archive,
                 GError   **error)
{
  g_autoptr(BwWorkbook) self = g_new0 (BwWorkbook, 1);
  g_autoptr(GPtrArray) relations = NULL;
  g_autofree char *path = find_main (archive, error);

  self->archive = archive;
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  if (path == NULL)
    return NULL;
  relations = bw_relations_read (archive, path, error);
  if (relations == NULL || !read_sheets (self, path, relations, error))
    return NULL;

  self->strings = bw_book_strings_new (archive, shared_part (self, relations, "sharedStrings"),
                                       error);
  if (self->strings == NULL)
    return NULL;
  self->styles = bw_book_styles_new (archive, shared_part (self, relations, "styles"), error);

  return self->styles != NULL ? g_steal_pointer (&self) : NULL;
}

void
bw_workbook_free (BwWorkbook *self)
{
  g_ptr_array_unref (self->sheets);
  g_clear_pointer (&self->strings, bw_book_strings_free);
  g_clear_pointer (&self->styles, bw_book_styles_free);
  g_free (self);
}

/**
 * bw_workbook_dup_names:
 *
 * Returns: (transfer full): the names of the sheets whose tabs are shown
 */
GStrv
bw_workbook_dup_names (const BwWorkbook *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const BwBookSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (!sheet->hidden)
        g_strv_builder_add (builder, sheet->name);
    }

  return g_strv_builder_end (builder);
}

/**
 * bw_workbook_has_cells:
 *
 * Returns: whether there is a value near the start of @sheet
 */
gboolean
bw_workbook_has_cells (BwWorkbook        *self,
                       const BwBookSheet *sheet)
{
  g_autoptr(BwPart) part = bw_part_open (self->archive, sheet->path, NULL);

  for (guint i = 0; part != NULL && i < LOOKED_AT_MAX; i++)
    {
      const BwXmlEvent event = bw_xml_next (part->xml, NULL);

      if (event == BW_XML_DONE || event == BW_XML_FAILED)
        return FALSE;
      if (event == BW_XML_START && (bw_xml_is (part->xml, "v") || bw_xml_is (part->xml, "is")))
        return TRUE;
    }

  return FALSE;
}

/* The first sheet that is shown and not empty, else the first that is shown, else the first. */
static const BwBookSheet *
choose_first (BwWorkbook *self)
{
  const BwBookSheet *first = NULL;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const BwBookSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->hidden)
        continue;
      if (bw_workbook_has_cells (self, sheet))
        return sheet;
      if (first == NULL)
        first = sheet;
    }

  return first != NULL ? first : g_ptr_array_index (self->sheets, 0);
}

/**
 * bw_workbook_choose:
 * @name: (nullable): of the sheet that is wanted, hidden or not; %NULL for the first that is shown
 *   and not empty
 *
 * Returns: (transfer none): the sheet, or %NULL with @error set
 */
const BwBookSheet *
bw_workbook_choose (BwWorkbook *self,
                    const char *name,
                    GError    **error)
{
  g_auto(GStrv) names = NULL;
  g_autofree char *list = NULL;

  if (name == NULL)
    return choose_first (self);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const BwBookSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (strcmp (sheet->name, name) == 0)
        return sheet;
    }

  names = bw_workbook_dup_names (self);
  /* TRANSLATORS: between the names of sheets, or of files */
  list = g_strjoinv (_(", "), names);
  g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_SEVERAL,
               /* TRANSLATORS: the name of a file, the name of a sheet, and names of sheets */
               _("“%s” has no sheet “%s”; choose one of these: %s"),
               bw_archive_get_file_name (self->archive), name, list);

  return NULL;
}
