/* The customers that fooled a score, with its reasons 90, 60 and 30 days before. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each snapshot that somebody is looked at in is scored once. */

#include "app/fooled.h"

#include "chart/words.h"
#include "files/replace.h"
#include "format/format.h"
#include "score/explain.h"
#include "table/csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_REASONS 3
#define LEAST_POINTS 0.05

static const int leads[BW_N_PASTS] = { 90, 60, 30 };

/**
 * bw_fooled_get_lead:
 *
 * Returns: how many days before the outcome a past is, at least
 */
int
bw_fooled_get_lead (guint past)
{
  return leads[past];
}

static void
fooled_free (gpointer data)
{
  BwFooledCustomer *self = data;

  for (guint i = 0; i < BW_N_PASTS; i++)
    g_free (self->pasts[i].reasons);
  g_free (self);
}

/* "Active users 34 %: −8.1; NPS 9: +2.0" */
static char *
say_reasons (const BwResults *results,
             gsize            row)
{
  g_autoptr(BwExplanation) explanation = NULL;
  BwPrepared *prepared = bw_results_get_prepared (results);
  const BwModel *model = bw_results_get_model (results);
  GString *text = g_string_new (NULL);

  if (isnan (bw_results_get_score (results, row)))
    return g_string_free (g_string_append (text, _("Not enough data")), FALSE);

  explanation = bw_explain (results, row);
  for (guint i = 0; i < MIN (explanation->n_reasons, MOST_REASONS); i++)
    {
      const BwReason *reason = &explanation->reasons[i];
      g_autofree char *raw = bw_words_raw (model, bw_prepared_get_panel (prepared),
                                           bw_prepared_get_snapshot (prepared), reason->metric, reason->raw);
      g_autofree char *points = bw_format_signed (reason->points, 1);

      if (fabs (reason->points) >= LEAST_POINTS)
        /* TRANSLATORS: a metric, its value, and its points: “Active users 34 %: −8.1” */
        g_string_append_printf (text, _("%s%s %s: %s"), text->len > 0 ? "; " : "",
                                bw_model_get_metric (model, reason->metric)->name, raw, points);
    }
  if (explanation->rule != 0)
    {
      g_autofree char *points = bw_format_signed (explanation->rule, 1);

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", _("Caps and floors"), points);
    }

  return g_string_free (text, FALSE);
}

static void
fill_past (BwPast          *past,
           const BwResults *results,
           gsize            row)
{
  BwPrepared *prepared = bw_results_get_prepared (results);

  past->known = TRUE;
  past->date = bw_snapshot_get_date (bw_panel_get_snapshot (bw_prepared_get_panel (prepared),
                                                            bw_prepared_get_snapshot (prepared)));
  past->score = bw_results_get_score (results, row);
  past->band = bw_results_get_band (results, row);
  past->reasons = say_reasons (results, row);
}

/* What was known of them in @snapshot, at each lead that is judged by it. */
static gboolean
look_at (guint         snapshot,
         BwModel      *model,
         BwPanel      *panel,
         BwCohort    **cohorts,
         GHashTable   *wanted,
         GCancellable *cancellable)
{
  g_autoptr(BwResults) results = NULL;

  for (guint i = 0; i < BW_N_PASTS; i++)
    {
      for (gsize k = 0; cohorts[i] != NULL && k < bw_cohort_get_n_rows (cohorts[i]); k++)
        {
          const BwJudgedRow *judged = bw_cohort_get_row (cohorts[i], k);
          BwFooledCustomer *fooled = judged->snapshot != snapshot ? NULL
                                     : g_hash_table_lookup (wanted, GUINT_TO_POINTER (judged->customer));

          if (fooled == NULL || fooled->pasts[i].known)
            continue;
          if (results == NULL)
            {
              g_autoptr(BwPrepared) prepared = bw_prepared_new (model, panel, snapshot, NULL, cancellable);

              if (prepared == NULL)
                return FALSE;
              results = bw_results_new (prepared, model);
            }
          fill_past (&fooled->pasts[i], results, judged->row);
        }
    }

  return !g_cancellable_is_cancelled (cancellable);
}

