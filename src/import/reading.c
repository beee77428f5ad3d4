/* How one file is to be read: each choice made, or left to inspection. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/reading.h"

/**
 * bw_reading_new:
 *
 * Returns: (transfer full): a reading that leaves everything to inspection
 */
BwReading *
bw_reading_new (void)
{
  BwReading *self = g_new0 (BwReading, 1);

  self->delimiter = BW_CHOOSE;
  self->quote = BW_CHOOSE;
  self->header = BW_HEADER_FIND;
  self->decimal = BW_CHOOSE;
  self->date_order = BW_DATE_ORDER_FIND;
  self->first_row = BW_ROW_FIND;

  return self;
}

/**
 * bw_reading_copy:
 *
 * Returns: (transfer full): a reading of its own
 */
BwReading *
bw_reading_copy (const BwReading *self)
{
  BwReading *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->encoding = g_strdup (self->encoding);
  copy->sheet = g_strdup (self->sheet);
  copy->forced = g_new0 (BwForcedType, self->n_forced);
  for (guint i = 0; i < self->n_forced; i++)
    {
      copy->forced[i] = self->forced[i];
      copy->forced[i].column = g_strdup (self->forced[i].column);
    }

  return copy;
}

void
bw_reading_free (BwReading *self)
{
  for (guint i = 0; i < self->n_forced; i++)
    g_free (self->forced[i].column);

  g_free (self->forced);
  g_free (self->encoding);
  g_free (self->sheet);
  g_free (self);
}

/**
 * bw_reading_take:
 * @choices: what is to hold, where it says something
 *
 * For one who fills @self.
 */
void
bw_reading_take (BwReading       *self,
                 const BwReading *choices)
{
  if (choices->encoding != NULL)
    {
      g_free (self->encoding);
      self->encoding = g_strdup (choices->encoding);
    }
  if (choices->sheet != NULL)
    {
      g_free (self->sheet);
      self->sheet = g_strdup (choices->sheet);
    }
  if (choices->delimiter != BW_CHOOSE)
    self->delimiter = choices->delimiter;
  if (choices->quote != BW_CHOOSE)
    self->quote = choices->quote;
  if (choices->decimal != BW_CHOOSE)
    self->decimal = choices->decimal;
  if (choices->date_order != BW_DATE_ORDER_FIND)
    self->date_order = choices->date_order;
  if (choices->header != BW_HEADER_FIND)
    {
      self->header = choices->header;
      self->header_rows = choices->header_rows;
      self->first_row = choices->first_row;
    }
}
