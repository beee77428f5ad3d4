/* What one column says became of each customer, over all snapshots. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column that says so of its own date (a history) dates the end: gone since the first snapshot that
 * says so, where an earlier one did not. A table without a date says the same at every snapshot, and
 * so dates nothing. */

#include "outcome/told.h"

#include "outcome/words.h"

#include <math.h>

/* How a column is read. */
typedef struct
{
  BwPanel           *panel;
  guint              column;
  const char *const *gone; /* or NULL: by the words, or by yes and no */
  gboolean           yes_is_gone;
} Reading;

gboolean
bw_told_is_date (BwColumnType type)
{
  return type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME;
}

gboolean
bw_told_is_number (BwColumnType type)
{
  return type == BW_COLUMN_NUMBER || type == BW_COLUMN_PERCENT || type == BW_COLUMN_MONEY;
}

static gboolean
is_listed (const char *const *gone,
           const char        *text)
{
  for (guint i = 0; gone[i] != NULL; i++)
    {
      if (bw_words_are_alike (gone[i], text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_listed_number (const char *const *gone,
                  double             value)
{
  for (guint i = 0; gone[i] != NULL; i++)
    {
      char *end;
      const double number = g_ascii_strtod (gone[i], &end);

      if (end != gone[i] && *end == '\0' && number == value)
        return TRUE;
    }

  return FALSE;
}

static BwFate
fate_of_text (const Reading *reading,
              const char    *text)
{
  if (reading->gone != NULL)
    return is_listed (reading->gone, text) ? BW_FATE_GONE : BW_FATE_STAYED;

  return bw_words_of_value (text) == BW_SAYS_GONE ? BW_FATE_GONE : BW_FATE_STAYED;
}

static BwFate
fate_of_number (const Reading *reading,
                BwColumnType   type,
                double         value)
{
  gboolean gone;

  if (isnan (value))
    return bw_told_is_date (type) ? BW_FATE_STAYED : BW_FATE_UNKNOWN;
  if (bw_told_is_date (type))
    return BW_FATE_GONE;

  if (reading->gone == NULL)
    gone = (value > 0) == reading->yes_is_gone;
  else if (type == BW_COLUMN_FLAG)
    gone = is_listed (reading->gone, value != 0 ? "yes" : "no") ||
           is_listed_number (reading->gone, value != 0);
  else
    gone = is_listed_number (reading->gone, value);

  return gone ? BW_FATE_GONE : BW_FATE_STAYED;
}

/* Fills in the fate of each row of a snapshot. */
static void
read_rows (const Reading *reading,
           BwColumn      *column,
           guint8        *fates)
{
  const double *numbers = bw_column_get_numbers (column);
  const guint32 *codes = bw_column_get_codes (column);
  const BwColumnType type = bw_column_get_type (column);
  BwDictionary *dictionary = bw_column_get_dictionary (column);
  g_autofree guint8 *by_code = NULL;

  if (numbers != NULL)
    {
      for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
        fates[row] = fate_of_number (reading, type, numbers[row]);
      return;
    }

  by_code = g_new (guint8, MAX (bw_dictionary_size (dictionary), 1));
  for (guint32 code = 0; code < bw_dictionary_size (dictionary); code++)
    by_code[code] = fate_of_text (reading, bw_dictionary_get (dictionary, code));
  for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
    fates[row] = codes[row] != BW_NO_CODE ? by_code[codes[row]] : BW_FATE_UNKNOWN;
}

static BwTold *
told_new (BwPanel *panel)
{
  BwTold *self = g_new0 (BwTold, 1);

  self->n_customers = bw_panel_get_n_customers (panel);
  self->fates = g_new0 (guint8, MAX (self->n_customers, 1));
  self->days = g_new (double, MAX (self->n_customers, 1));
  for (gsize i = 0; i < self->n_customers; i++)
    self->days[i] = NAN;

  return self;
}

void
bw_told_free (BwTold *self)
{
  g_free (self->fates);
  g_free (self->days);
  g_free (self->several);
  g_free (self);
}

/* One snapshot of a column of dates: the earliest day of each customer counts. */
static void
hear_days (BwTold       *self,
           BwSnapshot   *snapshot,
           const guint8 *fates,
           const double *days)
{
  const guint32 *customers = bw_snapshot_get_customers (snapshot);

  for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
    {
      const guint32 customer = customers[row];
      const double day = floor (days[row]), before = self->days[customer];

      self->fates[customer] = MAX (self->fates[customer], fates[row]);
      if (fates[row] != BW_FATE_GONE)
        continue;
      self->several[customer] |= !isnan (before) && before != day;
      self->days[customer] = isnan (before) ? day : MIN (before, day);
    }
}

/* One snapshot of any other column: the day is that of the first snapshot that says gone. */
static void
hear_fates (BwTold       *self,
            BwSnapshot   *snapshot,
            const guint8 *fates)
{
  const guint32 *customers = bw_snapshot_get_customers (snapshot);

  for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
    {
      const guint32 customer = customers[row];

      if (fates[row] == BW_FATE_GONE && self->fates[customer] == BW_FATE_STAYED)
        {
          self->days[customer] = bw_snapshot_get_date (snapshot);
          self->n_moved++;
        }
      else if (fates[row] == BW_FATE_STAYED && self->fates[customer] == BW_FATE_GONE)
        {
          self->n_back++;
        }
      self->fates[customer] = MAX (self->fates[customer], fates[row]);
    }
}

/**
 * bw_told_new:
 * @gone: (nullable) (array zero-terminated=1): the values that mean gone; not for a date
 *
 * Cost: a pass over the column in every snapshot.
 *
 * Returns: (transfer full): what it says
 */
BwTold *
bw_told_new (BwPanel           *panel,
             guint              column,
             const char *const *gone)
{
  const Reading reading = { panel, column, gone,
                            bw_words_yes_is_gone (bw_panel_get_column (panel, column)->name) };
  const gboolean is_date = bw_told_is_date (bw_panel_get_column (panel, column)->type);
  BwTold *self = told_new (panel);

  if (is_date)
    self->several = g_new0 (guint8, MAX (self->n_customers, 1));
  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      BwColumn *values = bw_snapshot_get_column (snapshot, column);
      g_autofree guint8 *fates = g_new (guint8, MAX (bw_snapshot_get_n_rows (snapshot), 1));

      read_rows (&reading, values, fates);
      if (is_date)
        hear_days (self, snapshot, fates, bw_column_get_numbers (values));
      else
        hear_fates (self, snapshot, fates);
    }

  return self;
}

/**
 * bw_told_new_vanished:
 *
 * Returns: (transfer full): gone are the customers that are not in the newest snapshot, since the
 *   first that they are in no more
 */
BwTold *
bw_told_new_vanished (BwPanel *panel)
{
  const guint n_snapshots = bw_panel_get_n_snapshots (panel);
  BwTold *self = told_new (panel);

  for (guint i = 0; i < n_snapshots; i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      const guint32 *customers = bw_snapshot_get_customers (snapshot);
      const gboolean newest = i + 1 == n_snapshots;

      for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          self->fates[customers[row]] = newest ? BW_FATE_STAYED : BW_FATE_GONE;
          self->days[customers[row]] =
            newest ? NAN : bw_snapshot_get_date (bw_panel_get_snapshot (panel, i + 1));
        }
    }

  return self;
}

gsize
bw_told_count (const BwTold *self,
               BwFate        fate)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_customers; i++)
    n += self->fates[i] == fate;

  return n;
}
