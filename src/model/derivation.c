/* Where a metric's raw value comes from: a column as it stands, or derived from columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/derivation.h"

#include "model/derivation-row.h"
#include "model/near.h"
#include "model/parts.h"
#include "model/sql-derivation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_KEYS 5

typedef enum
{
  TAKES_ANY,
  TAKES_NUMBERS,
  TAKES_DATES,
} Takes;

/**
 * DerivationRow:
 * @keys: all keys of its object in a file
 * @other: (nullable): the key of its second column
 * @snapshots: whether it looks at earlier snapshots
 * @dated: whether it needs the snapshot's date
 * @takes: the type of its columns
 * @sql: (nullable): none where a column stands for itself
 */
typedef struct
{
  const char *id;
  const char *keys[MAX_KEYS];
  const char *other;
  gboolean    snapshots;
  gboolean    dated;
  Takes       takes;
  void      (*raw)(const BwDerivation *self,
                   BwPanel            *panel,
                   guint               snapshot,
                   double             *raw);
  void      (*sql)(const BwDerivation  *self,
                   const BwSqlOperands *of,
                   BwSqlWriter         *out);
} DerivationRow;

static const DerivationRow rows[BW_N_DERIVATIONS] = {
  [BW_DERIVE_COLUMN] = { "column", { "type", "column" }, NULL, FALSE, FALSE, TAKES_ANY,
                         bw_raw_of_column, NULL },
  [BW_DERIVE_DAYS_SINCE] = { "days-since", { "type", "column" }, NULL, FALSE, TRUE, TAKES_DATES,
                             bw_raw_of_days_since, bw_sql_derive_days_since },
  [BW_DERIVE_DAYS_BETWEEN] = { "days-between", { "type", "column", "until" }, "until",
                               FALSE, FALSE, TAKES_DATES, bw_raw_of_days_between,
                               bw_sql_derive_days_between },
  [BW_DERIVE_CHANGE] = { "change", { "type", "column", "snapshots", "as" }, NULL, TRUE, FALSE,
                         TAKES_NUMBERS, bw_raw_of_change, bw_sql_derive_change },
  [BW_DERIVE_MEAN] = { "mean", { "type", "column", "snapshots" }, NULL, TRUE, FALSE, TAKES_NUMBERS,
                       bw_raw_of_mean, bw_sql_derive_mean },
  [BW_DERIVE_RATIO] = { "ratio", { "type", "column", "over" }, "over", FALSE, FALSE, TAKES_NUMBERS,
                        bw_raw_of_ratio, bw_sql_derive_ratio },
};

static const char *const change_ids[] = { "absolute", "percent", NULL };

const char *
bw_derivation_type_get_id (BwDerivationType type)
{
  g_return_val_if_fail ((guint) type < BW_N_DERIVATIONS, NULL);

  return rows[type].id;
}

/**
 * bw_derivation_get_raw:
 * @raw: (out): one value a row of the snapshot, NaN where missing; for a column of texts the codes
 *   of its dictionary
 *
 * A column that the panel does not have, or not of the type that is needed, is missing throughout.
 */
void
bw_derivation_get_raw (const BwDerivation *self,
                       BwPanel            *panel,
                       guint               snapshot,
                       double             *raw)
{
  g_return_if_fail ((guint) self->type < BW_N_DERIVATIONS);
  g_return_if_fail (snapshot < bw_panel_get_n_snapshots (panel));

  rows[self->type].raw (self, panel, snapshot, raw);
}

/**
 * bw_derivation_is_coded:
 *
 * Returns: whether the raw values are codes of a dictionary
 */
gboolean
bw_derivation_is_coded (const BwDerivation *self,
                        BwPanel            *panel)
{
  const guint column = bw_panel_find_column (panel, self->column);

  return self->type == BW_DERIVE_COLUMN && column != BW_NONE &&
         bw_column_type_is_coded (bw_panel_get_column (panel, column)->type);
}

/**
 * bw_derivation_read:
 * @object: the value of "derive", with the reader's path at it
 */
gboolean
bw_derivation_read (BwReader     *reader,
                    JsonObject   *object,
                    BwDerivation *out)
{
  const char *ids[BW_N_DERIVATIONS + 1] = { NULL };
  guint type = 0, as = 0;

  for (guint i = 0; i < BW_N_DERIVATIONS; i++)
    ids[i] = rows[i].id;
  if (!bw_reader_choice (reader, object, "type", TRUE, ids, &type))
    return FALSE;

  *out = (BwDerivation) { .type = type };
  if (!bw_reader_keys (reader, object, rows[type].keys) ||
      !bw_reader_text (reader, object, "column", TRUE, &out->column))
    return FALSE;
  if (rows[type].other != NULL &&
      !bw_reader_text (reader, object, rows[type].other, TRUE, &out->other))
    return FALSE;
  if (rows[type].snapshots &&
      !bw_reader_whole (reader, object, "snapshots", TRUE, 1, BW_MAX_SNAPSHOTS, &out->snapshots))
    return FALSE;
  if (type == BW_DERIVE_CHANGE &&
      !bw_reader_choice (reader, object, "as", FALSE, change_ids, &as))
    return FALSE;
  out->percent = as == 1;

  return TRUE;
}

/**
 * bw_derivation_is_sound:
 * @place: the metric
 */
