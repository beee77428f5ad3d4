/* The command “workspace add”: more exports for a workspace, such as next month's. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where another program has the file, it is waited for: a run at night may well meet a window that
 * is just being closed. */

#include "cli/workspace.h"

#include "store/damage.h"
#include "store/kept-models.h"
#include "store/kept-panel.h"
#include "store/shelf.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PATIENCE 10             /* seconds */
#define PAUSE    (200 * 1000)   /* microseconds between two tries */

/* What is wrong with the call, or NULL. */
static const char *
find_fault (const BwInputs *inputs,
            int             patience)
{
  gboolean roles = FALSE;

  for (guint i = 0; i < BW_N_ROLES; i++)
    roles |= inputs->roles[i] != NULL;
  if (inputs->files[0] == NULL)
    return _("no export is given after the workspace");
  if (inputs->output != NULL || inputs->model != NULL || inputs->mapping != NULL || roles)
    return _("the workspace knows its mapping and its model; leave out --mapping, --model, roles and -o");
  if (patience < 0 || patience > 24 * 3600)
    return _("--wait takes seconds, from 0 to 86400");
  for (char **file = inputs->files; *file != NULL; file++)
    {
      if (bw_is_workspace (*file))
        return _("only exports can be imported, not another workspace");
    }

  return NULL;
}

/* The workspace, to be written; who has it is waited for. */
static BwStore *
open_patiently (const char *path,
                int         patience,
                GError    **error)
{
  const gint64 end = g_get_monotonic_time () + patience * (gint64) G_USEC_PER_SEC;

  for (;;)
    {
      g_autoptr(GError) failure = NULL;
      BwStore *store = bw_open_workspace (path, BW_ACCESS_WRITE, &failure);

      if (store != NULL)
        return store;
      if (!g_error_matches (failure, BW_STORE_ERROR, BW_STORE_ERROR_HELD))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (g_get_monotonic_time () >= end)
        {
          g_set_error (error, BW_STORE_ERROR, BW_STORE_ERROR_HELD,
                       /* TRANSLATORS: a sentence that says who has the file */
                       _("%s Nothing was added: close it there, or wait longer with --wait SECONDS."),
                       failure->message);
          return NULL;
        }
      g_usleep (PAUSE);
    }
}

/* The draft may name a column that a newer export does not have any more. */
static void
say_unfit (BwStore *store,
           BwPanel *panel)
{
  g_autoptr(BwKeptDraft) draft = bw_store_get_draft (store, NULL);
  g_autoptr(GError) error = NULL;

  if (draft == NULL || bw_model_check (draft->model, panel, &error))
    return;
  g_printerr (_("The model no longer fits the data: %s"), error->message);
  g_printerr ("\n");
}

static guint
count_imports (BwStore *store)
{
  g_autoptr(GPtrArray) imports = bw_store_list_imports (store, NULL);

  return imports != NULL ? imports->len : 0;
}

/* What became of files that are not new, and other things that are to be known of these. */
static void
say_notes (const BwReport *report)
{
  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      if (problem->kind == BW_PROBLEM_SAME_FILE)
        g_printerr ("%s: %s\n", problem->file, problem->what);
    }
}

static gboolean
add (BwStore        *store,
     const BwInputs *inputs,
     GError        **error)
{
  g_autoptr(BwShelf) shelf = bw_shelf_new (store, error);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(BwIntake) intake = NULL;
  const guint before = count_imports (store);
  double as_of;

  if (shelf == NULL || !bw_parse_date (inputs->as_of, &as_of, error))
    return FALSE;
  for (char **path = inputs->files; *path != NULL; path++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (*path));
  if (!bw_shelf_try_files (shelf, (GFile *const *) files->pdata, files->len, as_of, inputs->reading, NULL,
                           &intake, error) ||
      !bw_shelf_keep (shelf, intake, g_get_real_time (), g_get_real_name (), NULL, error))
    return FALSE;

  say_notes (bw_intake_get_report (intake));
  if (count_imports (store) == before)
    g_printerr ("%s\n", _("Nothing of this is new: the workspace is as it was."));
  else
    bw_store_tidy (store, NULL); /* what it is for is done: a failure is of no consequence */
  say_unfit (store, bw_intake_get_panel (intake));

  return bw_say_amounts (bw_intake_get_panel (intake), error);
}

static gboolean
run (const BwInputs *inputs,
     const char     *path,
     int             patience,
     GError        **error)
{
  g_autoptr(BwStore) store = open_patiently (path, patience, error);
  g_auto(GStrv) damage = store != NULL ? bw_store_find_damage (store, NULL) : NULL;

  if (store == NULL)
    return FALSE;
  if (damage[0] != NULL)
    {
      g_set_error (error, BW_STORE_ERROR, BW_STORE_ERROR_DAMAGED,
                   _("%s is damaged, so nothing is added to it; “workspace check” says where"), path);
      return FALSE;
    }

  return add (store, inputs, error);
}

BwExit
bw_command_workspace_add (int    argc,
                          char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  int patience = PATIENCE;
  const char *fault;
  const GOptionEntry own[] = {
    { "wait", 0, 0, G_OPTION_ARG_INT, &patience, N_("Seconds to wait while another program has the file open (10)"), "SECONDS" },
    G_OPTION_ENTRY_NULL
  };

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE.bellwether EXPORT…", own))
    return BW_EXIT_USAGE;
  path = bw_take_first (&inputs);
  if ((fault = find_fault (&inputs, patience)) != NULL)
    return bw_wrong_usage (inputs.command, fault);

  return run (&inputs, path, patience, &error) ? BW_EXIT_DONE : bw_fail (error);
}
