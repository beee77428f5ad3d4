/* Results whose customers go by other names: numbers in place of names, for what others see. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/results-parts.h"

/* The same snapshot prepared over @panel; all that was worked out is shared. */
static BwPrepared *
prepared_over (BwPrepared *prepared,
               BwPanel    *panel)
{
  BwPrepared *self = g_new0 (BwPrepared, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->model = bw_model_ref (prepared->model);
  self->panel = bw_panel_ref (panel);
  self->snapshot = prepared->snapshot;
  self->places = bw_places_ref (prepared->places);
  self->n_columns = prepared->n_columns;
  self->columns = g_new0 (BwMetricColumn *, MAX (prepared->n_columns, 1));
  for (guint i = 0; i < prepared->n_columns; i++)
    self->columns[i] = bw_metric_column_ref (prepared->columns[i]);
  if (prepared->bounds != NULL)
    self->bounds = bw_bounds_ref (prepared->bounds);

  return self;
}

/**
 * bw_results_with_panel:
 * @self: that nobody changes any more: no drag is under way
 * @panel: that of @self but for the keys and names of its customers
 *
 * Cost: a copy of the scores; nothing is scored again.
 *
 * Returns: (transfer full): the same scores of customers that go by the names of @panel
 */
BwResults *
bw_results_with_panel (BwResults *self,
                       BwPanel   *panel)
{
  g_autoptr(BwPrepared) prepared = NULL;

  g_return_val_if_fail (bw_panel_get_n_customers (panel) ==
                        bw_panel_get_n_customers (self->prepared->panel), NULL);
  g_return_val_if_fail (bw_panel_get_n_snapshots (panel) ==
                        bw_panel_get_n_snapshots (self->prepared->panel), NULL);

  prepared = prepared_over (self->prepared, panel);

  return bw_results_copy_over (self, prepared);
}
