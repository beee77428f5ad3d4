/* What is no table at all, told from its first bytes, and what to do about it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/refusal.h"

#include "import/source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTROL_SHARE 0.02 /* of control characters in what may still be text */
#define NUL_SHARE     0.001
#define FEW_NULS      16 /* which a small file may have, too */

typedef struct
{
  gsize       offset;
  gsize       length;
  const char *bytes;
  const char *what; /* and what to do */
} Magic;

#define WORKBOOK N_("is a workbook; open it, and save the sheet as CSV")
#define ARCHIVE  N_("is an archive; unpack it, and import the files in it")
#define PICTURE  N_("is a picture; import the export that it was made from")
#define DOCUMENT N_("is a document; import the export that it was made from, as CSV")
#define PROGRAM  N_("is a program, not an export")

static const Magic magics[] = {
  { 0, 4, "PK\3\4", ARCHIVE },
  { 0, 4, "PK\5\6", ARCHIVE },
  { 0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", WORKBOOK },
  { 0, 16, "SQLite format 3\0", N_("is a database; export its table as CSV") },
  { 0, 4, "PAR1", N_("is a Parquet file; export it as CSV") },
  { 0, 8, "\x89PNG\r\n\x1A\n", PICTURE },
  { 0, 3, "\xFF\xD8\xFF", PICTURE },
  { 0, 4, "GIF8", PICTURE },
  { 0, 4, "II*\0", PICTURE },
  { 0, 4, "MM\0*", PICTURE },
  { 8, 4, "WEBP", PICTURE },
  { 0, 5, "%PDF-", DOCUMENT },
  { 0, 5, "{\\rtf", DOCUMENT },
  { 0, 6, "7z\xBC\xAF\x27\x1C", ARCHIVE },
  { 0, 4, "Rar!", ARCHIVE },
  { 0, 3, "BZh", ARCHIVE },
  { 0, 6, "\xFD" "7zXZ\0", ARCHIVE },
  { 0, 4, "\x28\xB5\x2F\xFD", ARCHIVE },
  { 0, 4, "\x7F" "ELF", PROGRAM },
  { 0, 4, "MZ\x90\0", PROGRAM },
};

typedef struct
{
  const char *start; /* in lower case */
  const char *what;
} Opening;

#define WEB_PAGE N_("is a web page, often a login page saved by mistake; export the data as CSV")
#define XML      N_("is XML; export the data as CSV")

static const Opening openings[] = {
  { "<!doctype html", WEB_PAGE },
  { "<html", WEB_PAGE },
  { "<head", WEB_PAGE },
  { "<body", WEB_PAGE },
  { "<table", WEB_PAGE },
  { "<meta", WEB_PAGE },
  { "<script", WEB_PAGE },
  { "<!--", WEB_PAGE },
  { "<?xml", XML },
  { "<!doctype", XML },
};

static gboolean
refuse (const char *name,
        const char *what,
        GError    **error)
{
  g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE,
               /* TRANSLATORS: the name of a file, then what it is and what to do */
               _("“%s” %s"), name, _(what));

  return FALSE;
}

static gboolean
holds (const guint8 *bytes,
       gsize         n,
       const char   *text)
{
  const gsize length = strlen (text);

  for (gsize i = 0; i + length <= n; i++)
    {
      if (memcmp (bytes + i, text, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A ZIP file is a workbook where it holds what workbooks hold. */
static gboolean
is_workbook (const guint8 *bytes,
             gsize         n)
{
  return n > 4 && memcmp (bytes, "PK\3\4", 4) == 0
         && (holds (bytes, n, "[Content_Types].xml") || holds (bytes, n, "xl/")
             || holds (bytes, n, "opendocument.spreadsheet"));
}

static gsize
count_zeros (const guint8 *bytes,
             gsize         n)
{
  gsize n_zeros = 0;

  for (gsize i = 0; i < n; i++)
    n_zeros += bytes[i] == 0;

  return n_zeros;
}

/* Control characters at the start of the file other than zero bytes. */
static gsize
count_controls (const BwSurvey *survey,
                const guint8   *bytes,
                gsize           n)
{
  const gsize n_zeros = count_zeros (bytes, n);

  return survey->n_control > n_zeros ? survey->n_control - n_zeros : 0;
}

/* Fields that are filled up with zero bytes are text all the same, as long as there is more text. */
static gboolean
is_full_of_zeros (const BwSurvey *survey,
                  const guint8   *bytes,
                  gsize           n)
{
  if (survey->n_nul > survey->n_bytes / 2)
    return TRUE;

  return survey->n_nul > MAX (NUL_SHARE * survey->n_bytes, FEW_NULS)
         && count_controls (survey, bytes, n) > 0;
}

/**
 * bw_refuse_bytes:
 * @name: of the file, for the message
 *
 * Returns: %TRUE where the bytes may be text; else %FALSE with @error set
 */
gboolean
bw_refuse_bytes (const BwSurvey *survey,
                 const char     *encoding,
                 const char     *name,
                 GError        **error)
{
  gsize n;
  const guint8 *bytes = g_bytes_get_data (g_ptr_array_index (survey->sample, 0), &n);
  const gboolean wide = g_str_has_prefix (encoding, "UTF-16")
                        || g_str_has_prefix (encoding, "UTF-32");

  if (is_workbook (bytes, n))
    return refuse (name, WORKBOOK, error);

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      const Magic *magic = &magics[i];

      if (n >= magic->offset + magic->length
          && memcmp (bytes + magic->offset, magic->bytes, magic->length) == 0)
        return refuse (name, magic->what, error);
    }

  if (!wide && is_full_of_zeros (survey, bytes, n))
    return refuse (name, N_("is not text: it is full of zero bytes; export the data again"), error);
  if (!wide && count_controls (survey, bytes, n) > CONTROL_SHARE * n
      && !g_str_equal (encoding, "ISO-2022-JP"))
    return refuse (name, N_("is not text, and so no export; choose a CSV file"), error);

  return TRUE;
}

/* JSON is a list or an object; a header that begins with a bracket is followed by other things. */
static gboolean
is_json (const char *p,
         const char *end)
{
  const char open = *p++;

  if (open != '{' && open != '[')
    return FALSE;
  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == end)
    return FALSE;
  if (open == '{')
    return *p == '"' || *p == '}';

  return *p == '{' || *p == '[' || *p == ']'
         || (*p == '"' && memchr (p, '\n', end - p) == NULL);
}

/* Any other markup: <name …> at the start and an end tag or another tag after it. */
static gboolean
is_markup (const char *p,
           const char *end)
{
  const char *close = memchr (p, '>', MIN (end - p, 300));

  return *p == '<' && end - p > 1 && g_ascii_isalpha (p[1]) && close != NULL
         && g_strstr_len (p, end - p, "</") != NULL;
}

/**
 * bw_refuse_text:
 * @head: UTF-8, the start of the file
 *
 * Returns: %TRUE where it may be a table; else %FALSE with @error set
 */
gboolean
bw_refuse_text (GBytes     *head,
                const char *name,
                GError    **error)
{
  gsize n;
  const char *p = g_bytes_get_data (head, &n);
  const char *end = p + n;

  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == end)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      const gsize length = strlen (openings[i].start);

      if ((gsize) (end - p) >= length && g_ascii_strncasecmp (p, openings[i].start, length) == 0)
        return refuse (name, openings[i].what, error);
    }
  if (is_json (p, end))
    return refuse (name, N_("is JSON; export the data as CSV"), error);
  if (is_markup (p, end))
    return refuse (name, XML, error);

  return TRUE;
}
