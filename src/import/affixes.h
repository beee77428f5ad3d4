/* What stands around the digits of a number: signs, brackets, blanks, a currency, a percent sign. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwAffixes:
 * @text: what is left between them
 * @currency: (nullable): ISO 4217, or "" for a sign that several currencies share
 */
typedef struct
{
  const char *text;
  gsize       length;
  gboolean    negative;
  gboolean    has_sign;
  gboolean    percent;
  const char *currency;
} BwAffixes;

void  bw_affixes_take (BwAffixes *self);
gsize bw_blank_at_start (const char *text,
                         gsize       length);

G_END_DECLS
