/* One column of one kind of file as the import assistant lists it: what was understood of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of files of one kind the last one speaks for all. */

#include "app/import-column.h"

#include "format/format.h"
#include "panel/mapped-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_EXAMPLES  3
#define MOST_LOOKED_AT 200 /* rows, for examples */
#define MOST_BYTES     24  /* of an example; cut at a character */

struct _BwImportColumn
{
  GObject parent_instance;

  BwImporting *importing;
  guint        source; /* place in the mapping */
  guint        column; /* of the source */
  char        *header;
  BwSource    *file;   /* what was read of the last file of that kind, or NULL */
  guint        place;  /* of the file, BW_NONE without one */
  guint        found;  /* the column in its table, BW_NONE where it lacks */
};

static const char *const type_names[BW_N_COLUMN_TYPES] = {
  [BW_COLUMN_NUMBER] = N_("Number"),
  [BW_COLUMN_PERCENT] = N_("Percentage"),
  [BW_COLUMN_MONEY] = N_("Money"),
  [BW_COLUMN_DATE] = N_("Date"),
  [BW_COLUMN_DATE_TIME] = N_("Date and time"),
  [BW_COLUMN_FLAG] = N_("Yes/no"),
  [BW_COLUMN_CATEGORY] = N_("Category"),
  [BW_COLUMN_TEXT] = N_("Text"),
  [BW_COLUMN_KEY] = N_("Key"),
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwImportColumn, bw_import_column, G_TYPE_OBJECT)

static void
bw_import_column_finalize (GObject *object)
{
  BwImportColumn *self = BW_IMPORT_COLUMN (object);

  g_clear_object (&self->importing);
  g_clear_pointer (&self->file, bw_source_unref);
  g_free (self->header);

  G_OBJECT_CLASS (bw_import_column_parent_class)->finalize (object);
}

static void
bw_import_column_class_init (BwImportColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_import_column_finalize;

  signals[CHANGED] = g_signal_new ("changed", BW_TYPE_IMPORT_COLUMN, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_import_column_init (BwImportColumn *self)
{
}

/**
 * bw_import_column_new:
 * @source: place in the mapping of @importing
 * @column: of that source
 * @file: as for bw_import_column_follow()
 */
BwImportColumn *
bw_import_column_new (BwImporting *importing,
                      guint        source,
                      guint        column,
                      guint        file)
{
  BwImportColumn *self = g_object_new (BW_TYPE_IMPORT_COLUMN, NULL);

  self->importing = g_object_ref (importing);
  self->source = source;
  self->column = column;
  self->header = g_strdup (bw_mapping_get_source (bw_importing_get_mapping (importing),
                                                  source)->columns[column].header);
  bw_import_column_follow (self, file);

  return self;
}

/* What the mapping says of the column. */
static const BwMappedColumn *
get_mapped (BwImportColumn *self)
{
  BwMapping *mapping = bw_importing_get_mapping (self->importing);

  return &bw_mapping_get_source (mapping, self->source)->columns[self->column];
}

/**
 * bw_import_column_is_at:
 *
 * Returns: whether the column is still the same one at that place
 */
gboolean
bw_import_column_is_at (BwImportColumn *self,
                        guint           source,
                        guint           column)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), FALSE);

  return self->source == source && self->column == column &&
         g_str_equal (self->header, get_mapped (self)->header);
}

/**
 * bw_import_column_follow:
 * @file: bw_importing_find_file() of the column's source: the same for all its columns
 *
 * Looks again at what was understood of the column.
 */
void
bw_import_column_follow (BwImportColumn *self,
                         guint           file)
{
  g_return_if_fail (BW_IS_IMPORT_COLUMN (self));

  self->place = file;
  self->found = BW_NONE;
  g_clear_pointer (&self->file, bw_source_unref);
  if (self->place != BW_NONE)
    {
      self->file = bw_source_ref (bw_intake_get_source (bw_importing_get_intake (self->importing),
                                                        self->place));
      self->found = bw_mapped_column_find (get_mapped (self), bw_source_get_table (self->file),
                                           self->column);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
bw_import_column_get_source (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), BW_NONE);

  return self->source;
}

guint
bw_import_column_get_file (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), BW_NONE);

  return self->place;
}

const char *
bw_import_column_get_header (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), NULL);

  return self->header;
}

const char *
bw_import_column_get_file_name (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), NULL);

  return self->file == NULL ? "" : bw_source_get_file_name (self->file);
}

