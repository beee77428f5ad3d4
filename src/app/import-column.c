/* One column of a file as the import dialog lists it: what was understood of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-column.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_EXAMPLES  3
#define MOST_LOOKED_AT 200 /* rows, for examples */
#define MOST_BYTES     24  /* of an example; cut at a character */

struct _BwImportColumn
{
  GObject parent_instance;

  BwIntake *intake;
  guint     source;
  guint     column;
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
  bw_intake_unref (BW_IMPORT_COLUMN (object)->intake);

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
 * @column: of the table of @source, counted as in the file
 */
BwImportColumn *
bw_import_column_new (BwIntake *intake,
                      guint     source,
                      guint     column)
{
  BwImportColumn *self = g_object_new (BW_TYPE_IMPORT_COLUMN, NULL);

  self->intake = bw_intake_ref (intake);
  self->source = source;
  self->column = column;

  return self;
}

void
bw_import_column_set_intake (BwImportColumn *self,
                             BwIntake       *intake)
{
  g_return_if_fail (BW_IS_IMPORT_COLUMN (self));

  bw_intake_ref (intake);
  bw_intake_unref (self->intake);
  self->intake = intake;
  g_signal_emit (self, signals[CHANGED], 0);
}

static BwSource *
get_source (BwImportColumn *self)
{
  return bw_intake_get_source (self->intake, self->source);
}

static BwColumn *
get_column (BwImportColumn *self)
{
  return bw_table_get_column (bw_source_get_table (get_source (self)), self->column);
}

/* What the mapping says of the column, or NULL. */
static const BwMappedColumn *
find_mapped (BwImportColumn *self)
{
  const BwMapping *mapping = bw_intake_get_mapping (self->intake);
  const char *header = bw_import_column_get_header (self);
  const BwMappedSource *source;
  guint index = bw_mapping_match (mapping, bw_source_get_file_name (get_source (self)));

  if (index == BW_NONE)
    index = self->source;
  if (index >= bw_mapping_get_n_sources (mapping))
    return NULL;

  source = bw_mapping_get_source (mapping, index);
  for (guint i = 0; i < source->n_columns; i++)
    if (g_str_equal (source->columns[i].header, header))
      return &source->columns[i];

  return NULL;
}

const char *
bw_import_column_get_header (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), NULL);

  return bw_column_get_name (get_column (self));
}

const char *
bw_import_column_get_type_name (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), NULL);

  return _(type_names[bw_column_get_type (get_column (self))]);
}

BwRole
bw_import_column_get_role (BwImportColumn *self)
{
  const BwMappedColumn *mapped;

  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), BW_ROLE_IGNORE);

  mapped = find_mapped (self);

  return mapped == NULL ? BW_ROLE_IGNORE : mapped->role;
}

/**
 * bw_import_column_get_reason:
 *
 * Returns: (nullable): why the role was proposed
 */
const char *
bw_import_column_get_reason (BwImportColumn *self)
{
  const BwMappedColumn *mapped;

  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), NULL);

  mapped = find_mapped (self);

  return mapped == NULL ? NULL : mapped->reason;
}

gsize
bw_import_column_get_n_missing (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), 0);

  return bw_source_get_facts (get_source (self), self->column)->n_missing;
}

gsize
bw_import_column_get_n_misfits (BwImportColumn *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_COLUMN (self), 0);

  return bw_source_get_facts (get_source (self), self->column)->n_misfits;
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
  n_rows = MIN (bw_column_get_n_rows (column), MOST_LOOKED_AT);
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
