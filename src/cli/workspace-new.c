/* The command “workspace new”: exports and a model become a workspace. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file is made under a hidden name beside its own, and gets its own when all is in it: whoever
 * sees it sees it whole. */

#include "cli/workspace.h"

#include "files/replace.h"
#include "store/holder.h"
#include "store/kept-models.h"
#include "store/shelf.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What is wrong with the call, or NULL. */
static const char *
find_fault (const BwInputs *inputs,
            const char     *path)
{
  if (!g_str_has_suffix (path, BW_WORKSPACE_ENDING))
    return _("the name of a workspace ends in .bellwether");
  if (inputs->output != NULL)
    return _("-o has no meaning here: the workspace comes first, then the exports");
  if (inputs->files[0] == NULL)
    return _("no export is given after the workspace");
  for (char **file = inputs->files; *file != NULL; file++)
    {
      if (bw_is_workspace (*file))
        return _("only exports can be imported, not another workspace");
    }

  return NULL;
}

static gboolean
fail_there (const char *path,
            GError    **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _("%s: there is such a file; choose another name, or add to it with “workspace add”"), path);

  return FALSE;
}

/* The hidden name beside @path. */
static char *
hidden_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.part", name);

  return g_build_filename (folder, hidden, NULL);
}

/* What a program left at the hidden name that was ended in the middle of it. */
static gboolean
sweep (const char *made,
       GError    **error)
{
  g_autofree char *journal = g_strconcat (made, "-journal", NULL);
  BwHolder *holder = bw_holder_take (made, NULL, error);

  if (holder == NULL)
    return FALSE;
  g_unlink (made);
  g_unlink (journal);
  bw_holder_release (holder);

  return TRUE;
}

static gboolean
fill (BwStore  *store,
      BwIntake *intake,
      BwModel  *model,
      GError  **error)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  const BwKeptDraft draft = { model, model, none, none };
  g_autoptr(BwShelf) shelf = bw_shelf_new (store, error);
  gboolean done;

  if (shelf == NULL || !bw_store_begin (store, error))
    return FALSE;
  done = bw_shelf_keep (shelf, intake, g_get_real_time (), g_get_real_name (), NULL, error) &&
         bw_store_put_draft (store, &draft, error);
  if (done)
    return bw_store_commit (store, error);
  bw_store_roll_back (store);

  return FALSE;
}

static gboolean
make (const char *path,
      BwIntake   *intake,
      BwModel    *model,
      GError    **error)
{
  g_autofree char *made = hidden_name (path);
  BwStore *store = sweep (made, error) ? bw_store_create (made, error) : NULL;
  gboolean done;

  if (store == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  done = fill (store, intake, model, error);
  bw_store_close (store);
  done = done && bw_name_new (made, path, error);
  if (done)
    return TRUE;

  g_prefix_error (error, "%s: ", path);
  g_unlink (made);

  return FALSE;
}

static gboolean
run (BwInputs   *inputs,
     const char *path,
     GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  const char *local = g_file_peek_path (file);
  g_autoptr(BwIntake) intake = NULL;
  g_autoptr(BwModel) model = NULL;
  BwPanel *panel;

  if (local == NULL || g_file_query_exists (file, NULL))
    {
      if (local != NULL)
        return fail_there (path, error);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("%s: a workspace must be on this computer"),
                   path);
      return FALSE;
    }
  if ((intake = bw_inputs_read (inputs, error)) == NULL)
    return FALSE;
  panel = bw_intake_get_panel (intake);
  if ((model = bw_inputs_load_model (inputs, panel, error)) == NULL || !make (local, intake, model, error))
    return FALSE;
  if (inputs->model == NULL)
    {
      g_printerr (_("No model was given: a proposed one is the draft."));
      g_printerr ("\n");
    }

  return bw_say_amounts (panel, error);
}

BwExit
bw_command_workspace_new (int    argc,
                          char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  const char *fault;

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE.bellwether EXPORT…", NULL))
    return BW_EXIT_USAGE;
  path = bw_take_first (&inputs);
  if ((fault = find_fault (&inputs, path)) != NULL)
    return bw_wrong_usage (inputs.command, fault);

  return run (&inputs, path, &error) ? BW_EXIT_DONE : bw_fail (error);
}
