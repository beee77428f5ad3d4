/* Who moves to another band from one model to another, counted by a worker and said in a label. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/version-effect.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BwPanel   *panel;
  BwResults *known; /* of the newest snapshot, under any model */
  BwModel   *models[2];
  BwMovement movement;
} Work;

static void
work_free (Work *self)
{
  bw_panel_unref (self->panel);
  bw_results_unref (self->known);
  bw_model_unref (self->models[0]);
  bw_model_unref (self->models[1]);
  g_free (self);
}

static BwResults *
score (Work         *self,
       BwModel      *model,
       GCancellable *cancellable)
{
  g_autoptr(BwPrepared) prepared =
    bw_prepared_new (model, self->panel, bw_panel_get_n_snapshots (self->panel) - 1,
                     bw_results_get_prepared (self->known), cancellable);

  return prepared != NULL ? bw_results_new (prepared, model) : NULL;
}

/* Runs in a worker thread: it sees values and never the workspace. */
static void
count_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Work *self = task_data;
  g_autoptr(BwResults) from = NULL;
  g_autoptr(BwResults) to = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->models); i++)
    {
      if (!bw_model_check (self->models[i], self->panel, NULL))
        {
          g_task_return_boolean (task, FALSE);
          return;
        }
    }

  from = score (self, self->models[0], cancellable);
  to = from != NULL ? score (self, self->models[1], cancellable) : NULL;
  if (g_task_return_error_if_cancelled (task))
    return;

  self->movement = bw_results_count_movers (from, to, BW_ALL_SEGMENTS);
  g_task_return_boolean (task, TRUE);
}

/* "31 customers move to another band ($6.1 M)." */
static char *
say (const Work *work)
{
  const guint money = bw_panel_find_role (work->panel, BW_ROLE_MONEY);
  g_autofree char *number = bw_format_number (work->movement.n_movers, 0);
  g_autofree char *moved = NULL;
  g_autofree char *sum = NULL;

  if (work->movement.n_movers == 0)
    return g_strdup (_("No customer moves to another band."));

  moved = g_strdup_printf (ngettext ("%s customer moves to another band", "%s customers move to "
                                     "another band", work->movement.n_movers), number);
  if (money == BW_NONE)
    /* TRANSLATORS: makes a sentence of “31 customers move to another band” */
    return g_strdup_printf (_("%s."), moved);

  sum = bw_format_money_short (work->movement.money,
                               bw_panel_get_column (work->panel, money)->currency);

  /* TRANSLATORS: “31 customers move to another band”, and their money */
  return g_strdup_printf (_("%s (%s)."), moved, sum);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GtkLabel) label = user_data;
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  text = say (g_task_get_task_data (G_TASK (result)));
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
}

static void
on_label_gone (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/**
 * bw_version_effect_show:
 * @label: not visible until there is something to say; nothing is where a model does not fit the data
 *
 * Says who moves from @from to @to, as soon as that is counted.
 */
void
bw_version_effect_show (GtkLabel    *label,
                        BwWorkspace *workspace,
                        BwModel     *from,
                        BwModel     *to)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, on_counted, g_object_ref (label));
  Work *work = g_new0 (Work, 1);

  gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
  work->panel = bw_panel_ref (bw_workspace_get_panel (workspace));
  work->known = bw_results_ref (bw_workspace_get_baseline (workspace));
  work->models[0] = bw_model_ref (from);
  work->models[1] = bw_model_ref (to);
  g_signal_connect_object (label, "unrealize", G_CALLBACK (on_label_gone), cancellable,
                           G_CONNECT_SWAPPED);
  g_task_set_source_tag (task, bw_version_effect_show);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, count_in_thread);
}
