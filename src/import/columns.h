/* The cells of a file become typed columns, several at once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/gather.h"
#include "import/judge.h"

G_BEGIN_DECLS

BwTable *bw_columns_make (BwGather        *gather,
                          const BwLayout  *layout,
                          const BwReading *reading,
                          char             delimiter,
                          BwReport        *report,
                          GArray          *facts,
                          BwManners       *manners,
                          GCancellable    *cancellable,
                          GError         **error);

G_END_DECLS
