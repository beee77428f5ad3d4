/* One typed column: doubles or dictionary codes, never changed once made. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table/column.h"

#include <math.h>

/* The values are shared by all columns that differ in name or currency alone. */
typedef struct
{
  gatomicrefcount ref_count;

  gsize         n_rows;
  double       *numbers;
  guint32      *codes;
  BwDictionary *dictionary;
} Values;

struct _BwColumn
{
  gatomicrefcount ref_count;

  char        *name;
  char        *currency; /* ISO 4217, or NULL */
  BwColumnType type;
  Values      *values;
};

static const char *const type_ids[BW_N_COLUMN_TYPES] = {
  [BW_COLUMN_NUMBER] = "number",
  [BW_COLUMN_PERCENT] = "percent",
  [BW_COLUMN_MONEY] = "money",
  [BW_COLUMN_DATE] = "date",
  [BW_COLUMN_DATE_TIME] = "date-time",
  [BW_COLUMN_FLAG] = "flag",
  [BW_COLUMN_CATEGORY] = "category",
  [BW_COLUMN_TEXT] = "text",
  [BW_COLUMN_KEY] = "key",
};

/**
 * bw_column_type_get_id:
 *
 * Returns: (transfer none): the name of @type in files and on the command line
 */
const char *
bw_column_type_get_id (BwColumnType type)
{
  g_return_val_if_fail ((guint) type < BW_N_COLUMN_TYPES, NULL);

  return type_ids[type];
}

/**
 * bw_column_type_from_id:
 * @type: (out): left alone where @id is none
 *
 * Returns: whether @id names a type
 */
