/* Bytes in any encoding come in, UTF-8 comes out, and the lines that had to be mended are named. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/input.h"

G_BEGIN_DECLS

typedef struct _BwDecoder BwDecoder;

BwDecoder    *bw_decoder_new (BwInput    *input,
                              const char *encoding,
                              GError    **error);
BwDecoder    *bw_decoder_new_for_bytes (GBytes     *bytes,
                                        const char *encoding);
void          bw_decoder_free (BwDecoder *self);
void          bw_decoder_set_clean (BwDecoder *self);
gssize        bw_decoder_read (BwDecoder *self,
                               char      *buffer,
                               gsize      size,
                               GError   **error);
const GArray *bw_decoder_get_bad_lines (const BwDecoder *self);
const GArray *bw_decoder_get_nul_lines (const BwDecoder *self);
gsize         bw_decoder_get_letter_line (const BwDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDecoder, bw_decoder_free)

G_END_DECLS
