/* All that a workspace file holds, read and scored, before anything on screen changes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A damaged file opens what is whole: a part that cannot be read is left out and said, so that a
 * leader can go on with the rest. Without its customers a file does not open at all. */

#include "workspace/keeper-load.h"

#include "store/damage.h"
#include "store/kept-imports.h"
#include "store/kept-models.h"
#include "store/kept-notes.h"
#include "store/kept-panel.h"

#include <glib/gi18n-lib.h>

static BwLoaded *
loaded_new (const char *path,
            BwStore    *store)
{
  BwLoaded *self = g_new0 (BwLoaded, 1);

  self->desk = bw_desk_new (path, store);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_draft_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_draft_free);
  self->models = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_model_unref);

  return self;
}

void
bw_loaded_free (BwLoaded *self)
{
  bw_desk_unref (self->desk);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->misfit, bw_model_unref);
  g_clear_pointer (&self->baseline_model, bw_model_unref);
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->baseline, bw_results_unref);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_ptr_array_unref (self->models);
  g_clear_pointer (&self->imports, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->views, g_hash_table_unref);
  g_free (self->why_read_only);
  g_free (self->damage);
  g_free (self);
}

/* Notes that a part could not be read, in a line of its own. */
static void
add_damage (BwLoaded   *self,
            const char *line)
{
  char *lines = self->damage == NULL || *self->damage == '\0'
    ? g_strdup (line) : g_strconcat (self->damage, "\n", line, NULL);

  g_free (self->damage);
  self->damage = lines;
}

/* The steps that fit the customers, from the newest to the first that does not. */
static void
read_steps (BwLoaded  *self,
            GPtrArray *steps,
            GPtrArray *drafts)
{
  guint first = steps->len;

  while (first > 0)
    {
      const BwKeptStep *step = g_ptr_array_index (steps, first - 1);

      if (!bw_model_check (step->model, self->panel, NULL) ||
          !bw_model_check (step->baseline, self->panel, NULL))
        break;
      first--;
    }
  for (guint i = first; i < steps->len; i++)
    {
      const BwKeptStep *step = g_ptr_array_index (steps, i);

      g_ptr_array_add (drafts, bw_draft_new (step->name, step->model, step->baseline));
    }
}

/* The draft, where there is one that fits the customers. */
static void
read_draft (BwLoaded *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwKeptDraft) draft = bw_store_get_draft (self->desk->store, &error);

  if (draft != NULL && !bw_model_check (draft->model, self->panel, NULL))
    {
      self->misfit = bw_model_ref (draft->model);
    }
  else if (draft != NULL)
    {
      self->model = bw_model_ref (draft->model);
      if (bw_model_check (draft->baseline, self->panel, NULL))
        self->baseline_model = bw_model_ref (draft->baseline);
      read_steps (self, draft->undo, self->undo);
      read_steps (self, draft->redo, self->redo);
    }
  if (error != NULL)
    {
      /* TRANSLATORS: %s is a sentence on why */
      g_autofree char *line = g_strdup_printf (_("The model could not be read: %s"), error->message);

      add_damage (self, line);
    }
}

/* The newest version that can be read and fits takes the place of a draft that does not. */
static BwModel *
find_other_model (BwLoaded *self)
{
  for (guint i = self->models->len; i > 0; i--)
    {
      BwModel *model = g_ptr_array_index (self->models, i - 1);

      if (bw_model_check (model, self->panel, NULL))
        return bw_model_ref (model);
    }

  return bw_model_propose (self->panel, _("Customer health"));
}

/* The model of a version, read once for all that have it; NULL where it cannot be read. */
static BwModel *
share_model (BwLoaded            *self,
             GHashTable          *models,
             const BwKeptVersion *version)
{
  BwModel *model = g_hash_table_lookup (models, &version->model);

  if (model == NULL)
    {
      model = bw_store_get_version (self->desk->store, version->id, NULL);
      if (model != NULL)
        g_hash_table_insert (models, g_memdup2 (&version->model, sizeof version->model), model);
    }

  return model != NULL ? bw_model_ref (model) : NULL;
}

static void
read_versions (BwLoaded     *self,
               GCancellable *cancellable)
{
  g_autoptr(GPtrArray) versions = bw_store_list_versions (self->desk->store, NULL);
  g_autoptr(GHashTable) models = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) bw_model_unref);

  if (bw_store_count_versions (self->desk->store) > BW_MOST_VERSIONS)
    add_damage (self, _("There are more versions than can be listed; only the newest are."));
  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_version_free);
  while (versions != NULL && versions->len > 0 && !g_cancellable_is_cancelled (cancellable))
    {
      BwKeptVersion *version = g_ptr_array_steal_index (versions, 0);
      BwModel *model = share_model (self, models, version);

      if (model != NULL)
        {
          g_ptr_array_add (self->versions, version);
          g_ptr_array_add (self->models, model);
        }
      else
        {
          g_autofree char *line = g_strdup_printf (_("The version “%s” could not be read."), version->name);

          add_damage (self, line);
          bw_kept_version_free (version);
        }
    }
}