/* What the file has of the column, or NULL. */
static BwColumn *
get_column (BwImportColumn *self)
{
  return self->found == BW_NONE ? NULL :
         bw_table_get_column (bw_source_get_table (self->file), self->found);
}

static const BwColumnFacts *
get_facts (BwImportColumn *self)
{
  return self->found == BW_NONE ? NULL : bw_source_get_facts (self->file, self->found);
}

/**
 * bw_column_type_get_title:
 *
 * Returns: (transfer none): what the type is called
 */
const char *
bw_column_type_get_title (BwColumnType type)
{
  g_return_val_if_fail ((guint) type < BW_N_COLUMN_TYPES, NULL);

  return _(type_names[type]);
}

BwColumnType
bw_import_column_get_column_type (BwImportColumn *self)
{
  BwColumn *column;

  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), BW_COLUMN_TEXT);

  column = get_column (self);

  return column == NULL ? BW_COLUMN_TEXT : bw_column_get_type (column);
}

BwRole
bw_import_column_get_role (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), BW_ROLE_IGNORE);

  return get_mapped (self)->role;
}

/**
 * bw_import_column_get_reason:
 *
 * Returns: (nullable): why the role was proposed
 */
const char *
bw_import_column_get_reason (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), NULL);

  return get_mapped (self)->reason;
}

/**
 * bw_import_column_get_remark:
 *
 * Returns: (nullable): what to beware of
 */
const char *
bw_import_column_get_remark (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), NULL);

  return get_mapped (self)->remark;
}

gsize
bw_import_column_get_n_rows (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), 0);

  return self->file == NULL ? 0 : bw_table_get_n_rows (bw_source_get_table (self->file));
}

gsize
bw_import_column_get_n_missing (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), 0);

  return get_facts (self) == NULL ? bw_import_column_get_n_rows (self) :
         get_facts (self)->n_missing;
}

gsize
bw_import_column_get_n_distinct (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), 0);

  return get_facts (self) == NULL ? 0 : get_facts (self)->n_distinct;
}

gsize
bw_import_column_get_n_misfits (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), 0);

  return get_facts (self) == NULL ? 0 : get_facts (self)->n_misfits;
}

static char *
number_to_text (BwColumn *column,
                double    value)
{
  switch (bw_column_get_type (column))
    {
    case BW_COLUMN_PERCENT:
      return bw_format_percent (value, 1);
    case BW_COLUMN_MONEY:
      return bw_format_money (value, bw_column_get_currency (column));
    case BW_COLUMN_DATE:
    case BW_COLUMN_DATE_TIME:
      return bw_format_date (value, BW_DATE_FULL);
    case BW_COLUMN_FLAG:
      return g_strdup (value != 0 ? _("yes") : _("no"));
    case BW_COLUMN_NUMBER:
    case BW_COLUMN_CATEGORY:
    case BW_COLUMN_TEXT:
    case BW_COLUMN_KEY:
    default:
      return bw_format_number_plain (value);
    }
}

static char *
cell_to_text (BwColumn *column,
              gsize     row)
{
  const char *text, *end;

  if (!bw_column_type_is_coded (bw_column_get_type (column)))
    return number_to_text (column, bw_column_get_numbers (column)[row]);

  text = bw_column_get_text (column, row);
  if (strlen (text) <= MOST_BYTES)
    return g_strdup (text);
  end = g_utf8_find_prev_char (text, text + MOST_BYTES + 1);

  return g_strdup_printf ("%.*s…", (int) (end == NULL ? 0 : end - text), text);
}

/**
 * bw_import_column_dup_examples:
 *
 * Returns: (transfer full): the first different values of the column, as they were read
 */
char *
bw_import_column_dup_examples (BwImportColumn *self)
{
  g_autoptr(GPtrArray) examples = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);
  BwColumn *column;
  gsize n_rows;

  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), NULL);

  column = get_column (self);
  n_rows = column == NULL ? 0 : MIN (bw_column_get_n_rows (column), MOST_LOOKED_AT);
  for (gsize row = 0; row < n_rows && examples->len < MOST_EXAMPLES; row++)
    {
      g_autofree char *cell = bw_column_is_missing (column, row) ?
                              NULL : cell_to_text (column, row);

      if (cell == NULL || g_ptr_array_find_with_equal_func (examples, cell, g_str_equal, NULL))
        continue;
      g_string_append_printf (text, "%s%s", examples->len == 0 ? "" : " · ", cell);
      g_ptr_array_add (examples, g_steal_pointer (&cell));
    }

  return g_string_free (text, FALSE);
}
