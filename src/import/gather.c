/* Records come in, columns of cells pile up; rows that cannot be used go into the report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gather.h"

#include "import/record.h"
#include "import/run.h"
#include "import/sift.h"
#include "import/formula.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROWS_PER_TELL 8192 /* between two words on how far it is */
#define MANY_TITLES   30 /* records above a table */
#define FEW_CELLS     3  /* of a title, in a table of any width */

typedef struct
{
  BwGather       *gather;
  const BwLayout *layout;
  BwSift         *sift;
  BwFormulas       *formulas; /* or NULL */
} Taker;

static void
tell_row (BwGather       *self,
          BwSeverity      severity,
          BwProblemKind   kind,
          const BwRecord *record,
          const char     *what)
{
  const BwProblem problem = {
    .severity = severity,
    .file = self->file,
    .line = record->line,
    .what = what,
    .kind = kind,
  };

  bw_run_add (self->runs[kind == BW_PROBLEM_QUOTE], &problem);
}

static void
set_aside (BwGather       *self,
           BwProblemKind   kind,
           const BwRecord *record,
           const char     *what)
{
  g_autofree char *text = bw_record_dup_first_text (record);
  const BwProblem problem = {
    .severity = BW_SEVERITY_ROW,
    .file = self->file,
    .line = record->line,
    .text = text,
    .what = what,
    .kind = kind,
  };

  self->n_aside++;
  bw_report_add (self->report, &problem);
}

static void
set_long_aside (BwGather       *self,
                const BwRecord *record,
                guint           width)
{
  g_autofree char *what =
    /* TRANSLATORS: first how many fields the row has, then how many columns the table has */
    g_strdup_printf (_("Row set aside: fields found %u, columns %u"), record->n_fields, width);

  self->n_aside++;
  self->n_long++;
  tell_row (self, BW_SEVERITY_ROW, BW_PROBLEM_LONG_ROW, record, what);
}

static void
set_other_aside (BwGather       *self,
                 const BwRecord *record,
                 gsize           line)
{
  g_autofree char *what =
    /* TRANSLATORS: what is put in is the number of a line in the file */
    g_strdup_printf (_("Row set aside: another table begins in line %zu"), line);

  set_aside (self, BW_PROBLEM_OTHER_TABLE, record, what);
}

/* What spreadsheets leave below a table: delimiters and nothing else. */
static void
set_empty_aside (BwGather       *self,
                 const BwRecord *record)
{
  self->n_empty++;
  tell_row (self, BW_SEVERITY_ROW, BW_PROBLEM_EMPTY_ROW, record,
            _("Row set aside: there is nothing in it"));
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

  tell_row (self, BW_SEVERITY_CELL, BW_PROBLEM_SHORT_ROW, record, what);
}

static void
add_row (BwGather       *self,
         const BwRecord *record)
{
  bw_filler_add (self->filler, record, bw_record_mark_length (record));
  bw_lines_add (self->lines, record->line);
  self->n_rows++;
}

/* A row longer than the table has moved cells, and is set aside. A short row is used as far as it
 * goes. */
static void
use_row (Taker          *taker,
         const BwRecord *record)
{
  const guint width = taker->layout->width;

  if (record->n_fields > width && !bw_record_is_empty_behind (record, width))
    {
      set_long_aside (taker->gather, record, width);
      return;
    }
  if (record->n_fields < width)
    tell_short (taker->gather, record, width);
  add_row (taker->gather, record);
}

/* Carries out what the sieve found. */
static void
obey (const BwRecord *record,
      const BwRow    *row,
      BwVerdict       verdict,
      gpointer        user_data)
{
  Taker *taker = user_data;
  BwGather *self = taker->gather;

  switch (verdict)
    {
    case BW_VERDICT_NOTE:
      set_aside (self, BW_PROBLEM_NOTE_ROW, record, _("Row set aside: a note, no data"));
      break;

    case BW_VERDICT_TOTAL:
      set_aside (self, BW_PROBLEM_TOTAL_ROW, record, _("Row set aside: sums of other rows"));
      break;

    case BW_VERDICT_AGAIN:
      set_aside (self, BW_PROBLEM_HEADER_AGAIN, record, _("Row set aside: the header again"));
      break;

    case BW_VERDICT_OTHER:
      set_other_aside (self, record, bw_sift_get_other_line (taker->sift));
      break;

    case BW_VERDICT_ROW:
    default:
      use_row (taker, record);
    }
}

static void
set_blank_aside (Taker          *taker,
                 const BwRecord *record,
                 gboolean        beside)
{
  bw_sift_blank (taker->sift);
  if (record->n_fields > 0 && !beside)
    set_empty_aside (taker->gather, record);
}

/* A table beside this one is told once, as a whole: here its fields are cut off. */
static gboolean
cut_beside (const BwLayout *layout,
            BwRecord       *record)
{
  if (layout->beside == layout->record_width || record->n_fields <= layout->width
      || record->n_fields > layout->record_width)
    return FALSE;
  record->n_fields = layout->width;

  return TRUE;
}

