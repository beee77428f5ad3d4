/* A model file while it is read: what is known of its parts, and not kept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/parts.h"

G_BEGIN_DECLS

/* How a metric's direction is known: from the file, or from the signs of its weights. */
typedef enum
{
  BW_DIRECTION_UNSAID,
  BW_DIRECTION_HELPS,
  BW_DIRECTION_HURTS,
} BwDirection;

/* What is known while the parts are read, and not kept. */
typedef struct
{
  GHashTable *metrics;    /* id to index + 1 */
  GArray     *directions; /* of BwDirection, by metric */
  GArray     *signs;      /* of int, by metric: of the first weight that is not 0 */
} BwLoad;

gboolean bw_load_skin (BwReader   *reader,
                       JsonObject *object);
gboolean bw_load_metrics (BwReader   *reader,
                          JsonObject *object,
                          BwLoad     *load);
gboolean bw_load_segments (BwReader   *reader,
                           JsonObject *object,
                           BwLoad     *load);
gboolean bw_load_rules (BwReader   *reader,
                        JsonObject *object);

G_END_DECLS