/* Those who are judged at each lead; where the outcome has no day, the rows that were judged. */
static void
make_cohorts (const BwValidation *validation,
              BwCohort          **cohorts)
{
  BwCohort *judged = bw_validation_get_cohort (validation);

  if (!bw_cohort_forecasts (judged))
    {
      cohorts[BW_N_PASTS - 1] = bw_cohort_ref (judged);
      return;
    }

  for (guint i = 0; i < BW_N_PASTS; i++)
    {
      const BwCohortChoice choice = { BW_JUDGE_ONCE, leads[i], BW_COHORT_SPAN };

      cohorts[i] = bw_cohort_new (bw_cohort_get_outcome (judged), &choice, NULL);
      if (cohorts[i] != NULL && !bw_cohort_forecasts (cohorts[i]))
        g_clear_pointer (&cohorts[i], bw_cohort_unref);
    }
}

/**
 * bw_fooled_list:
 * @segment: of the validation's model, or %BW_ALL_SEGMENTS
 * @left: whether those are wanted who left from the highest band; else those who stayed in the lowest
 * @n_all: (out): how many there are
 *
 * Cost: scores each snapshot that one of them is looked at in.
 *
 * Returns: (transfer full) (nullable) (element-type BwFooledCustomer): at most @most, those with most
 *   money first; %NULL only where cancelled
 */
GPtrArray *
bw_fooled_list (const BwValidation *validation,
                guint               segment,
                gboolean            left,
                guint               most,
                guint              *n_all,
                GCancellable       *cancellable)
{
  BwCohort *cohort = bw_validation_get_cohort (validation);
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (cohort));
  BwModel *model = bw_results_get_model (bw_validation_get_results (validation));
  g_autoptr(GArray) rows = left ? bw_validation_list_green_but_left (validation, segment)
                                : bw_validation_list_red_but_stayed (validation, segment);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (fooled_free);
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL); /* where every snapshot is judged, a customer has several rows */
  BwCohort *cohorts[BW_N_PASTS] = { NULL };
  gboolean whole = TRUE;

  for (guint i = 0; i < rows->len; i++)
    {
      const BwFooled *fooled = &g_array_index (rows, BwFooled, i);
      const guint customer = bw_cohort_get_row (cohort, fooled->row)->customer;
      BwFooledCustomer *one;

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (customer)) || list->len >= most)
        continue;
      one = g_new0 (BwFooledCustomer, 1);
      one->customer = customer;
      one->money = fooled->money;
      g_ptr_array_add (list, one);
      g_hash_table_insert (wanted, GUINT_TO_POINTER (one->customer), one);
    }

  *n_all = g_hash_table_size (seen);
  make_cohorts (validation, cohorts);
  for (guint i = 0; whole && list->len > 0 && i < bw_panel_get_n_snapshots (panel); i++)
    whole = look_at (i, model, panel, cohorts, wanted, cancellable);
  for (guint i = 0; i < BW_N_PASTS; i++)
    g_clear_pointer (&cohorts[i], bw_cohort_unref);

  return whole ? g_steal_pointer (&list) : NULL;
}

static void
append_past (GString       *out,
             const BwModel *model,
             const BwPast  *past)
{
  g_string_append_c (out, ',');
  if (past->known && !isnan (past->date))
    bw_csv_append_date (out, past->date);
  g_string_append_c (out, ',');
  if (past->known)
    bw_csv_append_fixed (out, past->score, 6);
  g_string_append_c (out, ',');
  if (past->known)
    bw_csv_append_guarded (out, bw_words_band (model, past->band));
  g_string_append_c (out, ',');
  if (past->known)
    bw_csv_append_guarded (out, past->reasons);
}

/* Where the outcome has no day, the one state that is judged is of no day before it. */
static void
append_header (GString *out,
               gboolean forecasts)
{
  g_string_append (out, "list,customer,name,money,left_on");
  if (!forecasts)
    g_string_append (out, ",date,score,band,reasons");
  for (guint i = 0; forecasts && i < BW_N_PASTS; i++)
    g_string_append_printf (out, ",date_%1$d,score_%1$d,band_%1$d,reasons_%1$d", leads[i]);
  g_string_append_c (out, '\n');
}

