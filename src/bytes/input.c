/* The bytes of one table, from wherever GIO finds its file, unpacked; may be read twice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read first is remembered up to a limit. A file that fits is read once, and the second
 * reading comes from memory; a larger one is opened again, and has to give as many bytes as before
 * and look unchanged from outside. Of an archive its one table is read, of a workbook a sheet. */

#include "bytes/input.h"

#include "bytes/file-facts.h"
#include "bytes/gunzip.h"
#include "bytes/packed.h"
#include "report/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE (256 * 1024)
#define KEPT_MAX   (16 * 1024 * 1024)
#define LARGE      (32 * 1024) /* bytes; a read of so many goes past the block */

struct _BwInput
{
  GFile        *file;
  GCancellable *cancellable;
  char         *name;
  GFileInfo    *info;

  GInputStream *stream;
  BwPacked     *packed;    /* or NULL */
  BwGunzip     *gunzip;    /* or NULL */
  guint8       *block;     /* bytes as they are in the file, or in the archive */
  gsize         n_block;
  gsize         block_pos;
  goffset       position;  /* in the file */
  guint64       n_given;   /* in this reading */

  GByteArray *kept;        /* all bytes given in the first reading, or NULL where too many */
  gboolean    from_kept;
  gboolean    second;
  guint64     n_first;     /* bytes given in the first reading */
};

/* Gives as much as there is room for; less only at the end. */
static gssize
read_bytes (gpointer user_data,
            guint8  *buffer,
            gsize    size,
            GError **error)
{
  BwInput *self = user_data;
  gsize n = 0;

  if (self->packed == NULL)
    {
      if (!g_input_stream_read_all (self->stream, buffer, size, &n, self->cancellable, error))
        return -1;
      self->position += n;
      return n;
    }

  while (n < size)
    {
      const gssize more = bw_packed_read (self->packed, buffer + n, size - n, error);

      if (more < 0)
        return -1;
      if (more == 0)
        break;
      n += more;
    }

  return n;
}

static gboolean
read_block (BwInput *self,
            GError **error)
{
  const gssize n = read_bytes (self, self->block, BLOCK_SIZE, error);

  self->block_pos = 0;
  self->n_block = MAX (n, 0);

  return n >= 0;
}

static gboolean
open_stream (BwInput *self,
             GError **error)
{
  g_clear_object (&self->stream);
  self->position = 0;
  self->stream = G_INPUT_STREAM (g_file_read (self->file, self->cancellable, error));
  if (self->stream != NULL && read_block (self, error))
    return TRUE;

  /* TRANSLATORS: the name of a file, before what is wrong */
  g_prefix_error (error, _("“%s” cannot be read: "), self->name);

  return FALSE;
}

static gboolean
starts_packed (const BwInput *self)
{
  return self->n_block >= 4
         && (memcmp (self->block, "PK\3\4", 4) == 0 || memcmp (self->block, "PK\5\6", 4) == 0);
}

/* What is wrong inside of an archive or a workbook is told with its name. */
static void
add_name (BwInput *self,
          GError **error)
{
  if (error != NULL && *error != NULL && (*error)->domain == BW_IMPORT_ERROR
      && strstr ((*error)->message, self->name) == NULL)
    g_prefix_error (error, "“%s”: ", self->name);
}

/* Opens the file, or starts anew with what was opened in it. */
static gboolean
open_bytes (BwInput    *self,
            const char *sheet,
            GError    **error)
{
  g_clear_pointer (&self->gunzip, bw_gunzip_free);
  if (self->packed != NULL)
    {
      if (!bw_packed_rewind (self->packed, error) || !read_block (self, error))
        return FALSE;
    }
  else
    {
      if (!open_stream (self, error))
        return FALSE;
      if (starts_packed (self))
        {
          g_clear_object (&self->stream);
          self->packed = bw_packed_new (self->file, self->name, sheet, self->cancellable, error);
          if (self->packed == NULL || !read_block (self, error))
            return FALSE;
        }
    }

  if (!bw_input_is_sheet (self) && bw_starts_gzip (self->block, self->n_block))
    {
      self->gunzip = bw_gunzip_new (self->block, self->n_block, self->name, read_bytes, self);
      self->block_pos = self->n_block;
    }

  return TRUE;
}

/**
 * bw_input_new:
 * @sheet: (nullable): the sheet of a workbook, or the file in an archive, that is wanted
 *
 * Opens @file. Pipes and devices are refused before they could keep anybody waiting.
 *
 * Returns: (transfer full): its bytes, or %NULL with @error set
 */
