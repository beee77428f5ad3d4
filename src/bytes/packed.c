/* A file that is an archive or a workbook: the one table that is read out of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/packed.h"

#include "bytes/archive-choice.h"
#include "bytes/sheet-text.h"
#include "report/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define INNER_MAX  (256 * 1024 * 1024) /* of a workbook inside of an archive */
#define BLOCK_SIZE (64 * 1024)

struct _BwPacked
{
  BwArchive *archive;
  BwArchive *inner; /* a workbook in the archive, or NULL */
  GStrv      names;
  char      *name;  /* of the sheet or of the file that is read */

  BwWorkbook        *book; /* or NULL */
  const BwBookSheet *sheet;
  BwSheetText       *text;

  guint    index;
  BwEntry *entry; /* or NULL */
};

static gboolean
open_book (BwPacked   *self,
           BwArchive  *archive,
           const char *sheet,
           GError    **error)
{
  self->book = bw_workbook_new (archive, error);
  if (self->book == NULL)
    return FALSE;

  self->sheet = bw_workbook_choose (self->book, sheet, error);
  if (self->sheet == NULL)
    return FALSE;
  self->text = bw_sheet_text_new (self->book, self->sheet, error);
  if (self->text == NULL)
    return FALSE;

  g_free (self->name);
  self->name = g_strdup (self->sheet->name);
  g_strfreev (self->names);
  self->names = bw_workbook_dup_names (self->book);

  return TRUE;
}

static gboolean
open_entry (BwPacked *self,
            GError  **error)
{
  g_clear_pointer (&self->entry, bw_entry_close);
  self->entry = bw_archive_open (self->archive, self->index, error);

  return self->entry != NULL;
}

static GBytes *
load_entry (BwPacked *self,
            GError  **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_SIZE);
  gssize n;

  while ((n = bw_entry_read (self->entry, block, BLOCK_SIZE, error)) > 0)
    {
      if (bytes->len > INNER_MAX)
        {
          bw_archive_refuse (self->archive, N_("holds a workbook that is too large to be read from "
                                               "there; unpack it, and import the workbook"), error);
          return NULL;
        }
      g_byte_array_append (bytes, block, n);
    }

  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* A file in the archive that is packed itself. A workbook is read, an archive is not: who knows how
 * many more are in it. */
static gboolean
open_inner (BwPacked     *self,
            const char   *sheet,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr(GBytes) bytes = NULL;

  if (!open_entry (self, error))
    return FALSE;
  bytes = load_entry (self, error);
  g_clear_pointer (&self->entry, bw_entry_close);
  if (bytes == NULL)
    return FALSE;

  self->inner = bw_archive_new_for_bytes (bytes, bw_archive_get_file_name (self->archive),
                                          cancellable, error);
  if (self->inner == NULL)
    return FALSE;
  if (!bw_archive_is_package (self->inner))
    return bw_archive_refuse (self->archive, N_("is an archive in which there is another archive; "
                                                "unpack both, and import the files in them"), error);

  return open_book (self, self->inner, sheet, error);
}

static gboolean
starts_packed (BwPacked *self,
               gboolean *packed,
               GError  **error)
{
  guint8 start[4];
  gssize n;

  if (!open_entry (self, error))
    return FALSE;
  n = bw_entry_read (self->entry, start, sizeof start, error);
  *packed = n == sizeof start && memcmp (start, "PK\3\4", 4) == 0;

  return n >= 0;
}

static gboolean
open_file (BwPacked     *self,
           const char   *wanted,
           GCancellable *cancellable,
           GError      **error)
{
  gboolean packed;
  int index;

  if (!bw_archive_check_kind (self->archive, error))
    return FALSE;

  index = bw_archive_choose (self->archive, wanted, &self->names, error);
  if (index < 0)
    return FALSE;
  self->index = index;
  self->name = g_strdup (bw_archive_get_entry_name (self->archive, index));
  if (!starts_packed (self, &packed, error))
    return FALSE;

  return packed ? open_inner (self, NULL, cancellable, error) : open_entry (self, error);
}

/**
 * bw_packed_new:
 * @file: its first bytes are those of a ZIP file
 * @name: of the file, for messages
 * @sheet: (nullable): the sheet or the file in it that is wanted; %NULL for the first sheet that is
 *   shown and not empty, or the one table in an archive
 *
 * Returns: (transfer full): the table, at its start, or %NULL with @error set
 */
BwPacked *
bw_packed_new (GFile        *file,
               const char   *name,
               const char   *sheet,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr(BwPacked) self = g_new0 (BwPacked, 1);
  gboolean opened;

  self->archive = bw_archive_new (file, name, cancellable, error);
  if (self->archive == NULL)
    return NULL;

  if (bw_archive_is_package (self->archive))
    opened = open_book (self, self->archive, sheet, error);
  else
    opened = open_file (self, sheet, cancellable, error);

  return opened ? g_steal_pointer (&self) : NULL;
}

