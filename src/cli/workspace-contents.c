/* What is in a workspace file: read at once, as text and as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/workspace-contents.h"

#include "cli/inputs.h"
#include "cli/json-parts.h"
#include "store/damage.h"
#include "store/kept-panel.h"
#include "table/csv.h"

#include <math.h>

void
bw_contents_clear (BwContents *self)
{
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->draft, bw_kept_draft_free);
  g_clear_pointer (&self->imports, g_ptr_array_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

static guint64
find_size (BwStore *store)
{
  g_autoptr(GFile) file = g_file_new_for_path (bw_store_get_path (store));
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? (guint64) g_file_info_get_size (info) : 0;
}

static gboolean
read_all (BwContents *self,
          BwStore    *store,
          GError    **error)
{
  g_autoptr(GError) failure = NULL;

  self->size = find_size (store);
  self->damaged = bw_store_is_damaged (store);
  self->panel = bw_store_get_panel (store, &failure);
  if (failure == NULL)
    self->draft = bw_store_get_draft (store, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return (self->imports = bw_store_list_imports (store, error)) != NULL &&
         (self->versions = bw_store_list_versions (store, error)) != NULL &&
         (self->notes = bw_store_list_notes (store, error)) != NULL;
}

/**
 * bw_contents_read:
 * @self: zeroed
 * @path: as it was given; outlives @self
 */
gboolean
bw_contents_read (BwContents *self,
                  const char *path,
                  GError    **error)
{
  g_autoptr(BwStore) store = bw_open_workspace (path, BW_ACCESS_READ, error);

  self->path = path;
  if (store == NULL)
    return FALSE;
  if (read_all (self, store, error))
    return TRUE;

  g_prefix_error (error, "%s: ", path);

  return FALSE;
}

/* Moments are ISO, in UTC. */
static void
set_moment (JsonBuilder *json,
            const char  *member,
            gint64       at)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autofree char *text = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  bw_json_set_text (json, member, text);
}

static void
build_file (JsonBuilder      *json,
            const BwKeptFile *file)
{
  json_builder_begin_object (json);
  bw_json_set_text (json, "name", file->name);
  bw_json_set_text (json, "read_as", file->read_as);
  bw_json_set_number (json, "size", file->size);
  bw_json_set_number (json, "rows", file->n_rows);
  bw_json_set_text (json, "sha256", file->hash);
  json_builder_set_member_name (json, "removed");
  json_builder_add_boolean_value (json, file->removed);
  json_builder_end_object (json);
}

static void
build_import (JsonBuilder        *json,
              const BwKeptImport *import)
{
  json_builder_begin_object (json);
  bw_json_set_number (json, "id", import->id);
  set_moment (json, "at", import->at);
  bw_json_set_text (json, "author", import->author);
  json_builder_set_member_name (json, "removed");
  json_builder_add_boolean_value (json, import->removed);
  json_builder_set_member_name (json, "files");
  json_builder_begin_array (json);
  for (guint i = 0; i < import->files->len; i++)
    build_file (json, import->files->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
build_version (JsonBuilder         *json,
               const BwKeptVersion *version)
{
  json_builder_begin_object (json);
  bw_json_set_number (json, "id", version->id);
  bw_json_set_text (json, "name", version->name);
  bw_json_set_text (json, "why", version->why);
  bw_json_set_text (json, "author", version->author);
  set_moment (json, "at", version->at);
  json_builder_end_object (json);
}

static void
build_snapshots (JsonBuilder *json,
                 BwPanel     *panel)
{
  json_builder_set_member_name (json, "snapshots");
  json_builder_begin_array (json);
  for (guint i = 0; panel != NULL && i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      g_autoptr(GString) date = g_string_new (NULL);

      bw_csv_append_date (date, bw_snapshot_get_date (snapshot));
      json_builder_begin_object (json);
      bw_json_set_text (json, "date", isnan (bw_snapshot_get_date (snapshot)) ? NULL : date->str);
      bw_json_set_number (json, "customers", bw_snapshot_get_n_rows (snapshot));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
build_list (JsonBuilder *json,
            const char  *member,
            GPtrArray   *items,
            gboolean     versions)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    {
      if (versions)
        build_version (json, items->pdata[i]);
      else
        build_import (json, items->pdata[i]);
    }
  json_builder_end_array (json);
}

/**
 * bw_contents_to_json:
 *
 * Returns: (transfer full): all of it for other programs
 */
char *
bw_contents_to_json (const BwContents *self)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (json);
  bw_json_set_text (json, "file", self->path);
  bw_json_set_number (json, "size", self->size);
  json_builder_set_member_name (json, "damaged");
  json_builder_add_boolean_value (json, self->damaged);
  bw_json_set_number (json, "customers", self->panel != NULL ? bw_panel_get_n_customers (self->panel) : 0);
  bw_json_set_number (json, "columns", self->panel != NULL ? bw_panel_get_n_columns (self->panel) : 0);
  build_snapshots (json, self->panel);
  bw_json_set_text (json, "model", self->draft != NULL ? bw_model_get_name (self->draft->model) : NULL);
  build_list (json, "imports", self->imports, FALSE);
  build_list (json, "versions", self->versions, TRUE);
  bw_json_set_number (json, "notes", self->notes->len);
  json_builder_end_object (json);
  root = json_builder_get_root (json);

  return json_to_string (root, TRUE);
}
