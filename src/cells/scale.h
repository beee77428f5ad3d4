/* Words behind a number that multiply or divide it: k, Mio., billion, percent, basis points. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwScale:
 * @power: of ten; below zero for percent, per mille and basis points
 * @sure: it can hardly mean anything else; a lone letter can
 */
typedef struct
{
  const char *word;
  gsize       length;
  int         power;
  gboolean    sure;
} BwScale;

const BwScale *bw_scale_at_end (const char *text,
                                gsize       length,
                                gboolean    money);
gboolean       bw_scale_is_small (const char *word,
                                  gsize       length);

G_END_DECLS