/**
 * bw_fooled_name:
 * @left: whether it is those who left in spite of a high score
 *
 * Returns: (transfer full): what the list is called, with the bands' own names: "Healthy but Left"
 */
char *
bw_fooled_name (const BwModel *model,
                gboolean       left)
{
  /* TRANSLATORS: %s is the highest band: "Healthy but Left" */
  return left ? g_strdup_printf (_("%s but Left"), bw_words_band (model, bw_model_get_n_bands (model) - 1))
         /* TRANSLATORS: %s is the lowest band: "At risk but Stayed" */
              : g_strdup_printf (_("%s but Stayed"), bw_words_band (model, 0));
}

/**
 * bw_fooled_to_csv:
 * @left: which list it is
 * @named: the panel that customers are named by
 *
 * Returns: (transfer full): a line a customer, as the agenda of a review
 */
char *
bw_fooled_to_csv (const BwValidation *validation,
                  const GPtrArray    *fooled,
                  gboolean            left,
                  BwPanel            *named)
{
  const BwModel *model = bw_results_get_model (bw_validation_get_results (validation));
  const gboolean forecasts = bw_cohort_forecasts (bw_validation_get_cohort (validation));
  const BwOutcome *outcome = bw_cohort_get_outcome (bw_validation_get_cohort (validation));
  g_autofree char *list = bw_fooled_name (model, left);
  GString *out = g_string_new (NULL);

  append_header (out, forecasts);
  for (guint i = 0; i < fooled->len; i++)
    {
      const BwFooledCustomer *one = g_ptr_array_index (fooled, i);

      const double day = bw_outcome_get_day (outcome, one->customer);

      bw_csv_append_guarded (out, list);
      g_string_append_c (out, ',');
      bw_csv_append_guarded (out, bw_panel_get_key (named, one->customer));
      g_string_append_c (out, ',');
      bw_csv_append_guarded (out, bw_panel_get_name (named, one->customer));
      g_string_append_c (out, ',');
      bw_csv_append_number (out, one->money);
      g_string_append_c (out, ',');
      if (!isnan (day))
        bw_csv_append_date (out, day);
      for (guint k = forecasts ? 0 : BW_N_PASTS - 1; k < BW_N_PASTS; k++)
        append_past (out, model, &one->pasts[k]);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* Values that the worker reads. */
typedef struct
{
  BwValidation *validation;
  guint         segment;
  gboolean      left;
  gboolean      hides_names;
  GFile        *file;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  bw_validation_unref (self->validation);
  g_object_unref (self->file);
  g_free (self);
}

/* Runs in a worker thread. */
static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *self = task_data;
  BwPanel *panel =
    bw_outcome_get_panel (bw_cohort_get_outcome (bw_validation_get_cohort (self->validation)));
  g_autoptr(BwPanel) named = self->hides_names ? bw_panel_with_hidden_names (panel) : bw_panel_ref (panel);
  guint n_all;
  g_autoptr(GPtrArray) fooled =
    bw_fooled_list (self->validation, self->segment, self->left, G_MAXUINT, &n_all, NULL);
  g_autofree char *text = bw_fooled_to_csv (self->validation, fooled, self->left, named);
  GError *error = NULL;

  if (bw_replace_text (self->file, text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * bw_fooled_save_async:
 * @hides_names: whether customers are numbered in place of being named
 * @callback: calls bw_fooled_save_finish()
 *
 * Writes all of them as CSV, in a worker; the program does not end before.
 */
void
bw_fooled_save_async (BwValidation       *validation,
                      guint               segment,
                      gboolean            left,
                      gboolean            hides_names,
                      GFile              *file,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->validation = bw_validation_ref (validation);
  job->segment = segment;
  job->left = left;
  job->hides_names = hides_names;
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, bw_fooled_save_async);
  g_task_set_task_data (task, job, job_free);
  g_application_hold (g_application_get_default ());
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * bw_fooled_save_finish:
 *
 * Returns: whether the file was written; else it is as it was
 */
gboolean
bw_fooled_save_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, bw_fooled_save_async), FALSE);

  g_application_release (g_application_get_default ());

  return g_task_propagate_boolean (G_TASK (result), error);
}