BwInput *
bw_input_new (GFile        *file,
              const char   *sheet,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr(BwInput) self = g_new0 (BwInput, 1);
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr(GError) failure = NULL;

  self->file = g_object_ref (file);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->name = g_filename_display_name (base != NULL ? base : "");
  self->block = g_malloc (BLOCK_SIZE);
  self->kept = g_byte_array_new ();
  self->info = bw_file_facts_query (file, self->name, cancellable, error);
  if (self->info == NULL || !bw_file_facts_check (self->info, self->name, error))
    return NULL;
  if (!open_bytes (self, sheet, &failure))
    {
      add_name (self, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
bw_input_free (BwInput *self)
{
  g_clear_pointer (&self->gunzip, bw_gunzip_free);
  g_clear_pointer (&self->packed, bw_packed_free);
  g_clear_object (&self->stream);
  g_clear_object (&self->info);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->kept, g_byte_array_unref);
  g_free (self->block);
  g_free (self->name);
  g_free (self);
}

static gssize
read_plain (BwInput *self,
            guint8  *buffer,
            gsize    size,
            GError **error)
{
  gsize n;

  /* What is read in large pieces need not be copied. */
  if (self->block_pos == self->n_block && size >= LARGE)
    return read_bytes (self, buffer, size, error);
  if (self->block_pos == self->n_block && !read_block (self, error))
    return -1;

  n = MIN (size, self->n_block - self->block_pos);
  memcpy (buffer, self->block + self->block_pos, n);
  self->block_pos += n;

  return n;
}

static gssize
read_kept (BwInput *self,
           guint8  *buffer,
           gsize    size)
{
  const gsize n = MIN (size, self->kept->len - self->n_given);

  memcpy (buffer, self->kept->data + self->n_given, n);

  return n;
}

static gboolean
is_unchanged (BwInput *self,
              GError **error)
{
  if ((self->n_given == self->n_first || bw_input_is_sheet (self)) && bw_file_facts_still_hold (self->info, self->file))
    return TRUE;

  g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_CHANGED,
               /* TRANSLATORS: what is put in is the name of a file */
               _("“%s” changed while it was read; import it again when nothing writes to it "
                 "any more"), self->name);

  return FALSE;
}

static void
keep (BwInput      *self,
      const guint8 *bytes,
      gsize         n)
{
  if (self->second || self->kept == NULL || bw_input_is_sheet (self))
    return;

  if (self->kept->len + n > KEPT_MAX)
    g_clear_pointer (&self->kept, g_byte_array_unref);
  else
    g_byte_array_append (self->kept, bytes, n);
}

/**
 * bw_input_read:
 *
 * At the end of the second reading a file that changed since the first is an error.
 *
 * Returns: bytes given, 0 at the end, -1 with @error set
 */
gssize
bw_input_read (BwInput *self,
               guint8  *buffer,
               gsize    size,
               GError **error)
{
  gssize n;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return -1;

  if (self->from_kept)
    n = read_kept (self, buffer, size);
  else if (self->gunzip != NULL)
    n = bw_gunzip_read (self->gunzip, buffer, size, error);
  else
    n = read_plain (self, buffer, size, error);

  if (n > 0)
    {
      self->n_given += n;
      keep (self, buffer, n);
    }

  return n == 0 && self->second && !self->from_kept && !is_unchanged (self, error) ? -1 : n;
}

/**
 * bw_input_rewind:
 *
 * Goes back to the start, after a reading that went to the end; a sheet need not be read so far.
 */
gboolean
bw_input_rewind (BwInput *self,
                 GError **error)
{
  if (!self->second)
    self->n_first = self->n_given;
  self->second = TRUE;
  self->n_given = 0;
  self->from_kept = self->kept != NULL && !bw_input_is_sheet (self);

  return self->from_kept || open_bytes (self, NULL, error);
}

/**
 * bw_input_is_sheet:
 *
 * Returns: whether the bytes are text made of a workbook's sheet: UTF-8, fields parted by commas, in
 *   double quotes where they need them, a record for each row of the sheet
 */
gboolean
bw_input_is_sheet (const BwInput *self)
{
  return self->packed != NULL && bw_packed_is_sheet (self->packed);
}

/**
 * bw_input_get_sheet:
 *
 * Returns: (transfer none) (nullable): the sheet, or the file in an archive, that is read
 */
const char *
bw_input_get_sheet (const BwInput *self)
{
  return self->packed != NULL ? bw_packed_get_sheet (self->packed) : NULL;
}

/**
 * bw_input_dup_sheets:
 *
 * Returns: (transfer full) (nullable): the names of all that could be read instead
 */
GStrv
bw_input_dup_sheets (const BwInput *self)
{
  return self->packed != NULL ? g_strdupv ((char **) bw_packed_get_sheets (self->packed)) : NULL;
}

/**
 * bw_input_tell:
 *
 * Adds to @report what is to be said of a workbook, an archive or a packed file that was read.
 */
void
bw_input_tell (const BwInput *self,
               BwReport      *report)
{
  if (self->packed != NULL)
    bw_packed_tell (self->packed, report);
  if (self->gunzip != NULL)
    bw_gunzip_tell (self->gunzip, report);
}

const char *
bw_input_get_name (const BwInput *self)
{
  return self->name;
}

/**
 * bw_input_get_total:
 *
 * Returns: the size of the file as it lies there, 0 where not known
 */
goffset
bw_input_get_total (const BwInput *self)
{
  return g_file_info_get_attribute_uint64 (self->info, G_FILE_ATTRIBUTE_STANDARD_SIZE);
}

/**
 * bw_input_get_position:
 *
 * Returns: how much of the file has been read
 */
goffset
bw_input_get_position (const BwInput *self)
{
  if (self->from_kept && self->kept->len > 0)
    return (goffset) ((double) self->n_given / self->kept->len * bw_input_get_total (self));
  if (self->packed != NULL)
    return (goffset) (bw_packed_get_share (self->packed) * bw_input_get_total (self));

  return self->position - (goffset) (self->n_block - self->block_pos);
}
