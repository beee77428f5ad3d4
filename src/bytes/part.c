/* One part of a workbook, opened as XML whatever encoding it is in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/part.h"

#include "report/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE      (64 * 1024)
#define DECLARATION_MAX 200 /* bytes among which the encoding is named */

/* What the declaration names. All that is read of it is ASCII. */
static char *
declared_encoding (const GByteArray *bytes)
{
  g_autofree char *start = g_strndup ((const char *) bytes->data,
                                      MIN (bytes->len, DECLARATION_MAX));
  char *end = strstr (start, "?>");
  char *name, *close;

  if (end == NULL || strstr (start, "<?xml") == NULL)
    return NULL;
  *end = '\0';
  name = strstr (start, "encoding");
  name = name != NULL ? strpbrk (name, "\"'") : NULL;
  close = name != NULL ? strchr (name + 1, *name) : NULL;

  return close != NULL ? g_strndup (name + 1, close - name - 1) : NULL;
}

static char *
find_encoding (const GByteArray *bytes)
{
  static const struct { const char *bytes; const char *encoding; } starts[] = {
    { "\xFF\xFE", "UTF-16" }, { "\xFE\xFF", "UTF-16" }, { "<\0", "UTF-16LE" }, { "\0<", "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (bytes->len >= 2 && memcmp (bytes->data, starts[i].bytes, 2) == 0)
        return g_strdup (starts[i].encoding);
    }

  return declared_encoding (bytes);
}

static gboolean
read_block (BwPart  *self,
            GError **error)
{
  const guint n_before = self->bytes->len;
  gssize n;

  g_byte_array_set_size (self->bytes, n_before + BLOCK_SIZE);
  n = bw_entry_read (self->entry, self->bytes->data + n_before, BLOCK_SIZE, error);
  g_byte_array_set_size (self->bytes, n_before + MAX (n, 0));
  self->at_end = n == 0;

  return n >= 0;
}

/* Finds the encoding from the first block. */
static gboolean
begin (BwPart  *self,
       GError **error)
{
  g_autofree char *encoding = NULL;

  self->begun = TRUE;
  if (!read_block (self, error))
    return FALSE;

  encoding = find_encoding (self->bytes);
  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0
      || g_ascii_strcasecmp (encoding, "US-ASCII") == 0)
    return TRUE;

  self->converter = G_CONVERTER (g_charset_converter_new ("UTF-8", encoding, error));

  return self->converter != NULL;
}

static gssize
give (BwPart *self,
      char   *buffer,
      gsize   size)
{
  const gsize n = MIN (size, self->bytes->len);

  memcpy (buffer, self->bytes->data, n);
  g_byte_array_remove_range (self->bytes, 0, n);

  return n;
}

static gssize
convert (BwPart  *self,
         char    *buffer,
         gsize    size,
         GError **error)
{
  gsize n_read = 0, n_written = 0;

  while (n_written == 0)
    {
      g_autoptr(GError) failure = NULL;

      if (self->bytes->len < BLOCK_SIZE / 2 && !self->at_end && !read_block (self, error))
        return -1;
      if (self->bytes->len == 0)
        return 0;

      if (g_converter_convert (self->converter, self->bytes->data, self->bytes->len, buffer, size,
                               self->at_end ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS,
                               &n_read, &n_written, &failure) == G_CONVERTER_ERROR)
        {
          if (self->at_end || !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
            {
              g_propagate_error (error, g_steal_pointer (&failure));
              return -1;
            }
          if (!read_block (self, error))
            return -1;
          continue;
        }
      g_byte_array_remove_range (self->bytes, 0, n_read);
    }

  return n_written;
}

static gssize
refill (gpointer user_data,
        char    *buffer,
        gsize    size,
        GError **error)
{
  BwPart *self = user_data;

  if (!self->begun && !begin (self, error))
    return -1;
  if (self->converter != NULL)
    return convert (self, buffer, size, error);

  return self->bytes->len > 0 ? give (self, buffer, size)
                              : bw_entry_read (self->entry, (guint8 *) buffer, size, error);
}

/**
 * bw_part_open:
 * @path: of the part in the archive
 *
 * Returns: (transfer full): the part, or %NULL with @error set
 */
BwPart *
bw_part_open (BwArchive  *archive,
              const char *path,
              GError    **error)
{
  g_autoptr(BwPart) self = g_new0 (BwPart, 1);
  const int index = bw_archive_find (archive, path);

  self->bytes = g_byte_array_new ();
  if (index < 0)
    {
      bw_archive_refuse (archive, N_("lacks a part that its workbook names; open it in the program "
                                     "that made it, save it again, and import that"), error);
      return NULL;
    }
  self->entry = bw_archive_open (archive, index, error);
  if (self->entry == NULL)
    return NULL;
  self->xml = bw_xml_new (refill, self);

  return g_steal_pointer (&self);
}

void
bw_part_close (BwPart *self)
{
  g_clear_pointer (&self->xml, bw_xml_free);
  g_clear_pointer (&self->entry, bw_entry_close);
  g_clear_object (&self->converter);
  g_byte_array_unref (self->bytes);
  g_free (self);
}