gboolean
bw_column_type_from_id (const char   *id,
                        BwColumnType *type)
{
  for (guint i = 0; i < BW_N_COLUMN_TYPES; i++)
    {
      if (g_strcmp0 (type_ids[i], id) == 0)
        {
          *type = i;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
bw_column_type_is_coded (BwColumnType type)
{
  return type >= BW_COLUMN_CATEGORY;
}

static void
values_unref (Values *values)
{
  if (!g_atomic_ref_count_dec (&values->ref_count))
    return;

  g_free (values->numbers);
  g_free (values->codes);
  g_clear_pointer (&values->dictionary, bw_dictionary_unref);
  g_free (values);
}

static BwColumn *
column_over (const char  *name,
             const char  *currency,
             BwColumnType type,
             Values      *values)
{
  BwColumn *self = g_new0 (BwColumn, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->currency = g_strdup (currency);
  self->type = type;
  self->values = values;

  return self;
}

static Values *
values_new (gsize n_rows)
{
  Values *values = g_new0 (Values, 1);

  g_atomic_ref_count_init (&values->ref_count);
  values->n_rows = n_rows;

  return values;
}

/**
 * bw_column_new_numbers:
 * @type: one of the types of numbers
 * @values: (transfer full) (array length=n_rows): NaN marks a missing one, all others are finite
 *
 * Returns: (transfer full): a column
 */
BwColumn *
bw_column_new_numbers (const char  *name,
                       BwColumnType type,
                       double      *values,
                       gsize        n_rows)
{
  Values *shared;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (!bw_column_type_is_coded (type), NULL);

  shared = values_new (n_rows);
  shared->numbers = values;

  return column_over (name, NULL, type, shared);
}

/**
 * bw_column_new_codes:
 * @type: one of the coded types
 * @codes: (transfer full) (array length=n_rows): of @dictionary, or %BW_NO_CODE
 * @dictionary: (transfer none): may be shared by many columns
 *
 * Returns: (transfer full): a column
 */
BwColumn *
bw_column_new_codes (const char   *name,
                     BwColumnType  type,
                     guint32      *codes,
                     gsize         n_rows,
                     BwDictionary *dictionary)
{
  Values *shared;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bw_column_type_is_coded (type), NULL);
  g_return_val_if_fail (dictionary != NULL, NULL);

  shared = values_new (n_rows);
  shared->codes = codes;
  shared->dictionary = bw_dictionary_ref (dictionary);

  return column_over (name, NULL, type, shared);
}

/**
 * bw_column_with_name:
 *
 * Returns: (transfer full): the same values under another name
 */
BwColumn *
bw_column_with_name (BwColumn   *self,
                     const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  g_atomic_ref_count_inc (&self->values->ref_count);

  return column_over (name, self->currency, self->type, self->values);
}

/**
 * bw_column_with_currency:
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: (transfer full): the same values, said to be in @currency
 */
BwColumn *
bw_column_with_currency (BwColumn   *self,
                         const char *currency)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->values->ref_count);

  return column_over (self->name, currency, self->type, self->values);
}

BwColumn *
bw_column_ref (BwColumn *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_column_unref (BwColumn *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  values_unref (self->values);
  g_free (self->name);
  g_free (self->currency);
  g_free (self);
}

const char *
bw_column_get_name (const BwColumn *self)
{
  return self->name;
}

BwColumnType
bw_column_get_type (const BwColumn *self)
{
  return self->type;
}

/**
 * bw_column_get_currency:
 *
 * Returns: (nullable): the ISO 4217 code of a money column, where it is known
 */
const char *
bw_column_get_currency (const BwColumn *self)
{
  return self->currency;
}

gsize
bw_column_get_n_rows (const BwColumn *self)
{
  return self->values->n_rows;
}

/**
 * bw_column_get_numbers:
 *
 * Returns: (array) (nullable): one value a row, NaN where missing; %NULL for a coded column
 */
const double *
bw_column_get_numbers (const BwColumn *self)
{
  return self->values->numbers;
}

/**
 * bw_column_get_codes:
 *
 * Returns: (array) (nullable): one code a row, %BW_NO_CODE where missing; %NULL for numbers
 */
const guint32 *
bw_column_get_codes (const BwColumn *self)
{
  return self->values->codes;
}

/**
 * bw_column_get_dictionary:
 *
 * Returns: (transfer none) (nullable): what the codes stand for; %NULL for numbers
 */
BwDictionary *
bw_column_get_dictionary (const BwColumn *self)
{
  return self->values->dictionary;
}

/**
 * bw_column_get_text:
 *
 * Returns: (nullable) (transfer none): the text of a coded column at @row, or %NULL where missing
 */
const char *
bw_column_get_text (const BwColumn *self,
                    gsize           row)
{
  guint32 code;

  g_return_val_if_fail (self->values->codes != NULL && row < self->values->n_rows, NULL);

  code = self->values->codes[row];

  return code == BW_NO_CODE ? NULL : bw_dictionary_get (self->values->dictionary, code);
}

gboolean
bw_column_is_missing (const BwColumn *self,
                      gsize           row)
{
  g_return_val_if_fail (row < self->values->n_rows, TRUE);

  if (self->values->codes != NULL)
    return self->values->codes[row] == BW_NO_CODE;

  return isnan (self->values->numbers[row]);
}

static gboolean
equal_numbers (const double *a,
               const double *b,
               gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (a[i] != b[i] && !(isnan (a[i]) && isnan (b[i])))
        return FALSE;
    }

  return TRUE;
}

/* Texts are compared once a code. */
static gboolean
equal_codes (const Values *a,
             const Values *b)
{
  const guint32 size = bw_dictionary_size (a->dictionary);
  g_autofree guint32 *same = g_new (guint32, MAX (size, 1));

  for (guint32 code = 0; code < size; code++)
    same[code] = BW_NO_CODE;
  for (gsize i = 0; i < a->n_rows; i++)
    {
      const guint32 x = a->codes[i], y = b->codes[i];

      if (x == BW_NO_CODE || y == BW_NO_CODE)
        {
          if (x != y)
            return FALSE;
          continue;
        }
      if (same[x] == BW_NO_CODE &&
          g_str_equal (bw_dictionary_get (a->dictionary, x), bw_dictionary_get (b->dictionary, y)))
        same[x] = y;
      if (same[x] != y)
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_column_equal:
 *
 * Returns: whether both have the same name, type, currency and values
 */
gboolean
bw_column_equal (const BwColumn *a,
                 const BwColumn *b)
{
  if (a->type != b->type || a->values->n_rows != b->values->n_rows ||
      g_strcmp0 (a->name, b->name) != 0 || g_strcmp0 (a->currency, b->currency) != 0)
    return FALSE;
  if (a->values == b->values)
    return TRUE;

  return a->values->numbers != NULL ?
         equal_numbers (a->values->numbers, b->values->numbers, a->values->n_rows) :
         equal_codes (a->values, b->values);
}
