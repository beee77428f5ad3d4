/* One sheet of a workbook as CSV: UTF-8, commas, double quotes, a record for each row of the sheet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are made as they are asked for, so that a sheet of any size fits. The first of them are made
 * ahead to learn how wide the table is: like the program that made the sheet would, every row is
 * then filled up with empty fields to that width. Which cells are merged is written behind all rows
 * of a sheet, so it is unpacked once before for that. */

#include "bytes/sheet-text.h"

#include "bytes/book-repeats.h"
#include "bytes/book-rows.h"
#include "bytes/part.h"
#include "report/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD_SIZE (256 * 1024)                  /* of rows, before the width is settled */
#define TEXT_MAX  (G_GUINT64_CONSTANT (8) << 30) /* no sheet that a program fills has half of it */

/* A row of the head, before the width is known. */
typedef struct
{
  gsize end; /* of its fields in the text */
  guint n_fields;
} HeadRow;

struct _BwSheetText
{
  BwWorkbook        *book;
  const BwBookSheet *sheet;
  BwReport          *report;
  BwBookRepeats     *repeats;

  BwPart     *part;
  BwBookRows *rows;
  guint       n_lines;
  guint       width;
  GArray     *head;     /* or NULL once the width is settled */
  GString    *text;
  gsize       pos;
  guint64     n_given;
  gboolean    at_end;

  gsize n_hidden;       /* rows */
  guint first_hidden;
};

static void
note (BwSheetText  *self,
      guint         line,
      BwProblemKind kind,
      const char   *what)
{
  const BwProblem problem = {
    .severity = BW_SEVERITY_NOTE,
    .file = bw_archive_get_file_name (self->book->archive),
    .line = line,
    .what = what,
    .kind = kind,
  };

  bw_report_add (self->report, &problem);
}

static gboolean
start (BwSheetText *self,
       GError     **error)
{
  g_clear_pointer (&self->rows, bw_book_rows_free);
  g_clear_pointer (&self->part, bw_part_close);
  g_clear_pointer (&self->report, bw_report_unref);
  g_clear_pointer (&self->head, g_array_unref);

  self->part = bw_part_open (self->book->archive, self->sheet->path, error);
  if (self->part == NULL)
    return FALSE;

  self->report = bw_report_new ();
  self->rows = bw_book_rows_new (self->book, self->part->xml, self->report);
  self->head = g_array_new (FALSE, FALSE, sizeof (HeadRow));
  bw_book_repeats_start (self->repeats);
  g_string_truncate (self->text, 0);
  self->n_lines = 0;
  self->width = 0;
  self->pos = 0;
  self->n_given = 0;
  self->at_end = FALSE;
  self->n_hidden = 0;

  return TRUE;
}

/**
 * bw_sheet_text_new:
 * @book: must outlive the text
 * @sheet: one of its sheets
 *
 * Returns: (transfer full): the sheet's text, at its start, or %NULL with @error set
 */
