/* The bytes of a gzip file, within limits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/gunzip.h"

#include "bytes/archive.h"
#include "report/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE (256 * 1024)

struct _BwGunzip
{
  GConverter *converter;
  char       *name;
  BwBytesFunc func;
  gpointer    user_data;
  guint8     *block; /* packed bytes */
  gsize       n_block;
  gsize       pos;
  gboolean    at_end;
  guint64     n_packed;
  guint64     n_unpacked;
  guint64     n_behind; /* bytes behind the last member that mean something */
};

/**
 * bw_starts_gzip:
 *
 * Returns: whether @bytes are the start of a gzip file
 */
gboolean
bw_starts_gzip (const guint8 *bytes,
                gsize         n)
{
  return n >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8;
}

/**
 * bw_gunzip_new:
 * @start: the first bytes, which were read already
 * @name: of the file, for messages
 * @func: gives the bytes behind them
 *
 * Returns: (transfer full): a reader of what is packed
 */
BwGunzip *
bw_gunzip_new (const guint8 *start,
               gsize         n_start,
               const char   *name,
               BwBytesFunc   func,
               gpointer      user_data)
{
  BwGunzip *self = g_new0 (BwGunzip, 1);

  self->converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  self->name = g_strdup (name);
  self->func = func;
  self->user_data = user_data;
  self->block = g_malloc (MAX (n_start, BLOCK_SIZE));
  memcpy (self->block, start, n_start);
  self->n_block = n_start;

  return self;
}

void
bw_gunzip_free (BwGunzip *self)
{
  g_object_unref (self->converter);
  g_free (self->name);
  g_free (self->block);
  g_free (self);
}

/* Moves what is left of the block to its start and fills it up. */
static gboolean
fill_block (BwGunzip *self,
            GError  **error)
{
  const gsize rest = self->n_block - self->pos;
  gssize n;

  memmove (self->block, self->block + self->pos, rest);
  self->pos = 0;
  self->n_block = rest;
  n = self->func (self->user_data, self->block + rest, BLOCK_SIZE - rest, error);
  self->n_block += MAX (n, 0);

  return n >= 0;
}

/* Counts what is behind the last member, up to the last byte that is not zero: tapes and disks fill
 * up files with zeros. */
static gboolean
count_behind (BwGunzip *self,
              GError  **error)
{
  guint64 n = 0;

  do
    {
      for (; self->pos < self->n_block; self->pos++)
        {
          n++;
          if (self->block[self->pos] != 0)
            self->n_behind = n;
        }
      if (!fill_block (self, error))
        return FALSE;
    }
  while (self->n_block > 0);

  return TRUE;
}

/* Behind one member another may follow. */
static gboolean
end_member (BwGunzip *self,
            GError  **error)
{
  if (self->n_block - self->pos < 3 && !fill_block (self, error))
    return FALSE;

  self->at_end = !bw_starts_gzip (self->block + self->pos, self->n_block - self->pos);
  g_converter_reset (self->converter);

  return !self->at_end || count_behind (self, error);
}

static gboolean
is_within_limits (BwGunzip *self,
                  GError  **error)
{
  if (!bw_unpacked_too_far (self->n_packed, self->n_unpacked))
    return TRUE;

  g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE,
               /* TRANSLATORS: what is put in is the name of a file */
               _("“%s” unpacks to far more than a table would; it is not read, since it may have "
                 "been made to do harm"), self->name);

  return FALSE;
}

/**
 * bw_gunzip_read:
 *
 * Returns: bytes given; 0 at the end of the last member; -1 with @error set
 */
gssize
bw_gunzip_read (BwGunzip *self,
                guint8   *buffer,
                gsize     size,
                GError  **error)
{
  while (!self->at_end)
    {
      gsize n_read = 0, n_written = 0;
      GConverterResult result;

      if (self->n_block - self->pos < BLOCK_SIZE / 2 && !fill_block (self, error))
        return -1;

      result = g_converter_convert (self->converter, self->block + self->pos,
                                    self->n_block - self->pos, buffer, size,
                                    self->n_block < BLOCK_SIZE ? G_CONVERTER_INPUT_AT_END
                                                               : G_CONVERTER_NO_FLAGS,
                                    &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        {
          g_prefix_error (error, _("“%s” is a damaged gzip file; fetch it again: "), self->name);
          return -1;
        }
      self->pos += n_read;
      self->n_packed += n_read;
      self->n_unpacked += n_written;
      if (!is_within_limits (self, error))
        return -1;
      if (result == G_CONVERTER_FINISHED && !end_member (self, error))
        return -1;
      if (n_written > 0)
        return n_written;
    }

  return 0;
}

/**
 * bw_gunzip_tell:
 * @report: where a note goes on bytes behind the end of what is packed
 *
 * To be called when all was read.
 */
void
bw_gunzip_tell (const BwGunzip *self,
                BwReport       *report)
{
  g_autofree char *what = NULL;
  BwProblem problem = { .severity = BW_SEVERITY_NOTE, .file = self->name };

  if (self->n_behind == 0)
    return;

  what = g_strdup_printf (ngettext ("%zu byte behind the end of the gzip file was not read",
                                    "%zu bytes behind the end of the gzip file were not read",
                                    self->n_behind), (gsize) self->n_behind);
  problem.what = what;
  bw_report_add (report, &problem);
}
