/* The draft, with all that undo knows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A model is kept once, however many steps and versions know it: it is found by the SHA-256 of its
 * JSON. Which number a model has is remembered while it is part of the draft, so that an edit writes
 * one model and not two hundred. */

#include "store/kept-models.h"

#include "store/damage.h"
#include "store/pieces.h"
#include "store/store-private.h"

#include <string.h>

#define MOST_MODEL (64 * 1024 * 1024) /* bytes of JSON */
#define UNDO 0
#define REDO 1

BwKeptStep *
bw_kept_step_new (const char *name,
                  BwModel    *model,
                  BwModel    *baseline)
{
  BwKeptStep *self = g_new (BwKeptStep, 1);

  self->name = g_strdup (name);
  self->model = bw_model_ref (model);
  self->baseline = bw_model_ref (baseline);

  return self;
}

void
bw_kept_step_free (BwKeptStep *self)
{
  g_free ((char *) self->name);
  bw_model_unref (self->model);
  bw_model_unref (self->baseline);
  g_free (self);
}

void
bw_kept_draft_free (BwKeptDraft *self)
{
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->baseline, bw_model_unref);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self);
}

static gint64
find_model (sqlite3    *db,
            const char *hash,
            GError    **error)
{
  g_autoptr(sqlite3_stmt) query = bw_query_new (db, error, "SELECT id FROM model WHERE hash = ?", "s", hash);

  return query != NULL && bw_query_next (query, error) ? sqlite3_column_int64 (query, 0) : 0;
}

static gint64
add_model (sqlite3    *db,
           const char *hash,
           const char *json,
           GError    **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, strlen (json));
  const gint64 stream = bw_stream_put_bytes (db, bytes, error);

  return stream != 0 &&
         bw_query_run (db, error, "INSERT INTO model (hash, bytes) VALUES (?, ?)", "si", hash, stream)
         ? sqlite3_last_insert_rowid (db) : 0;
}

/**
 * bw_store_keep_model:
 *
 * Returns: the number of @model, which is written where it is not there yet; 0 with @error set
 */
gint64
bw_store_keep_model (BwStore *self,
                     BwModel *model,
                     GError **error)
{
  gint64 *known = g_hash_table_lookup (self->models, model);
  g_autofree char *json = known == NULL ? bw_model_to_json (model) : NULL;
  g_autofree char *hash = json != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1) : NULL;
  g_autoptr(GError) failed = NULL;
  gint64 id;

  if (known != NULL)
    return *known;
  id = find_model (self->db, hash, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return 0;
    }
  if (id == 0)
    id = add_model (self->db, hash, json, error);
  if (id != 0)
    g_hash_table_insert (self->models, bw_model_ref (model), g_memdup2 (&id, sizeof id));

  return id;
}

static gboolean
put_fact (sqlite3    *db,
          const char *name,
          gint64      value,
          GError    **error)
{
  return bw_query_run (db, error, "INSERT OR REPLACE INTO fact (name, value) VALUES (?, CAST(? AS TEXT))",
                       "si", name, value);
}

static gboolean
put_step (BwStore          *self,
          gint64            side,
          gint64            position,
          const BwKeptStep *step,
          GError          **error)
{
  const gint64 model = bw_store_keep_model (self, step->model, error);
  const gint64 baseline = model != 0 ? bw_store_keep_model (self, step->baseline, error) : 0;

  return baseline != 0 &&
         bw_query_run (self->db, error, "INSERT INTO step (side, position, name, model, baseline) "
                       "VALUES (?, ?, ?, ?, ?)", "iisii", side, position, step->name, model, baseline);
}

