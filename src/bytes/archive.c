/* A ZIP file: the names of what is in it, and the bytes of each entry, within limits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libzip unpacks and checks sums; nothing is ever written. What a header says of sizes is not
 * trusted: bytes are counted as they come. */

#include "bytes/archive.h"

#include "report/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

/* What a file may unpack to. Sheets of a million rows and tables of hundreds of millions of cells
 * stay below; what goes further was made to fill a computer. Real tables shrink to a tenth, rows
 * all alike to a hundredth; deflate itself ends at 1032. */
#define UNPACKED_MAX  (G_GUINT64_CONSTANT (4) << 30) /* bytes */
#define RATIO_MAX     500 /* times as large as it was packed */
#define RATIO_FROM    (G_GUINT64_CONSTANT (100) << 20) /* less than this harms nobody */
#define IN_MEMORY_MAX (512 * 1024 * 1024)              /* of a file that has no path */
#define READ_SIZE     (256 * 1024)

struct _BwArchive
{
  zip_t        *zip;
  GBytes       *bytes; /* or NULL where the file has a path */
  char         *name;
  GPtrArray    *names; /* of entries, parted by slashes */
  GCancellable *cancellable;
};

struct _BwEntry
{
  BwArchive  *archive;
  zip_file_t *file;
  guint64     n_packed;
  guint64     n_expected;
  guint64     n_given;
};

/**
 * bw_unpacked_too_far:
 *
 * Returns: whether so many bytes out of so few are a bomb and no table
 */
gboolean
bw_unpacked_too_far (guint64 n_packed,
                     guint64 n_unpacked)
{
  return n_unpacked > UNPACKED_MAX
         || (n_unpacked > RATIO_FROM && n_unpacked / RATIO_MAX > n_packed);
}

/**
 * bw_archive_refuse:
 * @what: what is wrong with the file and what to do, to be translated
 *
 * Returns: %FALSE
 */
gboolean
bw_archive_refuse (const BwArchive *self,
                   const char      *what,
                   GError         **error)
{
  g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE,
               /* TRANSLATORS: the name of a file, then what it is and what to do */
               _("“%s” %s"), self->name, _(what));

  return FALSE;
}

/* Tells why libzip does not go on. */
static void
blame (const BwArchive *self,
       int              code,
       GError         **error)
{
  switch (code)
    {
    case ZIP_ER_ENCRNOTSUPP:
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
      bw_archive_refuse (self, N_("is locked with a password; unlock it, and import what is in it"),
                         error);
      return;

    case ZIP_ER_COMPNOTSUPP:
      bw_archive_refuse (self, N_("is packed in a way that few programs read; unpack it, and import "
                                  "the files in it"), error);
      return;

    case ZIP_ER_MULTIDISK:
      bw_archive_refuse (self, N_("is one part of an archive; unpack all parts together, and import "
                                  "the files in it"), error);
      return;

    default:
      bw_archive_refuse (self, N_("is damaged, or was not fetched to its end; fetch it again"),
                         error);
    }
}

static void
read_names (BwArchive *self)
{
  const zip_int64_t n = zip_get_num_entries (self->zip, 0);

  self->names = g_ptr_array_new_with_free_func (g_free);
  for (zip_int64_t i = 0; i < n; i++)
    {
      const char *given = zip_get_name (self->zip, i, ZIP_FL_ENC_GUESS);
      char *name = g_utf8_make_valid (given != NULL ? given : "", -1);

      g_ptr_array_add (self->names, g_strdelimit (name, "\\", '/'));
    }
}

static BwArchive *
archive_new (zip_source_t *source,
             GBytes       *bytes,
             const char   *name,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr(BwArchive) self = g_new0 (BwArchive, 1);
  zip_error_t failure;

  zip_error_init (&failure);
  self->name = g_strdup (name);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->names = NULL;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->zip = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, &failure) : NULL;
  if (self->zip == NULL)
    {
      zip_source_free (source);
      blame (self, zip_error_code_zip (&failure), error);
      zip_error_fini (&failure);
      return NULL;
    }
  zip_error_fini (&failure);
  read_names (self);

  return g_steal_pointer (&self);
}

/**
 * bw_archive_new_for_bytes:
 * @name: of the file, for messages
 *
 * Returns: (transfer full): what @bytes hold, or %NULL with @error set
 */
BwArchive *
bw_archive_new_for_bytes (GBytes       *bytes,
                          const char   *name,
                          GCancellable *cancellable,
                          GError      **error)
{
  gsize n;
  const void *data = g_bytes_get_data (bytes, &n);

  return archive_new (zip_source_buffer_create (data, n, 0, NULL), bytes, name, cancellable, error);
}

