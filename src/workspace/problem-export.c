/* A list of problems as a CSV file for a person. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts come from files of unknown make, so they are guarded against being run as formulas. */

#include "workspace/problem-export.h"

#include "files/replace.h"
#include "table/csv.h"

#include <glib/gi18n-lib.h>

#define BLOCK_SIZE 65536

static const char *const severity_titles[] = {
  [BW_SEVERITY_NOTE] = N_("note"),
  [BW_SEVERITY_CELL] = N_("cell left empty"),
  [BW_SEVERITY_ROW] = N_("row set aside"),
};

/* What a worker is given. */
typedef struct
{
  BwReport *report;
  GArray   *indexes; /* of gsize */
  gboolean  texts;
  GFile    *file;
} Saving;

static void
append_header (GString *out)
{
  const char *const titles[] = {
    _("File"), _("Line"), _("Column number"), _("Column"), _("Text"), _("Problem"), _("Kind"),
    _("What became of it"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      bw_csv_append_guarded (out, titles[i]);
    }
  g_string_append_c (out, '\n');
}

static void
append_count (GString *out,
              gsize    count)
{
  if (count > 0)
    g_string_append_printf (out, "%" G_GSIZE_FORMAT, count);
  g_string_append_c (out, ',');
}

static void
append_text (GString    *out,
             const char *text,
             char        after)
{
  bw_csv_append_guarded (out, text != NULL ? text : "");
  g_string_append_c (out, after);
}

/* @texts: whether what quotes the file is written too */
static void
append_problem (GString         *out,
                const BwProblem *problem,
                gboolean         texts)
{
  append_text (out, problem->file, ',');
  append_count (out, problem->line);
  append_count (out, problem->column);
  append_text (out, problem->header, ',');
  append_text (out, texts ? problem->text : NULL, ',');
  append_text (out, texts ? problem->what : NULL, ',');
  append_text (out, bw_problem_kind_get_title (problem->kind), ',');
  append_text (out, _(severity_titles[problem->severity]), '\n');
}

static gboolean
flush (GString       *out,
       GOutputStream *stream,
       GCancellable  *cancellable,
       GError       **error)
{
  const gboolean written = g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable,
                                                      error);

  g_string_truncate (out, 0);

  return written;
}

static gboolean
write_all (const Saving  *self,
           GOutputStream *stream,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GString) out = g_string_sized_new (BLOCK_SIZE + 4096);

  append_header (out);
  for (guint i = 0; i < self->indexes->len; i++)
    {
      append_problem (out, bw_report_get_problem (self->report,
                                                  g_array_index (self->indexes, gsize, i)),
                      self->texts);
      if (out->len >= BLOCK_SIZE && !flush (out, stream, cancellable, error))
        return FALSE;
    }

  return flush (out, stream, cancellable, error);
}

/* Runs in a worker thread: it sees values alone. */
static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Saving *self = task_data;
  g_autoptr(GError) error = NULL;
  GOutputStream *stream = bw_replace_begin (self->file, &error);

  if (stream != NULL && bw_replace_end (stream, write_all (self, stream, cancellable, &error), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
saving_free (Saving *self)
{
  bw_report_unref (self->report);
  g_array_unref (self->indexes);
  g_object_unref (self->file);
  g_free (self);
}

/**
 * bw_problem_list_save_async:
 * @list: what to save, in its order
 * @texts: whether texts of the imported files are written, which may name customers
 *
 * Writes the problems in a worker.
 */
void
bw_problem_list_save_async (BwProblemList      *list,
                            gboolean            texts,
                            GFile              *file,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  Saving *saving = g_new0 (Saving, 1);

  saving->report = bw_report_ref (bw_problem_list_get_report (list));
  saving->texts = texts;
  saving->file = g_object_ref (file);
  saving->indexes = g_array_sized_new (FALSE, FALSE, sizeof (gsize), n);
  for (guint i = 0; i < n; i++)
    {
      const gsize index = bw_problem_list_get_index (list, i);

      g_array_append_val (saving->indexes, index);
    }
  g_task_set_source_tag (task, bw_problem_list_save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
bw_problem_list_save_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, bw_problem_list_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
