/* Records come in, columns of cells pile up; rows that cannot be used go into the report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gather.h"

#include "import/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROWS_PER_TELL 8192

static void
tell_row (BwGather       *self,
          BwSeverity      severity,
          const BwRecord *record,
          const char     *what)
{
  const BwProblem problem = {
    .severity = severity,
    .file = self->file,
    .line = record->line,
    .what = what,
  };

  bw_report_add (self->report, &problem);
}

static gboolean
is_empty_behind (const BwRecord *record,
                 guint           from)
{
  for (guint i = from; i < record->n_fields; i++)
    {
      if (!bw_is_blank (record->fields[i], record->lengths[i]))
        return FALSE;
    }

  return TRUE;
}

static void
set_aside (BwGather       *self,
           const BwRecord *record,
           guint           width)
{
  g_autofree char *what =
    /* TRANSLATORS: first how many fields the row has, then how many columns the table has */
    g_strdup_printf (_("Row set aside: fields found %u, columns %u"), record->n_fields, width);

  self->n_aside++;
  tell_row (self, BW_SEVERITY_ROW, record, what);
}

/* What spreadsheets leave below a table: delimiters and nothing else. */
static void
set_empty_aside (BwGather       *self,
                 const BwRecord *record)
{
  self->n_empty++;
  tell_row (self, BW_SEVERITY_ROW, record, _("Row set aside: there is nothing in it"));
}

static void
tell_short (BwGather       *self,
            const BwRecord *record,
            guint           width)
{
  g_autofree char *what =
    /* TRANSLATORS: first how many fields the row has, then how many columns the table has */
    g_strdup_printf (_("Short row: fields found %u, columns %u; the rest is taken as missing"),
                     record->n_fields, width);

  tell_row (self, BW_SEVERITY_CELL, record, what);
}

/* Bytes of the byte order mark that stands inside a file where one was put behind another. */
static gsize
mark_length (const BwRecord *record)
{
  return record->lengths[0] >= 3 && memcmp (record->fields[0], "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static void
add_row (BwGather       *self,
         const BwRecord *record)
{
  bw_filler_add (self->filler, record, mark_length (record));
  bw_lines_add (self->lines, record->line);
  self->n_rows++;
}

/* A row longer than the table has moved cells, and one that is a lone cell is a note below it:
 * both are set aside. A short row is used as far as it goes. */
static void
take_record (BwGather       *self,
             const BwRecord *record,
             guint           width)
{
  if (record->n_fields == 0)
    return;
  if (is_empty_behind (record, 0))
    {
      set_empty_aside (self, record);
      return;
    }

  if (record->unclosed)
    tell_row (self, BW_SEVERITY_NOTE, record,
              _("A quote opens here and never closes; the line was read as if it had none"));

  if ((record->n_fields > width && !is_empty_behind (record, width))
      || (record->n_fields == 1 && width >= 3))
    {
      set_aside (self, record, width);
      return;
    }
  if (record->n_fields < width)
    tell_short (self, record, width);
  add_row (self, record);
}

static void
tell_progress (const BwGather *self,
               const BwText   *text,
               BwProgressFunc  progress,
               gpointer        user_data)
{
  if (progress != NULL)
    progress (bw_input_get_position (text->input), bw_input_get_total (text->input),
              self->n_rows, user_data);
}

/**
 * bw_gather:
 * @text: at its start
 * @report: where rows are told that are not used, or not wholly
 *
 * Returns: (transfer full): all rows of @text, or %NULL with @error set
 */
BwGather *
bw_gather (BwText         *text,
           const BwLayout *layout,
           BwReport       *report,
           BwProgressFunc  progress,
           gpointer        user_data,
           GError        **error)
{
  g_autoptr(BwGather) self = g_new0 (BwGather, 1);
  g_autoptr(GError) failure = NULL;
  BwRecord record;
  gsize index = 0;

  self->file = bw_input_get_name (text->input);
  self->report = report;
  self->lines = bw_lines_new ();
  self->cells = g_ptr_array_new ();
  for (guint i = 0; i < layout->width; i++)
    g_ptr_array_add (self->cells, bw_cells_new ());
  self->filler = bw_filler_new ((BwCells *const *) self->cells->pdata, layout->width, 0);

  bw_records_set_width (text->records, layout->width);
  for (; bw_records_next (text->records, &record, &failure); index++)
    {
      if (index >= layout->first_row)
        take_record (self, &record, layout->width);
      if (index % ROWS_PER_TELL == 0)
        tell_progress (self, text, progress, user_data);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, bw_text_blame (text, g_steal_pointer (&failure)));
      return NULL;
    }
  bw_filler_finish (self->filler);
  g_clear_pointer (&self->filler, bw_filler_free);
  tell_progress (self, text, progress, user_data);

  return g_steal_pointer (&self);
}

void
bw_gather_free (BwGather *self)
{
  g_clear_pointer (&self->filler, bw_filler_free);
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (g_ptr_array_index (self->cells, i) != NULL)
        bw_cells_free (g_ptr_array_index (self->cells, i));
    }
  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->lines, bw_lines_free);
  g_free (self);
}
