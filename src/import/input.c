/* The bytes of one file, from wherever GIO finds it, with gzip taken off; may be read twice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read first is remembered up to a limit. A file that fits is read once, and the second
 * reading comes from memory; a larger one is opened again, and has to give as many bytes as before
 * and look unchanged from outside. */

#include "import/input.h"

#include "import/source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE (256 * 1024)
#define KEPT_MAX   (16 * 1024 * 1024)
#define LARGE      (32 * 1024)

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE ","                            \
  G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_TIME_MODIFIED ","                    \
  G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

struct _BwInput
{
  GFile        *file;
  GCancellable *cancellable;
  char         *name;
  GFileInfo    *info;

  GInputStream *stream;
  GConverter   *gunzip;    /* or NULL */
  guint8       *block;     /* bytes as they are in the file */
  gsize         n_block;
  gsize         block_pos;
  gboolean      at_end;
  goffset       position;  /* in the file */
  guint64       n_given;   /* in this reading */

  GByteArray *kept;        /* all bytes given in the first reading, or NULL where too many */
  gboolean    from_kept;
  gboolean    second;
  guint64     n_first;     /* bytes given in the first reading */
};

static gboolean
refuse (const char *what,
        GError    **error)
{
  g_set_error_literal (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE, what);

  return FALSE;
}

static gboolean
check_kind (BwInput *self,
            GError **error)
{
  g_autofree char *what = NULL;

  switch ((GFileType) g_file_info_get_attribute_uint32 (self->info, G_FILE_ATTRIBUTE_STANDARD_TYPE))
    {
    case G_FILE_TYPE_DIRECTORY:
      what = g_strdup_printf (_("“%s” is a folder; choose a file in it"), self->name);
      return refuse (what, error);

    case G_FILE_TYPE_SPECIAL:
      what = g_strdup_printf (_("“%s” is a pipe or a device; save its data to a file first"),
                              self->name);
      return refuse (what, error);

    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
      what = g_strdup_printf (_("“%s” is a place, not a file; choose a file in it"), self->name);
      return refuse (what, error);

    case G_FILE_TYPE_UNKNOWN:
    case G_FILE_TYPE_REGULAR:
    case G_FILE_TYPE_SYMBOLIC_LINK:
    default:
      return TRUE;
    }
}

static GFileInfo *
query (BwInput *self,
       GError **error)
{
  return g_file_query_info (self->file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, self->cancellable,
                            error);
}

static gboolean
read_block (BwInput *self,
            GError **error)
{
  self->block_pos = 0;
  if (!g_input_stream_read_all (self->stream, self->block, BLOCK_SIZE, &self->n_block,
                                self->cancellable, error))
    return FALSE;
  self->position += self->n_block;

  return TRUE;
}

static gboolean
starts_gzip (const BwInput *self)
{
  const guint8 *p = self->block + self->block_pos;

  return self->n_block - self->block_pos >= 3 && p[0] == 0x1F && p[1] == 0x8B && p[2] == 8;
}

static gboolean
open_stream (BwInput *self,
             GError **error)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->gunzip);
  self->position = 0;
  self->at_end = FALSE;
  self->stream = G_INPUT_STREAM (g_file_read (self->file, self->cancellable, error));
  if (self->stream == NULL || !read_block (self, error))
    {
      /* TRANSLATORS: the name of a file, before what is wrong */
      g_prefix_error (error, _("“%s” cannot be read: "), self->name);
      return FALSE;
    }

  if (starts_gzip (self))
    self->gunzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  return TRUE;
}

/**
 * bw_input_new:
 *
 * Opens @file. Pipes and devices are refused before they could keep anybody waiting.
 *
 * Returns: (transfer full): its bytes, or %NULL with @error set
 */
