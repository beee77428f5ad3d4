/* UTF-8 text in blocks comes in, records of fields come out, each with the line it begins on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/fields.h"
#include "bytes/linefeed.h"

G_BEGIN_DECLS

/**
 * BwRecord:
 * @fields: (array length=n_fields): each ended by a NUL that does not count; valid until the next
 *   record is read
 * @n_fields: 0 for a blank line
 * @line: physical line on which it begins, from 1
 * @unclosed: a quote that opens in it never closes, so its line was split as if it had none
 * @text: (nullable): where all of its fields lie; %NULL where they lie anywhere
 * @size: bytes of @text
 */
typedef struct
{
  const char *const *fields;
  const gsize       *lengths;
  guint              n_fields;
  gsize              line;
  gboolean           unclosed;
  const char        *text;
  gsize              size;
} BwRecord;

typedef struct _BwRecords BwRecords;

BwRecords *bw_records_new (const BwDialect *dialect,
                           BwRefillFunc     refill,
                           gpointer         user_data);
BwRecords *bw_records_new_for_text (const BwDialect *dialect,
                                    const char      *text,
                                    gsize            length);
void       bw_records_free (BwRecords *self);
void       bw_records_set_width (BwRecords *self,
                                 guint      width);
void       bw_records_set_made (BwRecords *self);
gboolean   bw_records_next (BwRecords *self,
                            BwRecord  *record,
                            GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwRecords, bw_records_free)

G_END_DECLS