static void
read_lists (BwLoaded *self)
{
  BwStore *store = self->desk->store;

  self->imports = bw_store_list_imports (store, NULL);
  self->notes = bw_store_list_notes (store, NULL);
  self->views = bw_store_list_views (store, NULL);
  if (self->imports == NULL)
    {
      self->imports = g_ptr_array_new ();
      add_damage (self, _("The list of imports could not be read."));
    }
  if (self->notes == NULL)
    {
      self->notes = g_ptr_array_new ();
      add_damage (self, _("The notes could not be read."));
    }
  if (self->views == NULL)
    self->views = g_hash_table_new (g_str_hash, g_str_equal);
}

/* Scores what stands now: the columns that this needs are the first that are read. */
static gboolean
score (BwLoaded     *self,
       GCancellable *cancellable,
       GError      **error)
{
  self->results = bw_workspace_score (self->model, self->panel, NULL, cancellable);
  if (self->results != NULL && bw_model_equal (self->model, self->baseline_model))
    self->baseline = bw_results_ref (self->results);
  else if (self->results != NULL)
    self->baseline = bw_workspace_score (self->baseline_model, self->panel, self->results, cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The customers out of the kept exports, which may be whole where the customers are not. */
static gboolean
read_exports (BwLoaded     *self,
              GCancellable *cancellable)
{
  BwShelf *shelf = bw_desk_get_shelf (self->desk, NULL);
  g_autoptr(BwIntake) intake = NULL;

  if (shelf == NULL || !bw_shelf_read (shelf, NULL, NULL, cancellable, &intake, NULL) || intake == NULL)
    return FALSE;

  self->panel = bw_panel_ref (bw_intake_get_panel (intake));
  add_damage (self, _("The customers could not be read; they were put together again from the imported files."));

  return TRUE;
}

/* A draft that stands without customers: the import that it came with never got here. It is kept as a
 * version until they come again, unless it is one. */
static void
read_lone_draft (BwLoaded *self)
{
  g_autoptr(BwKeptDraft) draft = bw_store_get_draft (self->desk->store, NULL);

  for (guint i = 0; draft != NULL && i < self->models->len; i++)
    {
      if (bw_model_equal (self->models->pdata[i], draft->model))
        return;
    }
  if (draft != NULL)
    self->misfit = bw_model_ref (draft->model);
}

static gboolean
read_data (BwLoaded     *self,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr(GError) failed = NULL;

  self->panel = bw_store_get_panel (self->desk->store, &failed);
  if (failed != NULL && !read_exports (self, cancellable))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (self->panel == NULL || bw_panel_get_n_snapshots (self->panel) == 0)
    {
      g_clear_pointer (&self->panel, bw_panel_unref);
      read_lone_draft (self);
      return TRUE;
    }

  read_draft (self);
  if (self->model == NULL)
    self->model = find_other_model (self);
  if (self->baseline_model == NULL)
    self->baseline_model = bw_model_ref (self->model);

  return score (self, cancellable, error);
}

/* Why a damaged file is not written. */
const char *
bw_loaded_explain_damage (void)
{
  return _("The file is damaged, so it is left as it is. Use Save As to go on with what is whole.");
}

/* Looks for damage: a small file is looked through wholly before anything is written to it, a large
 * one while it is open, see keeper-check.c. */
static gboolean
find_damage (BwLoaded *self)
{
  BwStore *store = self->desk->store;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) broken = bw_store_is_damaged (store) ? bw_store_find_damage (store, NULL) : NULL;

  self->unchecked = broken == NULL && bw_desk_get_size (self->desk) > BW_SMALL_FILE;
  while (broken == NULL && !self->unchecked && bw_store_check_pieces (store, &self->checked, 64, found))
    ;
  for (guint i = 0; broken != NULL && broken[i] != NULL; i++)
    add_damage (self, broken[i]);
  for (guint i = 0; i < found->len; i++)
    add_damage (self, found->pdata[i]);

  return broken != NULL || found->len > 0;
}

/* Why the open file cannot be written, where that is so. */
static void
explain_access (BwLoaded *self)
{
  BwStore *store = self->desk->store;
  const char *other = bw_store_get_holder (store);

  if (find_damage (self))
    self->why_read_only = g_strdup (bw_loaded_explain_damage ());
  else if (!bw_store_may_write (store))
    {
      /* TRANSLATORS: %s is "Anna Berg on laptop-7" */
      self->why_read_only = other != NULL
        ? g_strdup_printf (_("%s has it open. Your changes are not saved here; use Save As to keep them."),
                           other)
        : g_strdup (_("The file may not be changed where it is. Use Save As to keep your changes."));
    }
}

/**
 * bw_loaded_read:
 * @path: of a workspace
 *
 * Opens a file for writing where that is possible, else for reading, and reads what it holds; the
 * columns of the customers that are not needed for the newest scores stay in it until they are. Runs
 * in a worker.
 *
 * Returns: (transfer full) (nullable): what it holds, or %NULL with @error set; then the file is as
 *   it was
 */
BwLoaded *
bw_loaded_read (const char   *path,
                GCancellable *cancellable,
                GError      **error)
{
  BwStore *store = bw_store_open (path, BW_ACCESS_BEST, error);
  g_autoptr(BwLoaded) self = NULL;

  if (store == NULL)
    return NULL;

  self = loaded_new (path, store);
  explain_access (self);
  read_versions (self, cancellable);
  if (!read_data (self, cancellable, error))
    return NULL;
  read_lists (self);
  if (self->damage != NULL && self->why_read_only == NULL)
    self->why_read_only = g_strdup (bw_loaded_explain_damage ());

  return g_steal_pointer (&self);
}
