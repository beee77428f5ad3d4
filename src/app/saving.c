/* Files that are written in a worker, so that the window goes on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worker gets values of its own: what the user changes meanwhile is not in the file. While a
 * file is written the program does not end, even when its last window closes. */

#include "app/saving.h"

#include "app/hidden-names.h"
#include "score/export.h"
#include "score/movers-export.h"

typedef struct
{
  BwPicture picture;
  BwView    view;
  GFile    *file;
  char     *format; /* of a picture; NULL for scores, which are those of the view, or movers */
  GArray   *movers; /* of BwMover, between baseline and results of the view; NULL for all else */
  double   *kept;   /* by row, or NULL */
  gboolean  hides_names; /* of customers, in scores and movers */
} Job;

static BwResults *
ref_or_null (BwResults *results)
{
  return results == NULL ? NULL : bw_results_ref (results);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  bw_results_unref (job->view.results);
  g_clear_pointer (&job->view.baseline, bw_results_unref);
  g_clear_pointer (&job->view.before, bw_results_unref);
  g_clear_pointer (&job->view.history, bw_history_unref);
  g_clear_pointer (&job->view.marks, g_ptr_array_unref);
  if (job->view.validation != NULL)
    bw_validation_unref ((BwValidation *) job->view.validation);
  g_free ((char *) job->view.baseline_name);
  g_free ((char *) job->view.name);
  g_free ((char *) job->picture.title);
  g_free ((char *) job->picture.subtitle);
  g_free ((char *) job->picture.footer);
  g_free (job->format);
  g_clear_pointer (&job->movers, g_array_unref);
  g_free (job->kept);
  g_object_unref (job->file);
  g_free (job);
}

static void
rename_customers (BwResults **results,
                  BwPanel    *panel)
{
  BwResults *renamed = bw_results_with_panel (*results, panel);

  bw_results_unref (*results);
  *results = renamed;
}

/* Numbers the customers of a list in place of naming them. */
static void
hide_names (Job *job)
{
  const BwPrepared *prepared = bw_results_get_prepared (job->view.results);
  g_autoptr(BwPanel) hidden = bw_panel_with_hidden_names (bw_prepared_get_panel (prepared));

  rename_customers (&job->view.results, hidden);
  if (job->view.baseline != NULL)
    rename_customers (&job->view.baseline, hidden);
}

static void
write_file (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gboolean saved;

  if (job->hides_names)
    hide_names (job);
  if (job->movers != NULL)
    saved = bw_movers_save (job->view.baseline, job->view.results,
                            (const BwMover *) (gpointer) job->movers->data, job->movers->len,
                            job->kept, job->file, cancellable, &error);
  else if (job->format == NULL)
    saved = bw_scores_save (job->view.results, job->file, cancellable, &error);
  else
    saved = bw_picture_save (&job->picture, &job->view, job->file, job->format, &error);

  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes @job. */
static void
start (Job                *job,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_application_hold (g_application_get_default ());
  g_task_run_in_thread (task, write_file);
}

/**
 * bw_picture_save_async:
 * @view: whose results nobody changes any more: no drag is under way
 * @callback: calls bw_save_finish()
 *
 * Draws and writes the picture; everything given is copied.
 */
void
bw_picture_save_async (const BwPicture    *picture,
                       const BwView       *view,
                       GFile              *file,
                       const char         *format,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  Job *job = g_new0 (Job, 1);

  job->picture = *picture;
  job->picture.title = g_strdup (picture->title);
  job->picture.subtitle = g_strdup (picture->subtitle);
  job->picture.footer = g_strdup (picture->footer);
  job->view = *view;
  job->view.results = bw_results_ref (view->results);
  job->view.baseline = ref_or_null (view->baseline);
  job->view.before = ref_or_null (view->before);
  job->view.history = view->history == NULL ? NULL : bw_history_ref (view->history);
  job->view.baseline_name = g_strdup (view->baseline_name);
  job->view.name = g_strdup (view->name);
  job->view.marks = view->marks == NULL ? NULL : g_ptr_array_ref (view->marks);
  if (view->validation != NULL)
    job->view.validation = bw_validation_ref ((BwValidation *) view->validation);
  job->view.comparison = NULL; /* worked out anew: it is borrowed */
  job->file = g_object_ref (file);
  job->format = g_strdup (format);
  start (job, callback, user_data);
}

/**
 * bw_scores_save_async:
 * @results: which nobody changes any more: no drag is under way
 * @callback: calls bw_save_finish()
 *
 * Names customers or numbers them, as bw_hidden_names_get() says now.
 */
void
bw_scores_save_async (BwResults          *results,
                      GFile              *file,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  Job *job = g_new0 (Job, 1);

  job->view.results = bw_results_ref (results);
  job->file = g_object_ref (file);
  job->hides_names = bw_hidden_names_get ();
  start (job, callback, user_data);
}

/**
 * bw_movers_save_async:
 * @from: the one side, which nobody changes any more; @to: the other
 * @movers: (transfer full) (element-type BwMover): in the order that is wanted
 * @kept: (transfer full) (nullable): by row, the share of draws that keep its band
 * @callback: calls bw_save_finish()
 *
 * Names customers or numbers them, as bw_hidden_names_get() says now.
 */
void
bw_movers_save_async (BwResults          *from,
                      BwResults          *to,
                      GArray             *movers,
                      double             *kept,
                      GFile              *file,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  Job *job = g_new0 (Job, 1);

  job->view.results = bw_results_ref (to);
  job->view.baseline = bw_results_ref (from);
  job->movers = movers;
  job->kept = kept;
  job->file = g_object_ref (file);
  job->hides_names = bw_hidden_names_get ();
  start (job, callback, user_data);
}

/**
 * bw_save_finish:
 *
 * Has to be called, once, for each file.
 *
 * Returns: whether the file is written; else the old one, if any, is as it was
 */
gboolean
bw_save_finish (GAsyncResult *result,
                GError      **error)
{
  g_application_release (g_application_get_default ());

  return g_task_propagate_boolean (G_TASK (result), error);
}
