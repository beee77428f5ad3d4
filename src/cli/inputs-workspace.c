/* A workspace in place of exports: the panel and the models that are in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"

#include "store/damage.h"
#include "store/kept-models.h"
#include "store/kept-panel.h"
#include "store/schema.h"
#include "store/shelf.h"

#include <glib/gi18n-lib.h>

/**
 * bw_is_workspace:
 * @path: as it was given
 *
 * Returns: whether @path is a workspace, or by its name would be one
 */
gboolean
bw_is_workspace (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GError) error = NULL;

  return g_str_has_suffix (path, BW_WORKSPACE_ENDING) ||
         (g_file_peek_path (file) != NULL &&
          g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR &&
          (bw_schema_check_header (g_file_peek_path (file), &error) ||
           g_error_matches (error, BW_STORE_ERROR, BW_STORE_ERROR_NEWER)));
}

/**
 * bw_inputs_take_workspace:
 *
 * Returns: whether a workspace among the files, if there is one, stands alone and nothing is asked of
 *   it that it decides itself; if not, that has been said on standard error
 */
gboolean
bw_inputs_take_workspace (BwInputs *self)
{
  const char *what = NULL;
  gboolean roles = FALSE;
  guint n = 0;

  for (char **path = self->files; *path != NULL; path++)
    n += bw_is_workspace (*path);
  for (guint i = 0; i < BW_N_ROLES; i++)
    roles |= self->roles[i] != NULL;
  if (n > 0 && self->files[1] != NULL)
    what = _("a workspace is given beside other files; give it alone, or add them with “workspace add”");
  else if (n > 0 && (roles || self->mapping != NULL || self->as_of != NULL || self->reading != NULL))
    what = _("a workspace knows how its exports are read; leave out --mapping, roles, dates and reading choices");
  if (what != NULL)
    bw_wrong_usage (self->command, what);
  else if (n > 0)
    self->workspace = g_strdup (self->files[0]);

  return what == NULL;
}

/**
 * bw_open_workspace:
 * @path: as it was given
 *
 * Returns: (transfer full) (nullable): the open file, or %NULL with @error set, which names it
 */
BwStore *
bw_open_workspace (const char *path,
                   BwAccess    access,
                   GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  const char *local = g_file_peek_path (file);
  BwStore *store = NULL;

  if (local == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("a workspace must be on this computer; copy it here first"));
  else
    store = bw_store_open (local, access, error);
  if (store == NULL)
    g_prefix_error (error, "%s: ", path);

  return store;
}

/* Opens the workspace of the call, once. What is damaged in it is said once. */
static BwStore *
open_once (BwInputs *self,
           GError  **error)
{
  if (self->store != NULL)
    return self->store;

  self->store = bw_open_workspace (self->workspace, BW_ACCESS_READ, error);
  if (self->store != NULL && bw_store_is_damaged (self->store))
    {
      g_printerr (_("%s is damaged; “bellwether-cli workspace check” says where. What is not damaged is used."),
                  self->workspace);
      g_printerr ("\n");
    }

  return self->store;
}

static gboolean
fail_empty (const char *path,
            GError    **error)
{
  g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_EMPTY,
               _("%s: nothing was imported into this workspace yet; “workspace add” does"), path);

  return FALSE;
}

/**
 * bw_inputs_read_workspace:
 *
 * Reads the exports that are kept in the workspace once more.
 *
 * Returns: (transfer full) (nullable): what came of them, or %NULL with @error set
 */
BwIntake *
bw_inputs_read_workspace (BwInputs *self,
                          GError  **error)
{
  BwStore *store = open_once (self, error);
  g_autoptr(BwShelf) shelf = store != NULL ? bw_shelf_new (store, error) : NULL;
  BwIntake *intake = NULL;

  if (shelf == NULL)
    return NULL;
  if (!bw_shelf_read (shelf, NULL, NULL, NULL, &intake, error))
    g_prefix_error (error, "%s: ", self->workspace);
  else if (intake == NULL)
    fail_empty (self->workspace, error);

  return intake;
}

/**
 * bw_inputs_read_panel:
 *
 * Returns: (transfer full) (nullable): the panel of the files, or of the workspace; %NULL with @error
 *   set
 */
BwPanel *
bw_inputs_read_panel (BwInputs *self,
                      GError  **error)
{
  g_autoptr(BwIntake) intake = NULL;
  g_autoptr(GError) failure = NULL;
  BwStore *store;
  BwPanel *panel;

  if (self->workspace == NULL)
    {
      intake = bw_inputs_read (self, error);
      return intake != NULL ? bw_panel_ref (bw_intake_get_panel (intake)) : NULL;
    }

  store = open_once (self, error);
  panel = store != NULL ? bw_store_get_panel (store, &failure) : NULL;
  if (failure != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s: ", self->workspace);
  else if (panel == NULL && store != NULL)
    fail_empty (self->workspace, error);

  return panel;
}

/**
 * bw_inputs_check_whole:
 *
 * A result is only given out where all that it comes from could be read.
 */
gboolean
bw_inputs_check_whole (const BwInputs *self,
                       GError        **error)
{
  if (self->store == NULL || bw_store_check_panel (self->store, error))
    return TRUE;

  g_prefix_error (error, "%s: ", self->workspace);

  return FALSE;
}

static BwModel *
get_draft (BwStore    *store,
           gboolean    baseline,
           const char *path,
           GError    **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(BwKeptDraft) draft = bw_store_get_draft (store, &failure);

  if (draft != NULL)
    return bw_model_ref (baseline ? draft->baseline : draft->model);
  if (failure != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s: ", path);
  else
    g_set_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_VALUE, _("%s: there is no model in this workspace"), path);

  return NULL;
}

/**
 * bw_inputs_get_draft:
 * @baseline: whether the model is wanted that the draft is compared with
 *
 * Returns: (transfer full) (nullable): a model of the workspace of the call, which fits @panel, or
 *   %NULL with @error set
 */
BwModel *
bw_inputs_get_draft (BwInputs *self,
                     gboolean  baseline,
                     BwPanel  *panel,
                     GError  **error)
{
  BwStore *store = open_once (self, error);
  g_autoptr(BwModel) model = store != NULL ? get_draft (store, baseline, self->workspace, error) : NULL;

  if (model == NULL)
    return NULL;
  if (!bw_model_check (model, panel, error))
    {
      g_prefix_error (error, "%s: ", self->workspace);
      return NULL;
    }

  return g_steal_pointer (&model);
}

/**
 * bw_load_model:
 * @path: of a model, or of a workspace, whose draft is meant
 *
 * Returns: (transfer full) (nullable): the model, or %NULL with @error set
 */
BwModel *
bw_load_model (const char *path,
               GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(BwStore) store = NULL;

  if (!bw_is_workspace (path))
    return bw_check_document (file, path, error) ? bw_model_load (file, error) : NULL;

  store = bw_open_workspace (path, BW_ACCESS_READ, error);

  return store != NULL ? get_draft (store, FALSE, path, error) : NULL;
}