/* The whole of a file that only GIO can reach. */
static GBytes *
load (GFile        *file,
      const char   *name,
      GCancellable *cancellable,
      GError      **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (READ_SIZE);
  gssize n = stream != NULL ? 1 : -1;

  while (n > 0 && bytes->len <= IN_MEMORY_MAX)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), block, READ_SIZE, cancellable, error);
      if (n > 0)
        g_byte_array_append (bytes, block, n);
    }
  if (n < 0)
    {
      g_prefix_error (error, _("“%s” cannot be read: "), name);
      return NULL;
    }
  if (n > 0)
    {
      g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE,
                   /* TRANSLATORS: what is put in is the name of a file */
                   _("“%s” is too large to be read from where it is; save it on this computer, and "
                     "import that"), name);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * bw_archive_new:
 * @name: of the file, for messages
 *
 * Returns: (transfer full): what @file holds, or %NULL with @error set
 */
BwArchive *
bw_archive_new (GFile        *file,
                const char   *name,
                GCancellable *cancellable,
                GError      **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr(GBytes) bytes = NULL;

  if (path != NULL)
    return archive_new (zip_source_file_create (path, 0, -1, NULL), NULL, name, cancellable, error);

  bytes = load (file, name, cancellable, error);

  return bytes != NULL ? bw_archive_new_for_bytes (bytes, name, cancellable, error) : NULL;
}

void
bw_archive_free (BwArchive *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self->name);
  g_free (self);
}

guint
bw_archive_get_n_entries (const BwArchive *self)
{
  return self->names->len;
}

const char *
bw_archive_get_entry_name (const BwArchive *self,
                           guint            index)
{
  return g_ptr_array_index (self->names, index);
}

const char *
bw_archive_get_file_name (const BwArchive *self)
{
  return self->name;
}

/**
 * bw_archive_find:
 * @path: in any case of its letters
 *
 * Returns: the number of that entry, or -1
 */
int
bw_archive_find (const BwArchive *self,
                 const char      *path)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      if (g_ascii_strcasecmp (g_ptr_array_index (self->names, i), path) == 0)
        return i;
    }

  return -1;
}

static gboolean
is_too_far (const BwEntry *self,
            guint64        n_unpacked,
            GError       **error)
{
  if (!bw_unpacked_too_far (self->n_packed, n_unpacked))
    return FALSE;

  bw_archive_refuse (self->archive,
                     N_("unpacks to far more than a table would; it is not read, since it may have "
                        "been made to do harm"), error);

  return TRUE;
}

/**
 * bw_archive_open:
 *
 * Returns: (transfer full): the bytes of an entry, or %NULL with @error set; to be closed before the
 *   archive is freed
 */
BwEntry *
bw_archive_open (BwArchive *self,
                 guint      index,
                 GError   **error)
{
  g_autoptr(BwEntry) entry = g_new0 (BwEntry, 1);
  zip_stat_t facts;

  entry->archive = self;
  if (zip_stat_index (self->zip, index, 0, &facts) != 0)
    {
      blame (self, zip_error_code_zip (zip_get_error (self->zip)), error);
      return NULL;
    }
  entry->n_packed = (facts.valid & ZIP_STAT_COMP_SIZE) != 0 ? facts.comp_size : 0;
  entry->n_expected = (facts.valid & ZIP_STAT_SIZE) != 0 ? facts.size : 0;
  if (is_too_far (entry, entry->n_expected, error))
    return NULL;

  entry->file = zip_fopen_index (self->zip, index, 0);
  if (entry->file == NULL)
    {
      blame (self, zip_error_code_zip (zip_get_error (self->zip)), error);
      return NULL;
    }

  return g_steal_pointer (&entry);
}

void
bw_entry_close (BwEntry *self)
{
  if (self->file != NULL)
    zip_fclose (self->file);
  g_free (self);
}

/**
 * bw_entry_read:
 *
 * Returns: bytes given; 0 at the end, when their checksum was right; -1 with @error set
 */
gssize
bw_entry_read (BwEntry *self,
               guint8  *buffer,
               gsize    size,
               GError **error)
{
  zip_int64_t n;

  if (g_cancellable_set_error_if_cancelled (self->archive->cancellable, error))
    return -1;

  n = zip_fread (self->file, buffer, size);
  if (n < 0)
    {
      blame (self->archive, zip_error_code_zip (zip_file_get_error (self->file)), error);
      return -1;
    }
  self->n_given += n;

  return is_too_far (self, self->n_given, error) ? -1 : n;
}

/**
 * bw_entry_get_share:
 *
 * Returns: how much of the entry was read, 0 to 1
 */
double
bw_entry_get_share (const BwEntry *self)
{
  return self->n_expected > 0 ? MIN (1.0, (double) self->n_given / self->n_expected) : 0.0;
}