static void
take_record (Taker    *taker,
             BwRecord *record)
{
  const gboolean beside = cut_beside (taker->layout, record);

  if (taker->formulas != NULL)
    bw_formulas_open (taker->formulas, record);
  if (record->unclosed)
    tell_row (taker->gather, BW_SEVERITY_NOTE, BW_PROBLEM_QUOTE, record,
              _("A quote opens here and never closes; the line was read as if it had none"));

  if (record->n_fields > 0 && bw_sift_is_plain (taker->sift, record))
    use_row (taker, record);
  else if (bw_record_is_mark (record))
    bw_sift_blank (taker->sift);
  else if (bw_record_is_empty_behind (record, 0))
    set_blank_aside (taker, record, beside);
  else
    bw_sift_take (taker->sift, record);
}

static gboolean
is_header_again (const BwLayout *layout,
                 const BwRecord *record)
{
  const BwRow *head = bw_peek_at (layout->heads, layout->heads->len - 1);

  for (guint i = 0; i < record->n_fields; i++)
    {
      if (i >= head->n_fields || strcmp (record->fields[i], head->fields[i]) != 0)
        return FALSE;
    }

  return record->n_fields == head->n_fields;
}

/* Whether what stands above the table is as full as its rows, and of their kind. */
static gboolean
may_be_row (const BwLayout *layout,
            const BwRecord *record)
{
  BwRow row;
  BwFit fit;

  bw_row_init (&row, record);
  bw_profile_fit (layout->profile, &row, &fit);
  bw_row_clear (&row);

  return fit.n_unlike == 0 && fit.n_like > FEW_CELLS && fit.n_like * 2 > layout->width;
}

/* What is above the table is told as a whole, but for what may be rows, and more than titles are. */
static void
pass_above (BwGather       *self,
            const BwLayout *layout,
            const BwRecord *record)
{
  const gsize above = layout->header >= 0 ? (gsize) layout->header : layout->first_row;

  if (!bw_record_is_empty_behind (record, 0)
      && (above > MANY_TITLES || may_be_row (layout, record)))
    set_aside (self, BW_PROBLEM_NOTE_ROW, record, _("Row set aside: it stands above the table"));
}

/* What stands between the header and the first row says what the columns are. */
static void
pass_record (BwGather       *self,
             const BwLayout *layout,
             const BwRecord *record,
             gsize           index)
{
  if (layout->header < 0 || index < (gsize) layout->header)
    {
      pass_above (self, layout, record);
      return;
    }
  if (index < (gsize) layout->header + layout->n_header_rows || bw_record_is_empty_behind (record, 0))
    return;

  if (is_header_again (layout, record))
    set_aside (self, BW_PROBLEM_HEADER_AGAIN, record, _("Row set aside: the header again"));
  else
    set_aside (self, BW_PROBLEM_NOTE_ROW, record, _("Row set aside: it describes the columns"));
}

static void
end_runs (BwGather *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->runs); i++)
    g_clear_pointer (&self->runs[i], bw_run_free);
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
  g_autoptr(BwSift) sift = NULL;
  g_autoptr(BwFormulas) formulas = layout->wrapped ? bw_formulas_new () : NULL;
  g_autoptr(GError) failure = NULL;
  Taker taker = { self, layout, NULL, formulas };
  BwRecord record;
  gsize index = 0;

  self->file = bw_input_get_name (text->input);
  self->report = report;
  for (guint i = 0; i < G_N_ELEMENTS (self->runs); i++)
    self->runs[i] = bw_run_new (report);
  self->lines = bw_lines_new ();
  self->cells = g_ptr_array_new ();
  for (guint i = 0; i < layout->width; i++)
    g_ptr_array_add (self->cells, bw_cells_new ());
  self->filler = bw_filler_new ((BwCells *const *) self->cells->pdata, layout->width, 0);

  taker.sift = sift = bw_sift_new (layout, self->cells, self->filler, obey, &taker);
  bw_records_set_width (text->records, layout->record_width);
  for (; bw_records_next (text->records, &record, &failure); index++)
    {
      if (index >= layout->first_row)
        take_record (&taker, &record);
      else
        pass_record (self, layout, &record, index);
      if (index % ROWS_PER_TELL == 0)
        tell_progress (self, text, progress, user_data);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, bw_text_blame (text, g_steal_pointer (&failure)));
      return NULL;
    }
  bw_sift_finish (sift);
  end_runs (self);
  bw_filler_finish (self->filler);
  g_clear_pointer (&self->filler, bw_filler_free);
  tell_progress (self, text, progress, user_data);

  return g_steal_pointer (&self);
}

void
bw_gather_free (BwGather *self)
{
  g_clear_pointer (&self->filler, bw_filler_free);
  end_runs (self);
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (g_ptr_array_index (self->cells, i) != NULL)
        bw_cells_free (g_ptr_array_index (self->cells, i));
    }
  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->lines, bw_lines_free);
  g_free (self);
}