void
bw_packed_free (BwPacked *self)
{
  g_clear_pointer (&self->text, bw_sheet_text_free);
  g_clear_pointer (&self->book, bw_workbook_free);
  g_clear_pointer (&self->entry, bw_entry_close);
  g_clear_pointer (&self->inner, bw_archive_free);
  g_clear_pointer (&self->archive, bw_archive_free);
  g_strfreev (self->names);
  g_free (self->name);
  g_free (self);
}

/**
 * bw_packed_read:
 *
 * Returns: bytes given, 0 at the end, -1 with @error set
 */
gssize
bw_packed_read (BwPacked *self,
                guint8   *buffer,
                gsize     size,
                GError  **error)
{
  return self->text != NULL ? bw_sheet_text_get (self->text, buffer, size, error)
                            : bw_entry_read (self->entry, buffer, size, error);
}

/**
 * bw_packed_rewind:
 *
 * Goes back to the start.
 */
gboolean
bw_packed_rewind (BwPacked *self,
                  GError  **error)
{
  return self->text != NULL ? bw_sheet_text_rewind (self->text, error) : open_entry (self, error);
}

/**
 * bw_packed_is_sheet:
 *
 * Returns: whether what is read is text made of a sheet, and no file's bytes
 */
gboolean
bw_packed_is_sheet (const BwPacked *self)
{
  return self->text != NULL;
}

/**
 * bw_packed_get_share:
 *
 * Returns: how much was read, 0 to 1
 */
double
bw_packed_get_share (const BwPacked *self)
{
  return self->text != NULL ? bw_sheet_text_get_share (self->text)
                            : bw_entry_get_share (self->entry);
}

const char *
bw_packed_get_sheet (const BwPacked *self)
{
  return self->name;
}

/**
 * bw_packed_get_sheets:
 *
 * Returns: (transfer none): the sheets that are shown, or the files that may be tables
 */
const char *const *
bw_packed_get_sheets (const BwPacked *self)
{
  return (const char *const *) self->names;
}

/* The names of other sheets that hold something, or of other files. */
static char *
list_others (const BwPacked *self)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; self->book != NULL && i < self->book->sheets->len; i++)
    {
      const BwBookSheet *sheet = g_ptr_array_index (self->book->sheets, i);

      if (sheet != self->sheet && !sheet->hidden && bw_workbook_has_cells (self->book, sheet))
        g_ptr_array_add (others, sheet->name);
    }
  for (guint i = 0; self->book == NULL && self->names[i] != NULL; i++)
    {
      if (strcmp (self->names[i], self->name) != 0)
        g_ptr_array_add (others, self->names[i]);
    }
  if (others->len == 0)
    return NULL;
  g_ptr_array_add (others, NULL);

  /* TRANSLATORS: between the names of sheets, or of files */
  return g_strjoinv (_(", "), (char **) others->pdata);
}

/**
 * bw_packed_tell:
 * @report: where notes go on what was read otherwise than it stands, and on what was not read
 *
 * To be called when all was read.
 */
void
bw_packed_tell (const BwPacked *self,
                BwReport       *report)
{
  g_autofree char *others = list_others (self);
  g_autofree char *what = NULL;
  BwProblem problem = {
    .severity = BW_SEVERITY_NOTE,
    .file = bw_archive_get_file_name (self->archive),
    .kind = BW_PROBLEM_OTHER_TABLE,
  };

  if (self->text != NULL)
    bw_report_append (report, bw_sheet_text_get_report (self->text));
  if (others == NULL)
    return;

  if (self->book != NULL)
    /* TRANSLATORS: the name of the sheet that was read, and those of others */
    what = g_strdup_printf (_("The sheet “%s” was read; these were not: %s"), self->name, others);
  else
    /* TRANSLATORS: the name of the file that was read, and those of others in the same archive */
    what = g_strdup_printf (_("“%s” was read; these were not: %s"), self->name, others);
  problem.what = what;
  bw_report_add (report, &problem);
}

/**
 * bw_packed_list:
 *
 * Returns: (transfer full): the names of the sheets that @file shows, or of the files in it that may
 *   be tables; %NULL with @error set
 */
GStrv
bw_packed_list (GFile        *file,
                const char   *name,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr(BwArchive) archive = bw_archive_new (file, name, cancellable, error);
  g_autoptr(BwWorkbook) book = NULL;
  g_autoptr(GError) several = NULL;
  GStrv names = NULL;

  if (archive == NULL)
    return NULL;
  if (bw_archive_is_package (archive))
    {
      book = bw_workbook_new (archive, error);
      return book != NULL ? bw_workbook_dup_names (book) : NULL;
    }
  if (!bw_archive_check_kind (archive, error))
    return NULL;

  if (bw_archive_choose (archive, NULL, &names, &several) < 0 && names[0] == NULL)
    {
      g_strfreev (names);
      g_propagate_error (error, g_steal_pointer (&several));
      return NULL;
    }

  return names;
}
