/* The rows of a sheet, one after the other, each with the cells that hold something. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row or cell that does not say where it is stands behind the one before; so does one that says
 * it were before it, or outside of all sheets. */

#include "bytes/book-rows.h"

#include "bytes/book-merges.h"
#include "bytes/book-text.h"
#include "bytes/book-value.h"

#include <glib/gi18n-lib.h>

#define ROW_MAX (64 * 1024 * 1024) /* bytes; Excel's own rows end at half a gigabyte of nothing */

struct _BwBookRows
{
  const BwWorkbook *book;
  BwXml            *xml;
  BwReport         *report;

  BwBookRow row;
  GString  *value;
  gboolean  ordered; /* the cells of the row came by column */
  gboolean  in_rows;
  guint8   *timed;   /* by column: whether it was said that it counts time in days */
};

/* What a cell says of itself, and what was found in it. */
typedef struct
{
  guint                 column;
  BwCellKind            kind;
  const BwNumberFormat *format;
  gboolean              has_formula;
} Cell;

/**
 * bw_book_rows_new:
 * @xml: the sheet, at its start
 * @report: where cells are told that cannot be read; its problems bear no file
 *
 * Returns: (transfer full): a reader before the first row; all that is given must outlive it
 */
BwBookRows *
bw_book_rows_new (const BwWorkbook *book,
                  BwXml            *xml,
                  BwReport         *report)
{
  BwBookRows *self = g_new0 (BwBookRows, 1);

  self->book = book;
  self->xml = xml;
  self->report = report;
  self->row.fields = g_string_new (NULL);
  self->row.cells = g_array_new (FALSE, FALSE, sizeof (BwBookCell));
  self->value = g_string_new (NULL);
  self->timed = g_new0 (guint8, BW_BOOK_COLUMNS_MAX);

  return self;
}

void
bw_book_rows_free (BwBookRows *self)
{
  g_string_free (self->row.fields, TRUE);
  g_array_unref (self->row.cells);
  g_string_free (self->value, TRUE);
  g_free (self->timed);
  g_free (self);
}

static void
tell (BwBookRows *self,
      BwSeverity  severity,
      gsize       line,
      guint       column,
      const char *what)
{
  const BwProblem problem = {
    .severity = severity,
    .file = bw_archive_get_file_name (self->book->archive),
    .line = line,
    .column = column + 1,
    .what = what,
    .kind = severity == BW_SEVERITY_CELL ? BW_PROBLEM_VALUE : BW_PROBLEM_OTHER,
  };

  bw_report_add (self->report, &problem);
}

static void
begin_row (BwBookRows *self)
{
  BwBookRow *row = &self->row;
  const char *number = bw_xml_get_attribute (self->xml, "r");
  const char *hidden = bw_xml_get_attribute (self->xml, "hidden");
  const guint64 wanted = number != NULL ? g_ascii_strtoull (number, NULL, 10) : 0;

  row->number = wanted > row->number && wanted <= BW_BOOK_ROWS_MAX ? wanted : row->number + 1;
  row->hidden = hidden != NULL && (hidden[0] == '1' || hidden[0] == 't');
  g_string_truncate (row->fields, 0);
  g_array_set_size (row->cells, 0);
  self->ordered = TRUE;
}

static guint
next_column (const BwBookRows *self,
             guint             last)
{
  const char *reference = bw_xml_get_attribute (self->xml, "r");
  guint column, row;
  const char *end;

  if (reference != NULL && bw_book_reference_read (reference, &column, &row, &end))
    return column;

  return MIN (last + 1, BW_BOOK_COLUMNS_MAX - 1);
}

static void
begin_cell (BwBookRows *self,
            Cell       *cell,
            guint       last)
{
  const char *style = bw_xml_get_attribute (self->xml, "s");

  cell->column = next_column (self, last);
  cell->kind = bw_cell_kind_find (bw_xml_get_attribute (self->xml, "t"));
  cell->format = bw_book_styles_get (self->book->styles,
                                     style != NULL ? g_ascii_strtoull (style, NULL, 10) : 0);
  cell->has_formula = FALSE;
  g_string_truncate (self->value, 0);
}

/* Reads the text of v, which holds no other element. */
static gboolean
read_value (BwBookRows *self,
            GError    **error)
{
  for (;;)
    {
      const char *text;
      gsize length;

      switch (bw_xml_next (self->xml, error))
        {
        case BW_XML_TEXT:
          text = bw_xml_get_text (self->xml, &length);
          g_string_append_len (self->value, text, length);
          break;

        case BW_XML_END:
          return TRUE;

        case BW_XML_START:
          if (!bw_xml_skip (self->xml, error))
            return FALSE;
          break;

        case BW_XML_DONE:
        case BW_XML_FAILED:
        default:
          return FALSE;
        }
    }
}

/* An element in a cell: its value, its text, its formula. */
static gboolean
read_content (BwBookRows *self,
              Cell       *cell,
              GError    **error)
{
  if (bw_xml_is (self->xml, "v"))
    return read_value (self, error);
  if (bw_xml_is (self->xml, "is"))
    {
      cell->kind = BW_CELL_INLINE;
      return bw_book_text_read (self->xml, self->value, error);
    }
  cell->has_formula |= bw_xml_is (self->xml, "f");

  return bw_xml_skip (self->xml, error);
}