BwSheetText *
bw_sheet_text_new (BwWorkbook        *book,
                   const BwBookSheet *sheet,
                   GError           **error)
{
  g_autoptr(BwSheetText) self = g_new0 (BwSheetText, 1);
  g_autoptr(BwPart) part = NULL;

  self->book = book;
  self->sheet = sheet;
  self->text = g_string_new (NULL);
  part = bw_part_open (book->archive, sheet->path, error);
  if (part == NULL)
    return NULL;
  self->repeats = bw_book_repeats_new (part->xml, error);
  if (self->repeats == NULL || !start (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bw_sheet_text_free (BwSheetText *self)
{
  g_clear_pointer (&self->rows, bw_book_rows_free);
  g_clear_pointer (&self->part, bw_part_close);
  g_clear_pointer (&self->report, bw_report_unref);
  g_clear_pointer (&self->repeats, bw_book_repeats_free);
  g_clear_pointer (&self->head, g_array_unref);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append_commas (GString *text,
               guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, ',');
}

static void
append_row (BwSheetText     *self,
            const BwBookRow *row)
{
  guint n_commas = 0;

  for (; self->n_lines + 1 < row->number; self->n_lines++)
    {
      g_string_append_c (self->text, '\n');
      if (self->head != NULL)
        g_array_append_val (self->head, ((HeadRow) { self->text->len - 1, 0 }));
    }
  self->n_lines++;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const BwBookCell *cell = &g_array_index (row->cells, BwBookCell, i);

      append_commas (self->text, cell->column - n_commas);
      n_commas = cell->column;
      g_string_append_len (self->text, row->fields->str + cell->start, cell->length);
    }
  if (self->head != NULL)
    g_array_append_val (self->head, ((HeadRow) { self->text->len, n_commas + 1 }));
  else if (n_commas + 1 < self->width)
    append_commas (self->text, self->width - n_commas - 1);
  g_string_append_c (self->text, '\n');
}

/* Fills the rows made so far up to the width of the widest. */
static void
settle (BwSheetText *self)
{
  GString *text = g_string_sized_new (self->text->len * 2);
  gsize start = 0;

  for (guint i = 0; i < self->head->len; i++)
    self->width = MAX (self->width, g_array_index (self->head, HeadRow, i).n_fields);
  for (guint i = 0; i < self->head->len; i++)
    {
      const HeadRow *row = &g_array_index (self->head, HeadRow, i);

      g_string_append_len (text, self->text->str + start, row->end - start);
      if (row->n_fields > 0)
        append_commas (text, self->width - row->n_fields);
      g_string_append_c (text, '\n');
      start = row->end + 1;
    }
  g_string_free (self->text, TRUE);
  self->text = text;
  g_clear_pointer (&self->head, g_array_unref);
}

static void
note_rows (BwSheetText *self)
{
  guint line;
  const gsize n_repeated = bw_book_repeats_count (self->repeats, &line);
  g_autofree char *hidden =
    g_strdup_printf (ngettext ("%zu row is hidden in the workbook; it was read as well",
                               "%zu rows are hidden in the workbook; they were read as well",
                               self->n_hidden), self->n_hidden);
  g_autofree char *repeated =
    g_strdup_printf (ngettext ("Merged cells: their value was repeated in %zu cell below",
                               "Merged cells: their value was repeated in %zu cells below",
                               n_repeated), n_repeated);

  if (self->n_hidden > 0)
    note (self, self->first_hidden, BW_PROBLEM_OTHER, hidden);
  if (n_repeated > 0)
    note (self, line, BW_PROBLEM_OTHER, repeated);
}

/* Makes the next row. Rows without anything become lines only when one with something follows. */
static gboolean
make_row (BwSheetText *self,
          GError     **error)
{
  g_autoptr(GError) failure = NULL;
  BwBookRow *row = bw_book_rows_next (self->rows, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (row == NULL)
    {
      self->at_end = TRUE;
      note_rows (self);
      return TRUE;
    }
  if (row->cells->len == 0)
    return TRUE;

  if (row->hidden && self->n_hidden++ == 0)
    self->first_hidden = row->number;
  bw_book_repeats_apply (self->repeats, row);
  append_row (self, row);

  return TRUE;
}

static gboolean
fill (BwSheetText *self,
      gsize        size,
      GError     **error)
{
  const gsize wanted = self->head != NULL ? MAX (size, HEAD_SIZE) : size;

  if (self->pos > 0)
    {
      g_string_erase (self->text, 0, self->pos);
      self->pos = 0;
    }
  while (!self->at_end && self->text->len < wanted)
    {
      if (!make_row (self, error))
        return FALSE;
    }
  if (self->head != NULL)
    settle (self);

  return TRUE;
}

/**
 * bw_sheet_text_get:
 *
 * Returns: bytes given, 0 at the end, -1 with @error set
 */
gssize
bw_sheet_text_get (BwSheetText *self,
                   guint8      *buffer,
                   gsize        size,
                   GError     **error)
{
  gsize n;

  if (self->text->len - self->pos < size && !self->at_end && !fill (self, size, error))
    return -1;

  n = MIN (size, self->text->len - self->pos);
  memcpy (buffer, self->text->str + self->pos, n);
  self->pos += n;
  self->n_given += n;
  if (self->n_given > TEXT_MAX)
    {
      bw_archive_refuse (self->book->archive,
                         N_("unpacks to far more than a table would; it is not read, since it may "
                            "have been made to do harm"), error);
      return -1;
    }

  return n;
}

/**
 * bw_sheet_text_rewind:
 *
 * Goes back to the start. What was reported is forgotten.
 */
gboolean
bw_sheet_text_rewind (BwSheetText *self,
                      GError     **error)
{
  return start (self, error);
}

/**
 * bw_sheet_text_get_share:
 *
 * Returns: how much of the sheet was read, 0 to 1
 */
double
bw_sheet_text_get_share (const BwSheetText *self)
{
  return bw_entry_get_share (self->part->entry);
}

/**
 * bw_sheet_text_get_report:
 *
 * Returns: (transfer none): what was noted so far, until the text is rewound
 */
BwReport *
bw_sheet_text_get_report (const BwSheetText *self)
{
  return self->report;
}