static gboolean
put_steps (BwStore   *self,
           gint64     side,
           GPtrArray *steps,
           GError   **error)
{
  for (guint i = steps->len - MIN (steps->len, BW_MOST_STEPS); i < steps->len; i++)
    {
      if (!put_step (self, side, i, steps->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_draft (BwStore           *self,
           const BwKeptDraft *draft,
           GError           **error)
{
  const gint64 model = bw_store_keep_model (self, draft->model, error);
  const gint64 baseline = model != 0 ? bw_store_keep_model (self, draft->baseline, error) : 0;

  return baseline != 0 &&
         put_fact (self->db, "draft", model, error) &&
         put_fact (self->db, "baseline", baseline, error) &&
         bw_query_run (self->db, error, "DELETE FROM step", "") &&
         put_steps (self, UNDO, draft->undo, error) && put_steps (self, REDO, draft->redo, error) &&
         bw_query_run (self->db, error, "DELETE FROM model WHERE id NOT IN (SELECT model FROM step "
                       "UNION ALL SELECT baseline FROM step UNION ALL SELECT model FROM version "
                       "UNION ALL SELECT CAST(value AS INTEGER) FROM fact "
                       "WHERE name IN ('draft', 'baseline'))", "");
}

static gboolean
is_part (GPtrArray *steps,
         BwModel   *model)
{
  for (guint i = steps->len - MIN (steps->len, BW_MOST_STEPS); i < steps->len; i++)
    {
      const BwKeptStep *step = steps->pdata[i];

      if (step->model == model || step->baseline == model)
        return TRUE;
    }

  return FALSE;
}

/* Forgets the numbers of models that are not part of @draft: they may be gone from the file. */
static gboolean
forget_others (gpointer key,
               gpointer value,
               gpointer user_data)
{
  const BwKeptDraft *draft = user_data;

  return key != draft->model && key != draft->baseline && !is_part (draft->undo, key) &&
         !is_part (draft->redo, key);
}

/**
 * bw_store_put_draft:
 *
 * Keeps the draft, the baseline, and the newest %BW_MOST_STEPS steps of each stack.
 */
gboolean
bw_store_put_draft (BwStore           *self,
                    const BwKeptDraft *draft,
                    GError           **error)
{
  if (!bw_store_begin (self, error))
    return FALSE;
  if (!bw_store_end (self, put_draft (self, draft, error), error))
    return FALSE;
  g_hash_table_foreach_remove (self->models, forget_others, (gpointer) draft);

  return TRUE;
}

/**
 * bw_store_read_model:
 * @model: its number
 *
 * Returns: (transfer full) (nullable): the model, or %NULL with @error set
 */
BwModel *
bw_store_read_model (BwStore *self,
                     gint64   model,
                     GError **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT bytes FROM model WHERE id = ?", "i", model);
  g_autoptr(GBytes) bytes = NULL;

  if (query == NULL || !bw_query_need (query, error))
    return NULL;
  bytes = bw_stream_get_bytes (self->db, sqlite3_column_int64 (query, 0), MOST_MODEL, error);

  return bytes != NULL
         ? bw_model_from_json (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), self->path, error)
         : NULL;
}

/* The model of @number, read once for all that know it: borrowed from @models. */
static BwModel *
share_model (BwStore    *self,
             gint64      number,
             GHashTable *models,
             GError    **error)
{
  BwModel *model = g_hash_table_lookup (models, &number);

  if (model == NULL)
    {
      model = bw_store_read_model (self, number, error);
      if (model != NULL)
        g_hash_table_insert (models, g_memdup2 (&number, sizeof number), model);
    }

  return model;
}

static GHashTable *
new_models (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) bw_model_unref);
}

static GPtrArray *
new_steps (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_step_free);
}

static gboolean
read_steps (BwStore    *self,
            gint64      side,
            GHashTable *models,
            GPtrArray  *steps,
            GError    **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT name, model, baseline FROM (SELECT * FROM step WHERE side = ? "
                  "ORDER BY position DESC LIMIT ?) ORDER BY position", "ii", side, (gint64) BW_MOST_STEPS);
  g_autoptr(GError) failed = NULL;

  if (query == NULL)
    return FALSE;
  while (bw_query_next (query, &failed))
    {
      g_autofree char *name = bw_query_dup_text (query, 0);
      BwModel *model = share_model (self, sqlite3_column_int64 (query, 1), models, error);
      BwModel *baseline = model != NULL
        ? share_model (self, sqlite3_column_int64 (query, 2), models, error) : NULL;

      if (baseline == NULL)
        return FALSE;
      g_ptr_array_add (steps, bw_kept_step_new (name != NULL ? name : "", model, baseline));
    }
  if (failed == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failed));

  return FALSE;
}

/* The model that a fact names; NULL without @error where there is no such fact. */
static BwModel *
read_fact_model (BwStore    *self,
                 const char *name,
                 GHashTable *models,
                 GError    **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT CAST(value AS INTEGER) FROM fact WHERE name = ?", "s", name);
  BwModel *model = query != NULL && bw_query_next (query, error)
    ? share_model (self, sqlite3_column_int64 (query, 0), models, error) : NULL;

  return model != NULL ? bw_model_ref (model) : NULL;
}

/**
 * bw_store_get_draft:
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL: without @error where there is none yet
 */
BwKeptDraft *
bw_store_get_draft (BwStore *self,
                    GError **error)
{
  static const char *const tables[] = { "fact", "piece", "stream", "model", NULL };
  g_autoptr(GHashTable) models = new_models ();
  g_autoptr(BwKeptDraft) draft = g_new0 (BwKeptDraft, 1);

  draft->undo = new_steps ();
  draft->redo = new_steps ();
  if (!bw_store_check_tables (self, tables, error))
    return NULL;
  draft->model = read_fact_model (self, "draft", models, error);
  draft->baseline = draft->model != NULL ? read_fact_model (self, "baseline", models, error) : NULL;
  if (draft->baseline == NULL || !read_steps (self, UNDO, models, draft->undo, error) ||
      !read_steps (self, REDO, models, draft->redo, error))
    return NULL;

  return g_steal_pointer (&draft);
}