static gboolean
read_cell (BwBookRows *self,
           Cell       *cell,
           GError    **error)
{
  for (;;)
    {
      switch (bw_xml_next (self->xml, error))
        {
        case BW_XML_TEXT:
          break;

        case BW_XML_END:
          return TRUE;

        case BW_XML_START:
          if (!read_content (self, cell, error))
            return FALSE;
          break;

        case BW_XML_DONE:
        case BW_XML_FAILED:
        default:
          return FALSE;
        }
    }
}

static void
tell_cell (BwBookRows *self,
           const Cell *cell,
           gboolean    found)
{
  if (!found)
    tell (self, BW_SEVERITY_CELL, self->row.number, cell->column,
          _("The cell refers to a text that the workbook lacks; it is taken as missing"));
  if (cell->has_formula && self->value->len == 0 && cell->kind != BW_CELL_TEXT)
    tell (self, BW_SEVERITY_CELL, self->row.number, cell->column,
          _("The formula’s result is not stored; open the workbook in a spreadsheet program, save "
            "it, and import it again"));
  if (cell->format->kind == BW_FORMAT_TIME && cell->kind == BW_CELL_NUMBER
      && self->value->len > 0 && !self->timed[cell->column])
    {
      self->timed[cell->column] = TRUE;
      tell (self, BW_SEVERITY_NOTE, 0, cell->column,
            _("Times without a date, read as numbers of days: 0.5 is twelve hours"));
    }
}

static gboolean
end_cell (BwBookRows *self,
          const Cell *cell,
          GError    **error)
{
  BwBookRow *row = &self->row;
  BwBookCell field = { cell->column, row->fields->len, 0 };
  const gboolean found = bw_book_value_append (row->fields, self->book, cell->kind, cell->format,
                                               self->value);

  tell_cell (self, cell, found);
  field.length = row->fields->len - field.start;
  if (field.length == 0)
    return TRUE;
  if (row->fields->len > ROW_MAX)
    return bw_archive_refuse (self->book->archive,
                              N_("has a row far larger than a table’s; it is not read, since it "
                                 "may have been made to do harm"), error);

  if (row->cells->len > 0
      && g_array_index (row->cells, BwBookCell, row->cells->len - 1).column >= cell->column)
    self->ordered = FALSE;
  g_array_append_val (row->cells, field);

  return TRUE;
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const BwBookCell *left = a, *right = b;

  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;

  return left->start < right->start ? -1 : left->start > right->start;
}

/* Brings the cells into order; of several for one place the last counts. */
static void
order_cells (GArray *cells)
{
  guint n = 0;

  g_array_sort (cells, compare_cells);
  for (guint i = 0; i < cells->len; i++)
    {
      const BwBookCell *cell = &g_array_index (cells, BwBookCell, i);

      if (n > 0 && g_array_index (cells, BwBookCell, n - 1).column == cell->column)
        n--;
      g_array_index (cells, BwBookCell, n++) = *cell;
    }
  g_array_set_size (cells, n);
}

static gboolean
read_row (BwBookRows *self,
          GError    **error)
{
  guint last = G_MAXUINT; /* so that the next column is the first */

  begin_row (self);
  for (;;)
    {
      Cell cell;

      switch (bw_xml_next (self->xml, error))
        {
        case BW_XML_TEXT:
          break;

        case BW_XML_END:
          if (!self->ordered)
            order_cells (self->row.cells);
          return TRUE;

        case BW_XML_START:
          if (!bw_xml_is (self->xml, "c"))
            {
              if (!bw_xml_skip (self->xml, error))
                return FALSE;
              break;
            }
          begin_cell (self, &cell, last);
          if (!read_cell (self, &cell, error) || !end_cell (self, &cell, error))
            return FALSE;
          last = cell.column;
          break;

        case BW_XML_DONE:
        case BW_XML_FAILED:
        default:
          return FALSE;
        }
    }
}

/**
 * bw_book_rows_next:
 *
 * Returns: (transfer none) (nullable): the next row, until the next call; %NULL at the end, and with
 *   @error set where the sheet is damaged
 */
BwBookRow *
bw_book_rows_next (BwBookRows *self,
                   GError    **error)
{
  for (;;)
    {
      switch (bw_xml_next (self->xml, error))
        {
        case BW_XML_START:
          if (bw_xml_is (self->xml, "sheetData"))
            self->in_rows = TRUE;
          else if (self->in_rows && bw_xml_is (self->xml, "row"))
            return read_row (self, error) ? &self->row : NULL;
          break;

        case BW_XML_END:
          if (bw_xml_is (self->xml, "sheetData"))
            self->in_rows = FALSE;
          break;

        case BW_XML_TEXT:
          break;

        case BW_XML_DONE:
        case BW_XML_FAILED:
        default:
          return NULL;
        }
    }
}
