/* The model that a command works with: the one that was given, or a proposed one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"

#include <glib/gi18n-lib.h>

/**
 * bw_say_nothing_to_score:
 *
 * Says on standard error that a model was proposed which has no metric.
 */
void
bw_say_nothing_to_score (void)
{
  g_printerr ("%s\n", _("No column of these files can be scored, so the proposed model has no metric and nobody "
                        "gets a score: add files with usage, tickets or surveys."));
}

/**
 * bw_load_model_for:
 *
 * Returns: (transfer full): the model of the file at @path, or the draft of the workspace there, which
 *   fits @panel; or %NULL
 */
BwModel *
bw_load_model_for (const char *path,
                   BwPanel    *panel,
                   GError    **error)
{
  g_autoptr(BwModel) model = bw_load_model (path, error);

  if (model == NULL)
    return NULL;

  if (!bw_model_check (model, panel, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return g_steal_pointer (&model);
}

/**
 * bw_inputs_load_model:
 *
 * Returns: (transfer full): the model that was given, else the draft of the workspace, else a proposed
 *   one, of which bw_inputs_say_model() tells; %NULL where it cannot be used with @panel
 */
BwModel *
bw_inputs_load_model (BwInputs *self,
                      BwPanel  *panel,
                      GError  **error)
{
  if (self->model != NULL)
    return bw_load_model_for (self->model, panel, error);
  if (self->workspace != NULL)
    return bw_inputs_get_draft (self, FALSE, panel, error);

  return bw_model_propose (panel, _("Proposed model"));
}

/**
 * bw_inputs_say_model:
 *
 * Says on standard error, once all went well, that @model is the draft of a workspace, or a proposed one.
 */
void
bw_inputs_say_model (const BwInputs *self,
                     const BwModel  *model)
{
  const guint n_metrics = bw_model_get_n_metrics (model);

  if (self->model != NULL)
    return;
  if (self->workspace != NULL)
    {
      /* TRANSLATORS: the name of a file, and that of a model */
      g_printerr (_("No model was given: the draft of %s is used, “%s”."), self->workspace, bw_model_get_name (model));
      g_printerr ("\n");
      return;
    }
  if (n_metrics == 0)
    {
      bw_say_nothing_to_score ();
      return;
    }

  g_printerr (ngettext ("No model was given: a proposed one with %u metric is used. “bellwether-cli model” writes it to a file.",
                        "No model was given: a proposed one with %u metrics is used. “bellwether-cli model” writes it to a file.",
                        n_metrics),
              n_metrics);
  g_printerr ("\n");
}

/**
 * bw_inputs_hide_names:
 *
 * Returns: (transfer full): @panel, with numbered customers where that is asked for
 */
BwPanel *
bw_inputs_hide_names (const BwInputs *self,
                      BwPanel        *panel)
{
  return self->hides_names ? bw_panel_with_hidden_names (panel) : bw_panel_ref (panel);
}
