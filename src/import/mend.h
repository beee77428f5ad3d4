/* Bytes that are UTF-8 or Windows-1252, mixed as they come, become UTF-8. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/utf8.h"

G_BEGIN_DECLS

#define BW_MENDER_MAX 24 /* bytes that one byte can make */

/**
 * BwMended:
 * @BW_MENDED_FOREIGN: bytes of the other encoding, or of none
 * @BW_MENDED_NUL: a zero byte, left out
 */
typedef enum
{
  BW_MENDED_FOREIGN = 1 << 0,
  BW_MENDED_NUL = 1 << 1,
} BwMended;

/**
 * BwMender:
 * @western: the text is Windows-1252, and UTF-8 strays in it; else the other way round
 *
 * Where it stands between two bytes. All zero at the start, but for @western.
 */
typedef struct
{
  gboolean western;
  BwUtf8   utf8;
  guint8   open[4]; /* bytes of the sequence that is not complete */
  guint    n_open;
} BwMender;

gsize bw_mender_put (BwMender *self,
                     guint8    byte,
                     char     *out,
                     guint    *mended);
gsize bw_mender_end (BwMender *self,
                     char     *out,
                     guint    *mended);

G_END_DECLS
