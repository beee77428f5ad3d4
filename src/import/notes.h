/* The choices that inspection made and that could be made otherwise, for the report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/layout.h"
#include "report/report.h"
#include "import/text.h"

G_BEGIN_DECLS

void bw_note_text (BwReport     *report,
                   const char   *file,
                   const BwText *text);
void bw_note_layout (BwReport       *report,
                     const char     *file,
                     const BwLayout *layout);
void bw_note_name (BwReport       *report,
                   const char     *file,
                   const BwLayout *layout,
                   guint           column);

G_END_DECLS