BwInput *
bw_input_new (GFile        *file,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr(BwInput) self = g_new0 (BwInput, 1);
  g_autofree char *base = g_file_get_basename (file);

  self->file = g_object_ref (file);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->name = g_filename_display_name (base != NULL ? base : "");
  self->block = g_malloc (BLOCK_SIZE);
  self->kept = g_byte_array_new ();
  self->info = query (self, error);
  if (self->info == NULL)
    {
      g_prefix_error (error, _("“%s” cannot be read: "), self->name);
      return NULL;
    }
  if (!check_kind (self, error) || !open_stream (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bw_input_free (BwInput *self)
{
  g_clear_object (&self->gunzip);
  g_clear_object (&self->stream);
  g_clear_object (&self->info);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->kept, g_byte_array_unref);
  g_free (self->block);
  g_free (self->name);
  g_free (self);
}

/* Past the block: what is read in large pieces need not be copied. */
static gssize
read_large (BwInput *self,
            guint8  *buffer,
            gsize    size,
            GError **error)
{
  gsize n;

  if (!g_input_stream_read_all (self->stream, buffer, size, &n, self->cancellable, error))
    return -1;
  self->position += n;

  return n;
}

static gssize
read_plain (BwInput *self,
            guint8  *buffer,
            gsize    size,
            GError **error)
{
  gsize n;

  if (self->block_pos == self->n_block && size >= LARGE)
    return read_large (self, buffer, size, error);
  if (self->block_pos == self->n_block && !read_block (self, error))
    return -1;

  n = MIN (size, self->n_block - self->block_pos);
  memcpy (buffer, self->block + self->block_pos, n);
  self->block_pos += n;

  return n;
}

/* Moves what is left of the block to its start and fills it up. */
static gboolean
fill_block (BwInput *self,
            GError **error)
{
  gsize rest = self->n_block - self->block_pos, n;

  memmove (self->block, self->block + self->block_pos, rest);
  self->block_pos = 0;
  self->n_block = rest;
  if (!g_input_stream_read_all (self->stream, self->block + rest, BLOCK_SIZE - rest, &n,
                                self->cancellable, error))
    return FALSE;
  self->n_block += n;
  self->position += n;

  return TRUE;
}

/* A gzip file is one member or several on end. */
static gssize
read_gzip (BwInput *self,
           guint8  *buffer,
           gsize    size,
           GError **error)
{
  while (!self->at_end)
    {
      gsize n_read = 0, n_written = 0;
      GConverterResult result;

      if (self->n_block - self->block_pos < BLOCK_SIZE / 2 && !fill_block (self, error))
        return -1;

      result = g_converter_convert (self->gunzip, self->block + self->block_pos,
                                    self->n_block - self->block_pos, buffer, size,
                                    self->n_block < BLOCK_SIZE ? G_CONVERTER_INPUT_AT_END
                                                               : G_CONVERTER_NO_FLAGS,
                                    &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        {
          g_prefix_error (error, _("“%s” is a damaged gzip file; fetch it again: "), self->name);
          return -1;
        }
      self->block_pos += n_read;
      if (result == G_CONVERTER_FINISHED)
        {
          if (self->n_block - self->block_pos < 3 && !fill_block (self, error))
            return -1;
          self->at_end = !starts_gzip (self);
          g_converter_reset (self->gunzip);
        }
      if (n_written > 0)
        return n_written;
    }

  return 0;
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
is_same (GFileInfo  *a,
         GFileInfo  *b,
         const char *attribute)
{
  return g_file_info_get_attribute_uint64 (a, attribute)
         == g_file_info_get_attribute_uint64 (b, attribute);
}

static gboolean
is_unchanged (BwInput *self,
              GError **error)
{
  g_autoptr(GFileInfo) now = query (self, NULL);

  if (now != NULL && self->n_given == self->n_first
      && is_same (now, self->info, G_FILE_ATTRIBUTE_STANDARD_SIZE)
      && is_same (now, self->info, G_FILE_ATTRIBUTE_TIME_MODIFIED)
      && g_file_info_get_attribute_uint32 (now, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC)
      == g_file_info_get_attribute_uint32 (self->info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC))
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
  if (self->second || self->kept == NULL)
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
    n = read_gzip (self, buffer, size, error);
  else
    n = read_plain (self, buffer, size, error);

  if (n > 0)
    {
      self->n_given += n;
      keep (self, buffer, n);
    }
  if (n == 0 && self->second && !self->from_kept && !is_unchanged (self, error))
    return -1;

  return n;
}

/**
 * bw_input_rewind:
 *
 * Goes back to the start, after a reading that went to the end.
 */
gboolean
bw_input_rewind (BwInput *self,
                 GError **error)
{
  if (!self->second)
    self->n_first = self->n_given;
  self->second = TRUE;
  self->n_given = 0;
  self->from_kept = self->kept != NULL;

  return self->from_kept || open_stream (self, error);
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

  return self->position - (goffset) (self->n_block - self->block_pos);
}
