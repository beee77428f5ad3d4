/* What the fields of one record say, taken as a whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/records.h"

G_BEGIN_DECLS

gboolean bw_record_is_empty_behind (const BwRecord *record,
                                    guint           from);
char    *bw_record_dup_first_text (const BwRecord *record);
gsize    bw_record_mark_length (const BwRecord *record);
gboolean bw_record_is_mark (const BwRecord *record);

G_END_DECLS