gboolean
bw_derivation_is_sound (const BwDerivation *self,
                        BwPlace            *place)
{
  const DerivationRow *row = &rows[self->type];
  const gsize mark = place->path->len;

  if (self->type != BW_DERIVE_COLUMN)
    bw_place_enter (place, "derive");
  if (!bw_place_text (place, "column", self->column, TRUE) ||
      (row->other != NULL && !bw_place_text (place, row->other, self->other, TRUE)) ||
      (row->snapshots &&
       !bw_place_range (place, "snapshots", self->snapshots, 1, BW_MAX_SNAPSHOTS)))
    return FALSE;
  bw_place_leave (place, mark);

  return TRUE;
}

/**
 * bw_derivation_plain:
 * @out: (out): as @self, without what its type does not use
 */
void
bw_derivation_plain (const BwDerivation *self,
                     BwDerivation       *out)
{
  const DerivationRow *row = &rows[self->type];

  *out = (BwDerivation) { .type = self->type, .column = self->column };
  if (row->other != NULL)
    out->other = self->other;
  if (row->snapshots)
    out->snapshots = self->snapshots;
  if (self->type == BW_DERIVE_CHANGE)
    out->percent = self->percent != FALSE;
}

void
bw_derivation_write (const BwDerivation *self,
                     BwWriter           *writer)
{
  const DerivationRow *row = &rows[self->type];

  if (self->type == BW_DERIVE_COLUMN)
    {
      bw_writer_text (writer, "column", self->column);
      return;
    }

  bw_writer_open (writer, "derive", '{', BW_LAYOUT_INLINE);
  bw_writer_text (writer, "type", row->id);
  bw_writer_text (writer, "column", self->column);
  if (row->other != NULL)
    bw_writer_text (writer, row->other, self->other);
  if (row->snapshots)
    bw_writer_number (writer, "snapshots", self->snapshots);
  if (self->type == BW_DERIVE_CHANGE)
    bw_writer_text (writer, "as", change_ids[self->percent ? 1 : 0]);
  bw_writer_close (writer);
}

/**
 * bw_panel_has_column:
 * @column: (out): where it is
 *
 * Returns: whether @panel has a column @name; else the error names those that come near
 */
gboolean
bw_panel_has_column (BwPanel    *panel,
                     const char *name,
                     guint      *column,
                     GError    **error)
{
  const guint n_columns = bw_panel_get_n_columns (panel);
  g_autofree const char **names = g_new (const char *, MAX (n_columns, 1));
  g_autofree char *near = NULL;

  *column = bw_panel_find_column (panel, name);
  if (*column != BW_NONE)
    return TRUE;

  for (guint i = 0; i < n_columns; i++)
    names[i] = bw_panel_get_column (panel, i)->name;
  near = bw_near_matches (name, names, n_columns);
  g_set_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_COLUMN,
               /* TRANSLATORS: a column's name, and perhaps “; did you mean …?” */
               _("the data has no column “%s”%s"), name, near);

  return FALSE;
}

/**
 * bw_panel_is_dated:
 *
 * Returns: whether every snapshot of @panel has a date; else the error says how to give one
 */
gboolean
bw_panel_is_dated (BwPanel *panel,
                   GError **error)
{
  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      if (isnan (bw_snapshot_get_date (bw_panel_get_snapshot (panel, i))))
        {
          g_set_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_COLUMN,
                       _("“days-since” needs the date of the data, which no column tells; "
                         "give --as-of, or choose the date in the import"));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_operand (const DerivationRow *row,
               BwPanel             *panel,
               const char          *name,
               GError             **error)
{
  BwColumnType type;
  gboolean date;
  guint column;

  if (!bw_panel_has_column (panel, name, &column, error))
    return FALSE;

  type = bw_panel_get_column (panel, column)->type;
  date = type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME;
  if (row->takes == TAKES_ANY || (row->takes == TAKES_DATES && date) ||
      (row->takes == TAKES_NUMBERS && !date && !bw_column_type_is_coded (type)))
    return TRUE;

  g_set_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_COLUMN,
               row->takes == TAKES_DATES
               /* TRANSLATORS: a column's name, and the id of a derivation (days-since) */
               ? _("the column “%s” does not hold dates, which “%s” needs")
               : _("the column “%s” does not hold numbers, which “%s” needs"),
               name, row->id);

  return FALSE;
}

/**
 * bw_derivation_check:
 *
 * Returns: whether @panel has all that the derivation needs: columns, their types, a date
 */
gboolean
bw_derivation_check (const BwDerivation *self,
                     BwPanel            *panel,
                     GError            **error)
{
  const DerivationRow *row = &rows[self->type];

  if (!check_operand (row, panel, self->column, error) ||
      (self->other != NULL && !check_operand (row, panel, self->other, error)))
    return FALSE;

  return !row->dated || bw_panel_is_dated (panel, error);
}

/**
 * bw_derivation_write_sql:
 * @self: not a column as it stands
 *
 * Writes the raw value as bw_derivation_get_raw() makes it.
 */
void
bw_derivation_write_sql (const BwDerivation  *self,
                         const BwSqlOperands *of,
                         BwSqlWriter         *out)
{
  g_return_if_fail (rows[self->type].sql != NULL);

  rows[self->type].sql (self, of, out);
}
