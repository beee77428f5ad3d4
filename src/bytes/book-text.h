/* How a workbook writes a cell's text, and how a field of CSV does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/xml.h"

G_BEGIN_DECLS

gboolean bw_book_text_read (BwXml   *xml,
                            GString *text,
                            GError **error);
void     bw_book_text_unescape (GString *text);
void     bw_book_text_append_field (GString    *fields,
                                    const char *text,
                                    gsize       length);

G_END_DECLS
