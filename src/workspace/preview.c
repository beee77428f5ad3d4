/* Some lines of a file as they stand in it, to be shown. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/preview.h"

#include <string.h>

#define MOST_FIELDS      50  /* of a line that are kept */
#define MOST_BYTES       200 /* of a field that are kept */
#define LINES_TO_LOOK_AT 1024

struct _BwPreview
{
  gatomicrefcount ref_count;

  GArray *lines; /* of BwPreviewLine */
  guint   n_fields;
};

/* What a worker is given. */
typedef struct
{
  GFile     *file;
  BwReading *reading;
  gsize      first_line;
  guint      n_lines;
} Wish;

/* What it is doing. */
typedef struct
{
  const Wish    *wish;
  BwPreview     *preview;
  BwPreviewLine  before; /* the last record before the wanted lines: it may reach into them */
  gsize          record;
  GCancellable  *cancellable;
} Look;

static void
clear_line (gpointer data)
{
  BwPreviewLine *line = data;

  for (guint i = 0; i < line->n_fields; i++)
    g_free (line->fields[i]);
  g_clear_pointer (&line->fields, g_free);
  line->n_fields = 0;
}

static BwPreview *
preview_new (void)
{
  BwPreview *self = g_new0 (BwPreview, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->lines = g_array_new (FALSE, FALSE, sizeof (BwPreviewLine));
  g_array_set_clear_func (self->lines, clear_line);

  return self;
}

BwPreview *
bw_preview_ref (BwPreview *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_preview_unref (BwPreview *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->lines);
  g_free (self);
}

guint
bw_preview_get_n_lines (const BwPreview *self)
{
  return self->lines->len;
}

/**
 * bw_preview_get_n_fields:
 *
 * Returns: how many fields the longest line has
 */
guint
bw_preview_get_n_fields (const BwPreview *self)
{
  return self->n_fields;
}

const BwPreviewLine *
bw_preview_get_line (const BwPreview *self,
                     guint            line)
{
  g_return_val_if_fail (line < self->lines->len, NULL);

  return &g_array_index (self->lines, BwPreviewLine, line);
}

/* @text as one line of valid UTF-8, cut short. */
static char *
dup_field (const char *text,
           gsize       length)
{
  char *field = g_utf8_make_valid (text, MIN (length, MOST_BYTES));

  for (char *p = field; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  if (length > MOST_BYTES)
    {
      g_autofree char *cut = field;

      field = g_strconcat (cut, "…", NULL);
    }

  return field;
}

static void
keep_line (BwPreviewLine     *line,
           const char *const *fields,
           const gsize       *lengths,
           guint              n_fields)
{
  line->n_fields = MIN (n_fields, MOST_FIELDS);
  line->n_more = n_fields - line->n_fields;
  line->fields = g_new0 (char *, line->n_fields + 1);
  for (guint i = 0; i < line->n_fields; i++)
    line->fields[i] = dup_field (fields[i], lengths[i]);
}

static void
take_line (Look          *look,
           BwPreviewLine *line)
{
  BwPreview *preview = look->preview;

  preview->n_fields = MAX (preview->n_fields, line->n_fields);
  g_array_append_val (preview->lines, *line);
  *line = (BwPreviewLine) { 0 };
}

static gboolean
on_record (const char *const *fields,
           const gsize       *lengths,
           guint              n_fields,
           gsize              line,
           gpointer           user_data)
{
  Look *look = user_data;
  const gsize from = look->wish->first_line;
  BwPreviewLine kept = { .record = look->record++, .line = line };

  if (look->record % LINES_TO_LOOK_AT == 0 && g_cancellable_is_cancelled (look->cancellable))
    return FALSE;
  if (line >= from + look->wish->n_lines)
    return FALSE;
  if (line + LINES_TO_LOOK_AT < from)
    return TRUE;

  keep_line (&kept, fields, lengths, n_fields);
  if (line < from)
    {
      clear_line (&look->before);
      look->before = kept;
      return TRUE;
    }
  if (look->preview->lines->len == 0 && line > from && look->before.line > 0)
    take_line (look, &look->before);
  take_line (look, &kept);

  return TRUE;
}

static void
wish_free (Wish *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->reading, bw_reading_free);
  g_free (self);
}

/* Runs in a worker thread: it sees the file alone. */
static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Wish *wish = task_data;
  g_autoptr(BwPreview) preview = preview_new ();
  g_autoptr(GError) error = NULL;
  Look look = { .wish = wish, .preview = preview, .cancellable = cancellable };
  gboolean done;

  done = bw_source_read_raw (wish->file, wish->reading, on_record, &look, cancellable, &error);
  if (done && preview->lines->len == 0 && look.before.line > 0)
    take_line (&look, &look.before);
  clear_line (&look.before);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (done)
    g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) bw_preview_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bw_preview_read_async:
 * @reading: how the file was read: encoding and dialect, found already
 * @first_line: the first physical line that is wanted, from 1
 * @n_lines: lines that are wanted
 *
 * Reads records as they stand in the file, in a worker. A record that begins before @first_line and
 * reaches into it is among them.
 */
void
bw_preview_read_async (GFile              *file,
                       const BwReading    *reading,
                       gsize               first_line,
                       guint               n_lines,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Wish *wish = g_new0 (Wish, 1);

  wish->file = g_object_ref (file);
  wish->reading = bw_reading_copy (reading);
  wish->first_line = MAX (first_line, 1);
  wish->n_lines = n_lines;
  g_task_set_source_tag (task, bw_preview_read_async);
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * bw_preview_read_finish:
 *
 * Returns: (transfer full): the lines, or %NULL with an error
 */
BwPreview *
bw_preview_read_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, bw_preview_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
