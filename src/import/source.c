/* The door for data: one file's bytes come in, a typed table and a report come out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file is read twice: once to find encoding, dialect and whether it is a table at all, once for
 * its records. Cells pile up as bytes; when all are there each column is judged as a whole and
 * converted, several at once, its cells freed as soon as it stands. */

#include "import/source.h"

#include "bytes/file-facts.h"
#include "import/columns.h"
#include "import/notes.h"
#include "import/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _BwSource
{
  gatomicrefcount ref_count;

  char      *file_name;
  BwTable   *table;
  BwReading *reading;
  GArray    *facts; /* of BwColumnFacts, by column */
  BwReport  *report;
  BwLines   *lines;
  GStrv      sheets;
  GFileInfo *file;  /* as it was before it was read */
};

static BwSource *
source_new (const char *file_name)
{
  BwSource *self = g_new0 (BwSource, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->file_name = g_strdup (file_name);
  self->facts = g_array_new (FALSE, TRUE, sizeof (BwColumnFacts));
  self->report = bw_report_new ();

  return self;
}

static gboolean
make_table (BwSource       *self,
            BwGather       *gather,
            const BwLayout *layout,
            char            delimiter,
            GCancellable   *cancellable,
            GError        **error)
{
  BwManners manners;

  self->table = bw_columns_make (gather, layout, self->reading, delimiter, self->report, self->facts,
                                 &manners, cancellable, error);
  if (self->table == NULL)
    return FALSE;

  if (manners.mark_agreed)
    self->reading->decimal = manners.mark == BW_MARK_COMMA ? ',' : '.';
  if (manners.order_agreed)
    self->reading->date_order = manners.order;

  return TRUE;
}

static void
keep_reading (BwSource        *self,
              const BwReading *reading,
              const BwText    *text,
              const BwLayout  *layout)
{
  self->reading = bw_reading_copy (reading);
  g_free (self->reading->encoding);
  self->reading->encoding = g_strdup (text->encoding);
  self->reading->delimiter = text->dialect.delimiter;
  self->reading->quote = text->dialect.quote != 0 ? text->dialect.quote : BW_QUOTE_NONE;
  g_free (self->reading->sheet);
  self->reading->sheet = g_strdup (bw_input_get_sheet (text->input));
  self->reading->header = layout->header;
  self->reading->header_rows = layout->n_header_rows;
  self->reading->first_row = layout->first_row;
  if (bw_input_is_sheet (text->input) && reading->decimal == BW_CHOOSE)
    self->reading->decimal = '.'; /* as its numbers are stored */
}

static gboolean
check_rows (const BwSource *self,
            const BwGather *gather,
            GError        **error)
{
  if (gather->n_rows > 0)
    return TRUE;

  if (gather->n_long > 0)
    g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE,
                 /* TRANSLATORS: what is put in is the name of a file */
                 _("“%s” is no table: none of its rows has as many fields as the first line; "
                   "choose its delimiter, or export it again"), self->file_name);
  else
    g_set_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NO_ROWS,
                 /* TRANSLATORS: what is put in is the name of a file */
                 _("“%s” has a header and no rows; export the data again"), self->file_name);

  return FALSE;
}

/**
 * bw_source_read:
 * @reading: (nullable): what is decided already; %NULL leaves everything to inspection
 * @progress: (nullable): told now and then how far it is
 *
 * Reads a file, its every cell. May run in any thread. If it fails or is cancelled nothing stays
 * behind.
 *
 * Returns: (transfer full): what there is in @file, or %NULL with @error set
 */
BwSource *
bw_source_read (GFile           *file,
                const BwReading *reading,
                BwProgressFunc   progress,
                gpointer         user_data,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr(BwReading) wanted = reading != NULL ? bw_reading_copy (reading) : bw_reading_new ();
  g_autoptr(GFileInfo) before = NULL;
  g_autoptr(BwText) text = NULL;
  g_autoptr(BwSource) self = NULL;
  g_autoptr(BwLayout) layout = NULL;
  g_autoptr(BwGather) gather = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  before = bw_file_facts_query (file, "", cancellable, NULL);
  text = bw_text_open (file, wanted, cancellable, error);
  if (text == NULL)
    return NULL;

  self = source_new (bw_input_get_name (text->input));
  self->file = g_steal_pointer (&before);
  self->sheets = bw_input_dup_sheets (text->input);
  layout = bw_layout_find (&text->dialect, wanted, text->head);
  gather = bw_gather (text, layout, self->report, progress, user_data, error);
  if (gather == NULL || !check_rows (self, gather, error))
    return NULL;

  keep_reading (self, wanted, text, layout);
  bw_note_text (self->report, self->file_name, text);
  bw_note_layout (self->report, self->file_name, layout);
  if (!make_table (self, gather, layout, text->dialect.delimiter, cancellable, error))
    return NULL;

  bw_input_tell (text->input, self->report);
  bw_report_sort (self->report);
  self->lines = g_steal_pointer (&gather->lines);

  return g_steal_pointer (&self);
}

