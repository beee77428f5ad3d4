/* Which of the files in an archive is the table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes/archive-choice.h"

#include "report/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMED_MAX 20 /* files that a message names */
#define MIME_MAX  128

/* Ends of names that tell a table; of tables and texts together the tables are meant. */
static const struct
{
  const char *end;
  guint       rank; /* the less, the surer */
} ends[] = {
  { ".csv", 1 }, { ".tsv", 1 }, { ".tab", 1 }, { ".psv", 1 }, { ".csv.gz", 1 }, { ".tsv.gz", 1 },
  { ".xlsx", 1 }, { ".xlsm", 1 }, { ".txt", 2 }, { ".dat", 2 }, { ".asc", 2 }, { ".gz", 2 },
};

#define RANK_OTHER 3 /* whatever it is, its bytes will tell */

typedef struct
{
  const char *entry; /* that tells the kind */
  const char *what;
} Kind;

/* Files of programs that are archives, told by an entry that all of them have. */
static const Kind kinds[] = {
  { "Index/Document.iwa", N_("is a Numbers document; export it as an Excel workbook or as CSV") },
  { "Index.zip", N_("is a Numbers document; export it as an Excel workbook or as CSV") },
  { "index.apxl", N_("is a Numbers document; export it as an Excel workbook or as CSV") },
  { "META-INF/MANIFEST.MF", N_("is a program, not an export") },
  { "AndroidManifest.xml", N_("is a program, not an export") },
  { "EncryptedPackage", N_("is locked with a password; unlock it, and import what is in it") },
};

/* The same for what names its kind in an entry "mimetype". */
static const Kind mimetypes[] = {
  { "application/vnd.oasis.opendocument.spreadsheet",
    N_("is an OpenDocument spreadsheet; open it, and save it as an Excel workbook (.xlsx), or the "
       "sheet as CSV") },
  { "application/",
    N_("is a document; import the export that it was made from, as CSV") },
};

static gboolean
check_mimetype (BwArchive *archive,
                GError   **error)
{
  const int index = bw_archive_find (archive, "mimetype");
  g_autoptr(BwEntry) entry = NULL;
  char mimetype[MIME_MAX + 1];
  gssize n;

  if (index < 0)
    return TRUE;
  entry = bw_archive_open (archive, index, error);
  if (entry == NULL)
    return FALSE;
  n = bw_entry_read (entry, (guint8 *) mimetype, MIME_MAX, error);
  if (n < 0)
    return FALSE;

  mimetype[n] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (mimetypes); i++)
    {
      if (g_str_has_prefix (mimetype, mimetypes[i].entry))
        return bw_archive_refuse (archive, mimetypes[i].what, error);
    }

  return TRUE;
}

/**
 * bw_archive_check_kind:
 *
 * Returns: %TRUE where it may be an archive of files; else %FALSE with @error set, which says what
 *   it is and what to do
 */
gboolean
bw_archive_check_kind (BwArchive *archive,
                       GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (bw_archive_find (archive, kinds[i].entry) >= 0)
        return bw_archive_refuse (archive, kinds[i].what, error);
    }

  return check_mimetype (archive, error);
}

/* What macOS and Windows put beside the files that somebody packed, and folders. */
static gboolean
is_litter (const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *name = slash != NULL ? slash + 1 : path;

  return name[0] == '\0' || name[0] == '.' || g_str_has_prefix (path, "__MACOSX/")
         || g_ascii_strcasecmp (name, "Thumbs.db") == 0
         || g_ascii_strcasecmp (name, "desktop.ini") == 0;
}

static guint
rank_of (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  guint rank = RANK_OTHER;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_suffix (lower, ends[i].end))
        rank = MIN (rank, ends[i].rank);
    }

  return rank;
}

static guint
best_rank (const BwArchive *archive)
{
  guint rank = RANK_OTHER;

  for (guint i = 0; i < bw_archive_get_n_entries (archive); i++)
    {
      const char *path = bw_archive_get_entry_name (archive, i);

      if (!is_litter (path))
        rank = MIN (rank, rank_of (path));
    }

  return rank;
}

/* The numbers of the entries that may be the table. */
static GArray *
find_tables (const BwArchive *archive)
{
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint rank = best_rank (archive);

  for (guint i = 0; i < bw_archive_get_n_entries (archive); i++)
    {
      const char *path = bw_archive_get_entry_name (archive, i);

      if (!is_litter (path) && rank_of (path) == rank)
        g_array_append_val (tables, i);
    }

  return tables;
}

static char *
list_names (GStrv names)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL && i < NAMED_MAX; i++)
    g_ptr_array_add (shown, names[i]);
  if (g_strv_length (names) > NAMED_MAX)
    g_ptr_array_add (shown, (char *) "…");
  g_ptr_array_add (shown, NULL);

  /* TRANSLATORS: between the names of sheets, or of files */
  return g_strjoinv (_(", "), (char **) shown->pdata);
}

static int
refuse_choice (const BwArchive *archive,
               const char      *wanted,
               GStrv            names,
               GError         **error)
{
  g_autofree char *list = list_names (names);

  if (names[0] == NULL)
    bw_archive_refuse (archive, N_("is an archive with nothing in it; fetch it again"), error);
  else if (wanted != NULL)
    g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_SEVERAL,
                 /* TRANSLATORS: the name of an archive, of a file, and of files in the archive */
                 _("“%s” holds no “%s”; choose one of these: %s"),
                 bw_archive_get_file_name (archive), wanted, list);
  else
    g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_SEVERAL,
                 /* TRANSLATORS: the name of an archive, and of files in it */
                 _("“%s” holds several files; choose one of them, or unpack it: %s"),
                 bw_archive_get_file_name (archive), list);

  return -1;
}

/* An entry is meant by its whole path, or by its name where one alone has it. */
static int
find_wanted (const BwArchive *archive,
             const char      *wanted)
{
  int found = -1;

  for (guint i = 0; i < bw_archive_get_n_entries (archive); i++)
    {
      const char *path = bw_archive_get_entry_name (archive, i);
      const char *slash = strrchr (path, '/');

      if (strcmp (path, wanted) == 0)
        return i;
      if (slash != NULL && strcmp (slash + 1, wanted) == 0)
        found = found == -1 ? (int) i : -2;
    }

  return MAX (found, -1);
}

/**
 * bw_archive_choose:
 * @wanted: (nullable): the name of an entry; %NULL for the one that is a table
 * @names: (out) (transfer full): the names of those that may be tables
 *
 * Returns: the number of the entry, or -1 with @error set
 */
int
bw_archive_choose (BwArchive  *archive,
                   const char *wanted,
                   GStrv      *names,
                   GError    **error)
{
  g_autoptr(GArray) tables = find_tables (archive);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  int index = -1;

  for (guint i = 0; i < tables->len; i++)
    g_strv_builder_add (builder, bw_archive_get_entry_name (archive,
                                                            g_array_index (tables, guint, i)));
  *names = g_strv_builder_end (builder);

  if (wanted != NULL)
    index = find_wanted (archive, wanted);
  else if (tables->len == 1)
    index = g_array_index (tables, guint, 0);

  return index >= 0 ? index : refuse_choice (archive, wanted, *names, error);
}
