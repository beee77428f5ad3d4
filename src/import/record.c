/* What the fields of one record say, taken as a whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/record.h"

#include "cells/words.h"

#include <string.h>

/**
 * bw_record_is_empty_behind:
 *
 * Returns: whether all fields from @from on are blank
 */
gboolean
bw_record_is_empty_behind (const BwRecord *record,
                           guint           from)
{
  for (guint i = from; i < record->n_fields; i++)
    {
      if (!bw_is_blank (record->fields[i], record->lengths[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_record_dup_first_text:
 *
 * Returns: (transfer full) (nullable): the first cell with anything in it, by which a person knows
 *   the row
 */
char *
bw_record_dup_first_text (const BwRecord *record)
{
  for (guint i = 0; i < record->n_fields; i++)
    {
      if (!bw_is_blank (record->fields[i], record->lengths[i]))
        return g_strndup (record->fields[i], record->lengths[i]);
    }

  return NULL;
}

/**
 * bw_record_mark_length:
 * @record: with one field at least
 *
 * Returns: the bytes of the byte order mark at its start, which stands inside a file where one was put
 *   behind another; 0 where there is none
 */
gsize
bw_record_mark_length (const BwRecord *record)
{
  return record->lengths[0] >= 3 && memcmp (record->fields[0], "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

/**
 * bw_record_is_mark:
 *
 * Returns: whether @record is but the mark with which DOS ends a text, or a byte that was no
 *   character, which is told elsewhere
 */
gboolean
bw_record_is_mark (const BwRecord *record)
{
  return record->n_fields == 1
         && ((record->lengths[0] == 1 && record->fields[0][0] == '\x1A')
             || (record->lengths[0] == 3 && memcmp (record->fields[0], "\xEF\xBF\xBD", 3) == 0));
}
