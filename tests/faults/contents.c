/* All that a workspace file holds, as a few hashes that can be compared. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hashed is what the program reads, not the bytes of the file: two files with the same line
 * say the same to a person. */

#include "contents.h"

#include "store/kept-imports.h"
#include "store/kept-models.h"
#include "store/kept-notes.h"
#include "store/kept-panel.h"
#include "table/csv.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static const char *const views[] = { "page", "sort", "chosen" };

static void
add_text (GChecksum  *hash,
          const char *text)
{
  g_checksum_update (hash, (const guchar *) (text != NULL ? text : "(none)"), -1);
  g_checksum_update (hash, (const guchar *) "\n", 1);
}

static void
add_number (GChecksum *hash,
            double     number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add_text (hash, g_ascii_dtostr (text, sizeof text, number));
}

static void
add_snapshot (GChecksum  *hash,
              BwPanel    *panel,
              BwSnapshot *snapshot)
{
  const gsize n_rows = bw_snapshot_get_n_rows (snapshot);

  add_number (hash, bw_snapshot_get_date (snapshot));
  g_checksum_update (hash, (const guchar *) bw_snapshot_get_customers (snapshot), n_rows * sizeof (guint32));
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      BwColumn *column = bw_snapshot_get_column (snapshot, i);
      g_autoptr(GString) text = g_string_new (NULL);

      for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
        {
          bw_csv_append_cell (text, column, row, FALSE);
          g_string_append_c (text, '\n');
        }
      add_text (hash, text->str);
    }
}

static gboolean
add_panel (GChecksum *hash,
           BwStore   *store,
           GError   **error)
{
  g_autoptr(GError) failed = NULL;
  g_autoptr(BwPanel) panel = bw_store_get_panel (store, &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  for (guint i = 0; panel != NULL && i < bw_panel_get_n_customers (panel); i++)
    {
      add_text (hash, bw_panel_get_key (panel, i));
      add_text (hash, bw_panel_get_name (panel, i));
    }
  for (guint i = 0; panel != NULL && i < bw_panel_get_n_columns (panel); i++)
    {
      add_text (hash, bw_panel_get_column (panel, i)->name);
      add_number (hash, bw_panel_get_column (panel, i)->type);
      add_number (hash, bw_panel_get_column (panel, i)->role);
    }
  for (guint i = 0; panel != NULL && i < bw_panel_get_n_snapshots (panel); i++)
    add_snapshot (hash, panel, bw_panel_get_snapshot (panel, i));

  return TRUE;
}

static void
add_model (GChecksum *hash,
           BwModel   *model)
{
  g_autofree char *json = bw_model_to_json (model);

  add_text (hash, json);
}

static void
add_steps (GChecksum *hash,
           GPtrArray *steps)
{
  add_number (hash, steps->len);
  for (guint i = 0; i < steps->len; i++)
    {
      const BwKeptStep *step = steps->pdata[i];

      add_text (hash, step->name);
      add_model (hash, step->model);
      add_model (hash, step->baseline);
    }
}

static gboolean
add_draft (GChecksum *hash,
           BwStore   *store,
           GError   **error)
{
  g_autoptr(GError) failed = NULL;
  g_autoptr(BwKeptDraft) draft = bw_store_get_draft (store, &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (draft != NULL)
    {
      add_model (hash, draft->model);
      add_model (hash, draft->baseline);
      add_steps (hash, draft->undo);
      add_steps (hash, draft->redo);
    }

  return TRUE;
}

static gboolean
add_versions (GChecksum *hash,
              BwStore   *store,
              GError   **error)
{
  g_autoptr(GPtrArray) versions = bw_store_list_versions (store, error);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const BwKeptVersion *version = versions->pdata[i];
      g_autoptr(BwModel) model = bw_store_get_version (store, version->id, error);

      if (model == NULL)
        return FALSE;
      add_text (hash, version->name);
      add_text (hash, version->why);
      add_text (hash, version->author);
      add_model (hash, model);
    }

  return versions != NULL;
}

/* The bytes of a kept file, by way of the disk as the program takes them out. */
static gboolean
add_file (GChecksum        *hash,
          BwStore          *store,
          const BwKeptFile *file,
          GError          **error)
{
  g_autofree char *folder = g_dir_make_tmp ("bw-contents-XXXXXX", error);
  g_autoptr(GFile) place = folder != NULL ? g_file_new_for_path (folder) : NULL;
  g_autoptr(GFile) out = place != NULL ? bw_store_extract (store, file->id, place, NULL, error) : NULL;
  g_autoptr(GBytes) bytes = out != NULL ? g_file_load_bytes (out, NULL, NULL, error) : NULL;

  if (bytes != NULL)
    {
      add_text (hash, file->name);
      add_text (hash, file->read_as);
      add_text (hash, file->hash);
      add_number (hash, file->n_rows);
      g_checksum_update (hash, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  if (out != NULL)
    g_file_delete (out, NULL, NULL);
  if (folder != NULL)
    g_rmdir (folder);

  return bytes != NULL;
}

static gboolean
add_import (GChecksum          *hash,
            BwStore            *store,
            const BwKeptImport *import,
            GError            **error)
{
  g_autoptr(BwReport) report = bw_store_get_report (store, import->id, error);

  if (report == NULL)
    return FALSE;
  add_text (hash, import->author);
  add_text (hash, import->mapping);
  add_number (hash, import->removed);
  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      g_autofree char *line = bw_problem_to_line (bw_report_get_problem (report, i));

      add_text (hash, line);
    }
  for (guint i = 0; i < import->files->len; i++)
    {
      if (!add_file (hash, store, import->files->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_imports (GChecksum *hash,
             BwStore   *store,
             GError   **error)
{
  g_autoptr(GPtrArray) imports = bw_store_list_imports (store, error);

  for (guint i = 0; imports != NULL && i < imports->len; i++)
    {
      if (!add_import (hash, store, imports->pdata[i], error))
        return FALSE;
    }

  return imports != NULL;
}

static gboolean
add_notes (GChecksum *hash,
           BwStore   *store,
           GError   **error)
{
  g_autoptr(GPtrArray) notes = bw_store_list_notes (store, error);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const BwKeptNote *note = notes->pdata[i];

      add_text (hash, note->customer);
      add_text (hash, note->text);
      add_text (hash, note->author);
    }

  return notes != NULL;
}

static gboolean
add_views (GChecksum *hash,
           BwStore   *store,
           GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *value = bw_store_get_view (store, views[i]);

      add_text (hash, value);
    }

  return TRUE;
}

typedef struct
{
  const char *name;
  gboolean (*add)(GChecksum *hash,
                  BwStore   *store,
                  GError   **error);
} PartRow;

static const PartRow parts[] = {
  { "panel", add_panel }, { "draft", add_draft }, { "versions", add_versions },
  { "imports", add_imports }, { "notes", add_notes }, { "view", add_views },
};

/**
 * contents_dup_line:
 *
 * Returns: (transfer full) (nullable): "panel=1f2e… draft=…" of all parts, or %NULL with @error set
 *   where one of them cannot be read
 */
char *
contents_dup_line (BwStore *store,
                   GError **error)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(GChecksum) hash = g_checksum_new (G_CHECKSUM_SHA256);

      if (!parts[i].add (hash, store, error))
        {
          g_prefix_error (error, "%s: ", parts[i].name);
          return NULL;
        }
      g_string_append_printf (line, "%s%s=%.12s", i > 0 ? " " : "", parts[i].name,
                              g_checksum_get_string (hash));
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}
