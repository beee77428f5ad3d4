/* How the values of a column become bytes, and come back the same to the last bit. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of one part of a column: what is read, checked and thrown away as one. */
#define BW_PART_ROWS 65536

GBytes   *bw_codec_pack_numbers (const double *values,
                                 gsize         n);
gboolean  bw_codec_unpack_numbers (GBytes *bytes,
                                   double *values,
                                   gsize   n);
GBytes   *bw_codec_pack_codes (const guint32 *codes,
                               gsize          n);
gboolean  bw_codec_unpack_codes (GBytes  *bytes,
                                 guint32 *codes,
                                 gsize    n,
                                 guint32  n_codes);

G_END_DECLS
