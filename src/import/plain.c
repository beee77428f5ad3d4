/* Whether a record is a row without a doubt, told by a few compares. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/plain.h"

#include "import/describe.h"
#include "cells/words.h"

#include <string.h>

static void
find_watched (BwPlain *self)
{
  const BwProfile *profile = self->layout->profile;

  self->typed = -1;
  for (guint i = 0; i < profile->n_columns; i++)
    {
      const BwColumnProfile *column = &profile->columns[i];

      if (column->filled && i > 0 && !(column->typed && column->kind == BW_KIND_NUMBER)
          && self->n_watched < BW_PLAIN_MAX_WATCHED)
        self->watched[self->n_watched++] = i;
      if (column->typed && column->filled && column->kind != BW_KIND_FLAG && self->typed < 0)
        self->typed = i;
    }
}

/* The first name, by which the header is known when it comes again. */
static void
find_head (BwPlain *self)
{
  const BwRow *row;

  if (self->layout->heads->len == 0)
    return;

  row = bw_peek_at (self->layout->heads, 0);
  for (guint i = 0; i < row->n_fields && self->head_length == 0; i++)
    {
      self->head = row->fields[i];
      self->head_column = i;
      while (g_ascii_isspace (*self->head))
        self->head++;
      self->head_length = strlen (self->head);
    }
}

/**
 * bw_plain_init:
 * @layout: must outlive @self
 */
void
bw_plain_init (BwPlain        *self,
               const BwLayout *layout)
{
  memset (self, 0, sizeof *self);
  self->layout = layout;
  find_watched (self);
  find_head (self);
}

static gboolean
is_lone (const BwRecord *record)
{
  guint n = 0;

  for (guint i = 0; i < record->n_fields && n < 2; i++)
    n += record->lengths[i] > 0 && !bw_is_blank (record->fields[i], record->lengths[i]);

  return n < 2;
}

static gboolean
is_text_in_typed (const BwPlain  *self,
                  const BwRecord *record)
{
  return self->typed >= 0 && record->lengths[self->typed] > 2
         && g_ascii_isalpha (record->fields[self->typed][0])
         && g_ascii_isalpha (record->fields[self->typed][1]);
}

static gboolean
starts_like_head (const BwPlain  *self,
                  const BwRecord *record)
{
  const char *text;

  if (self->head_length == 0 || self->head_column >= record->n_fields
      || record->lengths[self->head_column] < self->head_length)
    return FALSE;
  text = record->fields[self->head_column];

  return text[0] == self->head[0] ? memcmp (text, self->head, self->head_length) == 0
                                  : g_ascii_isspace (text[0]) || text[0] == '\xEF';
}

/**
 * bw_plain_holds:
 *
 * Returns: whether @record is a row without a doubt
 */
gboolean
bw_plain_holds (const BwPlain  *self,
                const BwRecord *record)
{
  if (record->n_fields != self->layout->width || record->lengths[0] == 0
      || starts_like_head (self, record) || is_text_in_typed (self, record))
    return FALSE;

  for (guint i = 0; i < self->n_watched; i++)
    {
      if (record->lengths[self->watched[i]] == 0)
        return !is_lone (record) && !bw_total_may_be (record->fields[0], record->lengths[0], FALSE);
    }
  if (self->n_watched > 0)
    return TRUE;

  return !bw_total_may_be (record->fields[0], record->lengths[0], TRUE)
         || bw_total_word (record->fields[0], NULL) != BW_TOTAL_WORD_WHOLE;
}
