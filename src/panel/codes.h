/* Any column as one of codes, so that keys compare whatever type they were read as. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "table/table.h"

G_BEGIN_DECLS

BwColumn *bw_column_as_codes (BwColumn *column);
guint32  *bw_dictionary_translate (BwDictionary *from,
                                   BwDictionary *to);
gsize     bw_column_count_codes (BwColumn *coded);

G_END_DECLS
