/* What became of the customer of each row, as far as the files say. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/verdicts.h"

#include "panel/codes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static BwVerdicts *
verdicts_new (const char *header,
              gsize       n_rows,
              guint       n_classes)
{
  BwVerdicts *self = g_new0 (BwVerdicts, 1);

  self->classes = g_malloc (MAX (n_rows, 1));
  memset (self->classes, BW_NO_VERDICT, n_rows);
  self->n_rows = n_rows;
  self->n_classes = n_classes;
  self->header = g_strdup (header);

  return self;
}

void
bw_verdicts_free (BwVerdicts *self)
{
  for (guint i = 0; i < BW_MOST_VERDICTS; i++)
    g_free (self->words[i]);
  g_free (self->classes);
  g_free (self->header);
  g_free (self);
}

/* Counts the classes; those that tell nothing apart are none. */
static BwVerdicts *
verdicts_count (BwVerdicts *self)
{
  guint n_used = 0;

  memset (self->totals, 0, sizeof self->totals);
  for (gsize row = 0; row < self->n_rows; row++)
    {
      if (self->classes[row] != BW_NO_VERDICT)
        self->totals[self->classes[row]]++;
    }
  for (guint i = 0; i < self->n_classes; i++)
    n_used += self->totals[i] > 0;
  if (n_used < 2)
    g_clear_pointer (&self, bw_verdicts_free);

  return self;
}

static BwVerdicts *
of_dates (BwColumn *column)
{
  const double *numbers = bw_column_get_numbers (column);
  BwVerdicts *self = verdicts_new (bw_column_get_name (column), bw_column_get_n_rows (column), 2);

  /* TRANSLATORS: of a date that is not there, as in “Churn date” = empty */
  self->words[0] = g_strdup (_("empty"));
  /* TRANSLATORS: of a date that is there, as in “Churn date” = filled in */
  self->words[1] = g_strdup (_("filled in"));
  for (gsize row = 0; row < self->n_rows; row++)
    self->classes[row] = !isnan (numbers[row]);

  return verdicts_count (self);
}

static BwVerdicts *
of_flags (BwColumn *column)
{
  const double *numbers = bw_column_get_numbers (column);
  BwVerdicts *self = verdicts_new (bw_column_get_name (column), bw_column_get_n_rows (column), 2);

  self->words[0] = g_strdup (_("no"));
  self->words[1] = g_strdup (_("yes"));
  for (gsize row = 0; row < self->n_rows; row++)
    {
      if (!isnan (numbers[row]))
        self->classes[row] = numbers[row] != 0;
    }

  return verdicts_count (self);
}

static BwVerdicts *
of_codes (BwColumn *column)
{
  g_autoptr(BwColumn) coded = bw_column_as_codes (column);
  BwDictionary *dictionary = bw_column_get_dictionary (coded);
  const guint32 *codes = bw_column_get_codes (coded);
  const guint32 size = bw_dictionary_size (dictionary);
  BwVerdicts *self;

  if (size < 2 || size > BW_MOST_VERDICTS)
    return NULL;

  self = verdicts_new (bw_column_get_name (column), bw_column_get_n_rows (column), size);
  for (guint32 code = 0; code < size; code++)
    self->words[code] = g_strdup (bw_dictionary_get (dictionary, code));
  for (gsize row = 0; row < self->n_rows; row++)
    {
      if (codes[row] != BW_NO_CODE)
        self->classes[row] = codes[row];
    }

  return verdicts_count (self);
}

/**
 * bw_verdicts_of_column:
 * @column: a yes or no, a date that is there or not, or one of up to three values
 *
 * Returns: (transfer full) (nullable): what it says of each row; %NULL where it tells nothing apart
 */
BwVerdicts *
bw_verdicts_of_column (BwColumn *column)
{
  switch (bw_column_get_type (column))
    {
    case BW_COLUMN_DATE:
    case BW_COLUMN_DATE_TIME:
      return of_dates (column);

    case BW_COLUMN_FLAG:
      return of_flags (column);

    case BW_COLUMN_NUMBER:
    case BW_COLUMN_PERCENT:
    case BW_COLUMN_MONEY:
    case BW_COLUMN_CATEGORY:
    case BW_COLUMN_TEXT:
    case BW_COLUMN_KEY:
      return of_codes (column);

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * bw_verdicts_by_key:
 * @own_keys: who each row of @self is, as codes
 * @keys: who each row of another file is, as codes
 *
 * Where a key has several rows in @self the last one counts.
 *
 * Returns: (transfer full) (nullable): what is known of each row of @keys
 */
BwVerdicts *
bw_verdicts_by_key (const BwVerdicts *self,
                    BwColumn         *own_keys,
                    BwColumn         *keys)
{
  const guint32 *own = bw_column_get_codes (own_keys), *codes = bw_column_get_codes (keys);
  const guint32 size = bw_dictionary_size (bw_column_get_dictionary (own_keys));
  g_autofree guint8 *by_code = g_malloc (MAX (size, 1));
  g_autofree guint32 *own_code = NULL;
  BwVerdicts *other;

  if (self->n_rows != bw_column_get_n_rows (own_keys))
    return NULL;

  own_code = bw_dictionary_translate (bw_column_get_dictionary (keys),
                                      bw_column_get_dictionary (own_keys));
  memset (by_code, BW_NO_VERDICT, size);
  for (gsize row = 0; row < self->n_rows; row++)
    {
      if (own[row] != BW_NO_CODE)
        by_code[own[row]] = self->classes[row];
    }
  other = verdicts_new (self->header, bw_column_get_n_rows (keys), self->n_classes);
  for (guint i = 0; i < self->n_classes; i++)
    other->words[i] = g_strdup (self->words[i]);
  for (gsize row = 0; row < other->n_rows; row++)
    {
      const guint32 code = codes[row] != BW_NO_CODE ? own_code[codes[row]] : BW_NO_CODE;

      if (code != BW_NO_CODE)
        other->classes[row] = by_code[code];
    }

  return verdicts_count (other);
}
