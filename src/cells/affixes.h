/* What stands around the digits of a number: signs, brackets, blanks, a currency, a percent sign, k. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwAffixes:
 * @text: what is left between them
 * @currency: (nullable): ISO 4217, or "" for a sign that several currencies share
 * @per: of which power of ten it is a part: 2 for percent; 0 for none
 * @scale: the power of ten that it is multiplied with: 3 for k; 0 for none
 * @scale_sure: that is said by a word and not by a lone letter
 * @scale_small: it is a small letter that stands for a unit of length, time or size as well
 * @credit: CR or DR stands behind it
 */
typedef struct
{
  const char *text;
  gsize       length;
  gboolean    negative;
  gboolean    has_sign;
  const char *currency;
  guint       per;
  guint       scale;
  gboolean    scale_sure;
  gboolean    scale_small;
  gboolean    credit;
} BwAffixes;

void  bw_affixes_take (BwAffixes *self);
gsize bw_blank_at_start (const char *text,
                         gsize       length);

G_END_DECLS
