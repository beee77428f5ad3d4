/* How far the score and each metric have moved since an earlier snapshot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker scores the earlier snapshot while the card is on screen and nothing is dragged; the figures of
 * before stay until others are there. It is there only where there are several snapshots. */

#include "app/stability-card.h"

#include "app/choice-list.h"
#include "app/validate-grid.h"
#include "chart/judged-words.h"
#include "format/format.h"
#include "outcome/stability.h"
#include "workspace/validating.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_ROWS 60

struct _BwStabilityCard
{
  BwLive parent_instance;

  BwValidating *validating;  /* NULL before the card was first shown */
  GCancellable *cancellable; /* NULL where no worker runs */
  BwResults    *results;     /* that the figures are of, or are being made of; or NULL */
  guint         from;        /* that was chosen */
  guint         shown;       /* that the figures are since, or are being made */
  gboolean      filling;

  GtkDropDown    *since;
  BwValidateGrid *grid;
};

G_DEFINE_FINAL_TYPE (BwStabilityCard, bw_stability_card, BW_TYPE_LIVE)

/* Values that the worker reads, and what it makes of them. */
typedef struct
{
  BwResults   *results;
  guint        from;
  BwStability *stability;
} Work;

static void
work_free (Work *self)
{
  bw_results_unref (self->results);
  g_clear_pointer (&self->stability, bw_stability_free);
  g_free (self);
}

/* Runs in a worker thread: it sees values and never the card. */
static void
measure_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Work *self = task_data;

  self->stability = bw_stability_since (self->results, self->from, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, self->stability != NULL);
}

static void
stop (BwStabilityCard *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
add_row (BwStabilityCard *self,
         const char      *name,
         double           psi)
{
  bw_validate_grid_add (self->grid, g_strdup (name));
  bw_validate_grid_add (self->grid, isnan (psi) ? g_strdup ("–") : bw_format_number (psi, 3));
  bw_validate_grid_add (self->grid, g_strdup (bw_judged_words_stability (psi)));
}

static void
show_figures (BwStabilityCard   *self,
              const BwStability *stability,
              const BwModel     *model)
{
  /* TRANSLATORS: PSI is the population stability index */
  const char *heads[] = { _("Metric"), _("PSI"), "", NULL };

  bw_validate_grid_begin (self->grid, heads, 1);
  add_row (self, _("Health score"), stability->score);
  for (guint i = 0; i < MIN (stability->n_metrics, MOST_ROWS); i++)
    add_row (self, bw_model_get_metric (model, i)->name, stability->metrics[i]);
  bw_validate_grid_end (self->grid);
}

static void
on_measured (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(BwStabilityCard) self = user_data;
  GTask *task = G_TASK (result);
  Work *work = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, NULL) || self->validating == NULL ||
      self->cancellable != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->cancellable);
  show_figures (self, work->stability, bw_results_get_model (work->results));
}

/* The snapshots before the newest. */
static void
show_choices (BwStabilityCard *self,
              BwPanel         *panel)
{
  const guint n = bw_panel_get_n_snapshots (panel);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i + 1 < n; i++)
    {
      g_autofree char *date = bw_format_date (bw_snapshot_get_date (bw_panel_get_snapshot (panel, i)),
                                              BW_DATE_FULL);

      gtk_string_list_append (names, date);
    }
  self->filling = TRUE;
  self->from = self->from + 1 < n ? self->from : 0;
  bw_choice_list_set (self->since, names, self->from);
  self->filling = FALSE;
}

/* Measures anew where something else is wanted than what is shown. */
static void
update (BwStabilityCard *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwResults *results = workspace != NULL ? bw_workspace_get_results (workspace) : NULL;
  g_autoptr(GTask) task = NULL;
  Work *work;

  if (results == NULL || bw_workspace_get_dragging (workspace))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self),
                          bw_panel_get_n_snapshots (bw_workspace_get_panel (workspace)) > 1);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  show_choices (self, bw_workspace_get_panel (workspace));
  if (results == self->results && self->from == self->shown)
    return;

  stop (self);
  g_clear_pointer (&self->results, bw_results_unref);
  self->results = bw_results_ref (results);
  self->shown = self->from;
  work = g_new0 (Work, 1);
  work->results = bw_results_ref (results);
  work->from = self->from;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_measured, g_object_ref (self));
  g_task_set_source_tag (task, update);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, measure_in_thread);
}

/* Nothing is open any more. */
static void
forget (BwStabilityCard *self)
{
  if (bw_workspace_get_results (bw_live_get_workspace (BW_LIVE (self))) != NULL)
    return;

  stop (self);
  g_clear_pointer (&self->results, bw_results_unref);
  bw_validate_grid_clear (self->grid);
}

static void
on_since (BwStabilityCard *self)
{
  const guint selected = gtk_drop_down_get_selected (self->since);

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;

  self->from = selected;
  update (self);
}

static void
bw_stability_card_refresh (BwLive  *live,
                           BwChange changes)
{
  BwStabilityCard *self = BW_STABILITY_CARD (live);

  if (self->validating == NULL)
    {
      self->validating = g_object_ref (bw_validating_of (bw_live_get_workspace (live)));
      g_signal_connect_object (self->validating, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (bw_live_get_workspace (live), "data-changed", G_CALLBACK (forget), self,
                               G_CONNECT_SWAPPED);
    }
  if (changes & BW_CHANGE_DATA)
    update (self);
}

static void
bw_stability_card_dispose (GObject *object)
{
  BwStabilityCard *self = BW_STABILITY_CARD (object);

  stop (self);
  g_clear_object (&self->validating);
  g_clear_pointer (&self->results, bw_results_unref);

  G_OBJECT_CLASS (bw_stability_card_parent_class)->dispose (object);
}

static void
bw_stability_card_class_init (BwStabilityCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_stability_card_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_stability_card_refresh;

  g_type_ensure (BW_TYPE_VALIDATE_GRID);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/bellwether/bellwether/stability-card.ui");
  gtk_widget_class_bind_template_child_full (GTK_WIDGET_CLASS (klass), "head", FALSE, 0);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), BwStabilityCard, grid);
}

static void
bw_stability_card_init (BwStabilityCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->since = bw_choice_list_new (GTK_BOX (gtk_widget_get_template_child (
                                               GTK_WIDGET (self), BW_TYPE_STABILITY_CARD, "head")),
                                    _("Since"));
  g_signal_connect_object (self->since, "notify::selected", G_CALLBACK (on_since), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
}