BwSource *
bw_source_ref (BwSource *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_source_unref (BwSource *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->table, bw_table_unref);
  g_clear_pointer (&self->reading, bw_reading_free);
  g_clear_pointer (&self->lines, bw_lines_free);
  g_array_unref (self->facts);
  bw_report_unref (self->report);
  g_strfreev (self->sheets);
  g_clear_object (&self->file);
  g_free (self->file_name);
  g_free (self);
}

const char *
bw_source_get_file_name (const BwSource *self)
{
  return self->file_name;
}

BwTable *
bw_source_get_table (const BwSource *self)
{
  return self->table;
}

/**
 * bw_source_get_reading:
 *
 * Returns: (transfer none): how it was read: nothing in it is left to inspection any more
 */
const BwReading *
bw_source_get_reading (const BwSource *self)
{
  return self->reading;
}

const BwColumnFacts *
bw_source_get_facts (const BwSource *self,
                     guint           column)
{
  g_return_val_if_fail (column < self->facts->len, NULL);

  return &g_array_index (self->facts, BwColumnFacts, column);
}

BwReport *
bw_source_get_report (const BwSource *self)
{
  return self->report;
}

/**
 * bw_source_get_line:
 *
 * Returns: the physical line on which @row of the table begins, from 1
 */
gsize
bw_source_get_line (const BwSource *self,
                    gsize           row)
{
  return bw_lines_get (self->lines, row);
}

/**
 * bw_source_get_size:
 *
 * Returns: bytes of the file as it lay there when it was read, 0 where not known
 */
goffset
bw_source_get_size (const BwSource *self)
{
  return self->file != NULL ? g_file_info_get_size (self->file) : 0;
}

/**
 * bw_source_get_modified:
 *
 * Returns: when the file that was read had been written, in microseconds since 1970; 0 where not known
 */
gint64
bw_source_get_modified (const BwSource *self)
{
  return self->file != NULL ? bw_file_facts_get_modified (self->file) : 0;
}

/**
 * bw_source_get_sheets:
 *
 * Returns: (transfer none) (nullable): the names of the sheets of a workbook, or of the tables in an
 *   archive; %NULL where the file is neither. Which one was read says the reading's sheet.
 */
const char *const *
bw_source_get_sheets (const BwSource *self)
{
  return (const char *const *) self->sheets;
}

/**
 * bw_source_read_raw:
 * @reading: (nullable): as for bw_source_read(); header and types do not matter
 * @func: called for each record as it stands, the first record first; a blank line has no field
 *
 * Returns: whether all went well; also where @func stopped it
 */
gboolean
bw_source_read_raw (GFile           *file,
                    const BwReading *reading,
                    BwRecordFunc     func,
                    gpointer         user_data,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr(BwReading) wanted = reading != NULL ? bw_reading_copy (reading) : bw_reading_new ();
  g_autoptr(BwText) text = bw_text_open (file, wanted, cancellable, error);
  g_autoptr(BwLayout) layout = NULL;
  g_autoptr(GError) failure = NULL;
  BwRecord record;

  if (text == NULL)
    return FALSE;

  layout = bw_layout_find (&text->dialect, wanted, text->head);
  bw_records_set_width (text->records, layout->width);
  while (bw_records_next (text->records, &record, &failure))
    {
      if (!func (record.fields, record.lengths, record.n_fields, record.line, user_data))
        return TRUE;
    }
  if (failure == NULL)
    return error == NULL || *error == NULL;

  g_propagate_error (error, bw_text_blame (text, g_steal_pointer (&failure)));

  return FALSE;
}
