/* What the bytes of a whole file are, found in one reading: encoding, a spread sample, oddities. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/input.h"

G_BEGIN_DECLS

/**
 * BwSurvey:
 * @n_bytes: all there are
 * @n_nul: zero bytes
 * @n_control: control characters that text does not hold
 * @n_characters: well-formed UTF-8 sequences of two bytes and more
 * @n_bad: bytes and cut sequences that are no UTF-8
 * @n_high: bytes from 0x80 on
 * @n_context: bytes that uchardet was given: high ones with a little around them
 * @high: by byte from 0x80 on, whether there is one
 * @proposal: (nullable): what uchardet takes the text for
 * @sample: (element-type GBytes): stretches from all over the file, the first from its start
 */
typedef struct
{
  guint64    n_bytes;
  guint64    n_nul;
  guint64    n_control;
  guint64    n_characters;
  guint64    n_bad;
  guint64    n_high;
  guint64    n_context;
  gboolean   high[128];
  char      *proposal;
  GPtrArray *sample;
} BwSurvey;

BwSurvey *bw_survey_new (BwInput *input,
                         GError **error);
void      bw_survey_free (BwSurvey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSurvey, bw_survey_free)

G_END_DECLS
