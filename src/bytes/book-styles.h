/* What each style of a workbook says about the numbers that bear it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/archive.h"
#include "bytes/number-format.h"

G_BEGIN_DECLS

typedef struct _BwBookStyles BwBookStyles;

BwBookStyles         *bw_book_styles_new (BwArchive  *archive,
                                          const char *path,
                                          GError    **error);
void                  bw_book_styles_free (BwBookStyles *self);
const BwNumberFormat *bw_book_styles_get (const BwBookStyles *self,
                                          guint64             style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwBookStyles, bw_book_styles_free)

G_END_DECLS
