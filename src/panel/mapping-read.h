/* The parts of a mapping's JSON that are read apart. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/mapped-source.h"
#include "panel/mapping-json.h"

G_BEGIN_DECLS

gboolean bw_mapping_read_reading (const BwJsonPlace *place,
                                  BwReading         *reading,
                                  GError           **error);
gboolean bw_mapping_read_events (const BwJsonPlace *place,
                                 BwMappedSource    *source,
                                 GError           **error);
gboolean bw_mapping_check (const BwJsonPlace    *root,
                           const BwMappedSource *sources,
                           guint                 n_sources,
                           GError              **error);

G_END_DECLS
