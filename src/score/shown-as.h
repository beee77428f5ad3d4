/* What a score can be shown as: a number, a percentage, a letter, a band, a rank. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All are skins over one score; nothing that is worked out or written to a file depends on it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BW_SHOWN_NUMBER,
  BW_SHOWN_PERCENT,
  BW_SHOWN_LETTER,
  BW_SHOWN_BAND,
  BW_SHOWN_RANK,
  BW_SHOWN_PERCENTILE,
} BwShownAs;

gboolean    bw_shown_as_find (const char *id,
                              BwShownAs  *as);
const char *bw_shown_as_get_id (BwShownAs as);

G_END_DECLS
