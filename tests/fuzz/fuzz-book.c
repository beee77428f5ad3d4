/* Fuzzing: a workbook or an archive. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes that begin as a ZIP file does are one. Others are a text that is made one: a line that begins
 * with "=== " names an entry, and what follows is in it, so that sums are always right and what is
 * fuzzed is what reads the parts. */

#include "memory.h"

#include "import/source.h"

#include <string.h>
#include <zip.h>

#define MARK "=== "

/* Whether a part begins at @p, which is the start of a line. */
static gboolean
is_mark (const char *p,
         const char *end)
{
  return (gsize) (end - p) >= strlen (MARK) && memcmp (p, MARK, strlen (MARK)) == 0;
}

static const char *
next_line (const char *p,
           const char *end)
{
  const char *next = memchr (p, '\n', end - p);

  return next != NULL ? next + 1 : end;
}

static void
add_entry (zip_t      *zip,
           const char *name,
           gsize       n_name,
           const char *content,
           gsize       n_content)
{
  g_autofree char *path = g_strndup (name, n_name);
  zip_source_t *source = zip_source_buffer (zip, content, n_content, 0);
  const zip_int64_t index = zip_file_add (zip, path, source, ZIP_FL_OVERWRITE);

  if (index < 0)
    zip_source_free (source);
  else
    zip_set_file_compression (zip, index, ZIP_CM_STORE, 0);
}

static void
add_entries (zip_t      *zip,
             const char *p,
             const char *end)
{
  while (p < end)
    {
      const char *name = p + strlen (MARK);
      const char *content, *stop;

      if (!is_mark (p, end))
        {
          p = next_line (p, end);
          continue;
        }
      content = next_line (p, end);
      for (stop = content; stop < end && !is_mark (stop, end);)
        stop = next_line (stop, end);
      add_entry (zip, name, content > name ? content - name - 1 : 0, content, stop - content);
      p = stop;
    }
}

/* Returns: (transfer full) (nullable): the archive that the text describes */
static GBytes *
make_archive (const char *text,
              gsize       n)
{
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  GBytes *bytes = NULL;
  zip_stat_t facts;

  g_assert_nonnull (zip);
  zip_source_keep (source);
  add_entries (zip, text, text + n);
  if (zip_close (zip) != 0)
    zip_discard (zip);
  else if (zip_source_stat (source, &facts) == 0 && zip_source_open (source) == 0)
    {
      guint8 *data = g_malloc (facts.size + 1);

      bytes = g_bytes_new_take (data, zip_source_read (source, data, facts.size));
      zip_source_close (source);
    }
  zip_source_free (source);

  return bytes;
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes,
                        size_t         n)
{
  g_autoptr(GBytes) archive = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(BwSource) source = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) sheets = NULL;

  if (n >= 2 && memcmp (bytes, "PK", 2) == 0)
    archive = g_bytes_new (bytes, n);
  else
    archive = make_archive ((const char *) bytes, n);
  if (archive == NULL)
    return 0;

  file = bw_fuzz_file (g_bytes_get_data (archive, NULL), g_bytes_get_size (archive));
  source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);
  g_assert_true ((source == NULL) == (error != NULL));
  if (source != NULL)
    g_assert_cmpuint (bw_table_get_n_rows (bw_source_get_table (source)), >, 0);
  sheets = bw_source_list_sheets (file, NULL, NULL);

  return 0;
}
