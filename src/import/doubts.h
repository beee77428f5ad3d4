/* What a column could have been read as just as well, and which of its rows tell: for the report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/doubtful.h"
#include "import/source.h"

G_BEGIN_DECLS

void bw_doubts_note (const BwDoubtful *self,
                     BwColumnFacts    *facts);

G_END_DECLS
