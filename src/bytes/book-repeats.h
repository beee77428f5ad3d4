/* Values of merged cells, repeated in the rows that they cover. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/book-rows.h"

G_BEGIN_DECLS

typedef struct _BwBookRepeats BwBookRepeats;

BwBookRepeats *bw_book_repeats_new (BwXml   *xml,
                                    GError **error);
void           bw_book_repeats_free (BwBookRepeats *self);
void           bw_book_repeats_start (BwBookRepeats *self);
void           bw_book_repeats_apply (BwBookRepeats *self,
                                      BwBookRow     *row);
gsize          bw_book_repeats_count (const BwBookRepeats *self,
                                      guint               *first_row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwBookRepeats, bw_book_repeats_free)

G_END_DECLS
