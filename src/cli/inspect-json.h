/* What was understood of each file, as JSON for other programs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"

G_BEGIN_DECLS

char                 *bw_inspect_as_json (const BwIntake *intake);
const BwMappedSource *bw_inspect_mapped (const BwIntake *intake,
                                         guint           file);
const BwMappedColumn *bw_inspect_find (const BwMappedSource *mapped,
                                       const char           *header,
                                       guint                 guess);
char                 *bw_inspect_name_of (char character);

G_END_DECLS
