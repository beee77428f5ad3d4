/* The versions of a workspace, for charts over time: as marks, and as the models that stood then. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/chart-versions.h"

#include "chart/date-marks.h"
#include "store/kept-models.h"

#include <glib/gi18n-lib.h>

void
bw_chart_versions_clear (BwChartVersions *self)
{
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->thens, g_array_unref);
  g_clear_pointer (&self->models, g_ptr_array_unref);
}

static gboolean
take_version (BwChartVersions     *self,
              BwStore             *store,
              const BwKeptVersion *version,
              BwPanel             *panel,
              GError             **error)
{
  BwThen then = { .from = bw_then_day (version->at) };

  g_ptr_array_add (self->marks, bw_date_mark_new (then.from, version->name));
  then.model = bw_store_get_version (store, version->id, error);
  if (then.model == NULL)
    return FALSE;
  g_ptr_array_add (self->models, then.model);
  if (!bw_model_check (then.model, panel, NULL))
    return TRUE;
  if (self->thens->len == 0)
    self->first = self->marks->len - 1;
  g_array_append_val (self->thens, then);

  return TRUE;
}

/**
 * bw_chart_versions_read:
 * @self: zeroed; empty where no workspace is read
 */
gboolean
bw_chart_versions_read (BwChartVersions *self,
                        const BwInputs  *inputs,
                        BwPanel         *panel,
                        GError         **error)
{
  g_autoptr(GPtrArray) versions = NULL;

  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_date_mark_free);
  self->thens = g_array_new (FALSE, FALSE, sizeof (BwThen));
  self->models = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_model_unref);
  if (inputs->store == NULL)
    return TRUE;
  versions = bw_store_list_versions (inputs->store, error);
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      if (!take_version (self, inputs->store, versions->pdata[i], panel, error))
        return FALSE;
    }

  return versions != NULL;
}

/**
 * bw_chart_versions_score:
 *
 * Returns: (transfer full) (nullable): each snapshot under the version that stood at its date, or %NULL
 *   with @error set where there is none
 */
BwHistory *
bw_chart_versions_score (const BwChartVersions *self,
                         const BwInputs        *inputs,
                         BwModel               *model,
                         BwPanel               *panel,
                         GError               **error)
{
  if (self->thens->len > 0)
    return bw_history_new_as_scored_then ((const BwThen *) (gpointer) self->thens->data, self->thens->len, model,
                                          panel, NULL);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("%s: there is no version whose scores could be shown; leave out --as-scored-then"),
               inputs->workspace);

  return NULL;
}
