/* The texts that a workbook keeps once for all its sheets. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/archive.h"

G_BEGIN_DECLS

typedef struct _BwBookStrings BwBookStrings;

BwBookStrings *bw_book_strings_new (BwArchive  *archive,
                                    const char *path,
                                    GError    **error);
void           bw_book_strings_free (BwBookStrings *self);
const char    *bw_book_strings_get (const BwBookStrings *self,
                                    guint64              index,
                                    gsize               *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwBookStrings, bw_book_strings_free)

G_END_DECLS
