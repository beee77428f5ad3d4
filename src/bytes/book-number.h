/* A number as a workbook stores it becomes text: plain, percent, money, a date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/number-format.h"

G_BEGIN_DECLS

void bw_book_number_append (GString              *fields,
                            const char           *text,
                            const BwNumberFormat *format,
                            gboolean              from_1904);

G_END_DECLS
