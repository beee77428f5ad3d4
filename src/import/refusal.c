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
#define LOCKED   N_("is locked with a password; open it, take the password off, and save it again")
#define OLD      N_("is a workbook or document of an old kind; open it, and save it as .xlsx or CSV")
#define DATABASE N_("is a database; export its table as CSV")
#define STATS    N_("is a file of a statistics program; export it from there as CSV")
#define COLUMNS  N_("is a file for data pipelines; export the data as CSV")
#define MEDIA    N_("is a recording, not an export; choose a CSV file")
#define ARCHIVE  N_("is an archive; unpack it, and import the files in it")
#define PICTURE  N_("is a picture; import the export that it was made from")
#define DOCUMENT N_("is a document; import the export that it was made from, as CSV")
#define PROGRAM  N_("is a program, not an export")

static const Magic magics[] = {
  { 0, 4, "PK\3\4", ARCHIVE },
  { 0, 4, "PK\5\6", ARCHIVE },
  { 0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OLD },
  { 0, 16, "SQLite format 3\0", DATABASE },
  { 4, 15, "Standard ACE DB", DATABASE },
  { 4, 15, "Standard Jet DB", DATABASE },
  { 0, 5, "PAR1\x15", N_("is a Parquet file; export it as CSV") },
  { 0, 8, "ARROW1\0\0", COLUMNS },
  { 0, 4, "Obj\1", COLUMNS },
  { 0, 8, "\x89HDF\r\n\x1A\n", COLUMNS },
  { 0, 8, "$FL2@(#)", STATS },
  { 0, 8, "$FL3@(#)", STATS },
  { 0, 11, "<stata_dta>", STATS },
  { 12, 8, "\xC2\xEA\x81\x60\xB3\x14\x11\xCF", STATS },
  { 0, 20, "HEADER RECORD*******", STATS },
  { 0, 7, "RDX3\nX\n", STATS },
  { 0, 8, "\x89PNG\r\n\x1A\n", PICTURE },
  { 0, 3, "\xFF\xD8\xFF", PICTURE },
  { 0, 4, "GIF8", PICTURE },
  { 0, 4, "II*\0", PICTURE },
  { 0, 4, "MM\0*", PICTURE },
  { 0, 4, "RIFF", N_("is a picture or a recording; import the export that it was made from") },
  { 0, 4, "ID3\3", MEDIA },
  { 0, 4, "ID3\4", MEDIA },
  { 0, 5, "OggS\0", MEDIA },
  { 0, 5, "%PDF-", DOCUMENT },
  { 0, 5, "{\\rtf", DOCUMENT },
  { 0, 4, "%!PS", DOCUMENT },
  { 0, 6, "7z\xBC\xAF\x27\x1C", ARCHIVE },
  { 0, 4, "Rar!", ARCHIVE },
  { 4, 6, "1AY&SY", ARCHIVE },
  { 0, 6, "\xFD" "7zXZ\0", ARCHIVE },
  { 0, 4, "\x28\xB5\x2F\xFD", ARCHIVE },
  { 0, 4, "\x04\x22\x4D\x18", ARCHIVE },
  { 0, 5, "MSCF\0", ARCHIVE },
  { 257, 5, "ustar", ARCHIVE },
  { 0, 4, "\x7F" "ELF", PROGRAM },
  { 0, 4, "MZ\x90\0", PROGRAM },
  { 0, 4, "\xCA\xFE\xBA\xBE", PROGRAM },
  { 0, 4, "\xCF\xFA\xED\xFE", PROGRAM },
  { 0, 4, "\0asm", PROGRAM },
  { 0, 8, "L\0\0\0\1\x14\2\0", N_("is a link to a file; choose the file itself") },
};

typedef struct
{
  const char *start; /* in lower case */
  const char *what;
} Opening;

#define WEB_PAGE N_("is a web page, often a login page saved by mistake; export the data as CSV")
#define WEB_TABLE                                                                                  \
  N_("is a web page with a table; open it in a spreadsheet, and save it as .xlsx or CSV")
#define XML      N_("is XML; export the data as CSV")
#define SHEET    N_("is a workbook saved as XML or as a web page; open it, and save it as .xlsx or CSV")
#define MAIL     N_("is an e-mail; save what is attached to it, and import that")
#define CARD     N_("is a contact card or a calendar, not an export; choose a CSV file")
#define DUMP     N_("is a dump of a database; export its table as CSV")

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
  { "mime-version:", MAIL },
  { "return-path:", MAIL },
  { "received:", MAIL },
  { "delivered-to:", MAIL },
  { "begin:vcard", CARD },
  { "begin:vcalendar", CARD },
  { "-----begin ", N_("is a key or a certificate, not an export; choose a CSV file") },
  { "[internetshortcut]", N_("is a link to a web page; export the data there, as CSV") },
  { "#!/", PROGRAM },
  { "-- mysql dump", DUMP },
  { "-- mariadb dump", DUMP },
  { "--\n-- postgresql database", DUMP },
  { "pragma foreign_keys", DUMP },
  { "create table ", DUMP },
  { "insert into ", DUMP },
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
       const char   *text,
       gsize         length)
{
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
         && (holds (bytes, n, "[Content_Types].xml", 19) || holds (bytes, n, "xl/", 3)
             || holds (bytes, n, "opendocument.spreadsheet", 24));
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

/* A workbook with a password lies whole in one stream of an old kind of file; the stream's name is in
 * UTF-16. */
static gboolean
is_locked (const guint8 *bytes,
           gsize         n)
{
  static const char start[] = "\xD0\xCF\x11\xE0", stream[] = "EncryptedPackage";
  char wide[2 * sizeof stream - 2] = { 0 };

  for (guint i = 0; i < sizeof stream - 1; i++)
    wide[2 * i] = stream[i];

  return n > 4 && memcmp (bytes, start, 4) == 0
         && holds (bytes, n, wide, sizeof wide);
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
  if (is_locked (bytes, n))
    return refuse (name, LOCKED, error);

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

/* The lines above a mail: “From: …”, with a subject below it. */
static gboolean
is_mail (const char *p,
         const char *end)
{
  return (g_ascii_strncasecmp (p, "from: ", 6) == 0 || g_ascii_strncasecmp (p, "to: ", 4) == 0
          || g_ascii_strncasecmp (p, "subject: ", 9) == 0 || g_ascii_strncasecmp (p, "x-", 2) == 0)
         && g_strstr_len (p, end - p, "\nMIME-Version: ") != NULL;
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

  if (*p == '<' && g_strstr_len (p, end - p, "schemas-microsoft-com:office") != NULL)
    return refuse (name, SHEET, error);
  if (*p == '<' && g_strstr_len (p, end - p, "<td") != NULL)
    return refuse (name, WEB_TABLE, error);
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      const gsize length = strlen (openings[i].start);

      if ((gsize) (end - p) >= length && g_ascii_strncasecmp (p, openings[i].start, length) == 0)
        return refuse (name, openings[i].what, error);
    }
  if (is_json (p, end))
    return refuse (name, N_("is JSON; export the data as CSV"), error);
  if (end - p > 10 && is_mail (p, end))
    return refuse (name, MAIL, error);
  if (is_markup (p, end))
    return refuse (name, XML, error);

  return TRUE;
}
