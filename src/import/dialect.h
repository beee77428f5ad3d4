/* Which characters part and quote the fields of a text: found by trying them on a sample. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/reading.h"
#include "import/records.h"

G_BEGIN_DECLS

void bw_dialect_find (BwDialect       *dialect,
                      const BwReading *reading,
                      GBytes *const   *sample,
                      guint            n_sample);

G_END_DECLS
