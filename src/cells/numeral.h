/* What one cell is as a number: under each decimal mark, and what stood around its digits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwMark:
 * @BW_MARK_DOT: 1,234.5
 * @BW_MARK_COMMA: 1.234,5
 *
 * The decimal marks, as places in an array.
 */
typedef enum
{
  BW_MARK_DOT,
  BW_MARK_COMMA,
} BwMark;

#define BW_N_MARKS (BW_MARK_COMMA + 1)

/**
 * BwNumber:
 * @fits: whether the cell is a finite number under each decimal mark
 * @values: what it is then, a percentage as a fraction
 * @percent: it bears a percent sign
 * @currency: (nullable): ISO 4217, or "" for a sign that several currencies share
 * @digits_only: nothing but ASCII digits
 * @leading_zero: @digits_only, begins with 0 and is longer than that
 * @exponent: written with an exponent
 * @n_digits: digits before the decimal mark
 * @fractions: by #BwMark a bit: it has a decimal mark
 * @scale: the power of ten that a letter or word behind it says: 3 for k; 0 for none; @values are
 *   multiplied already
 * @scale_sure: that can hardly mean anything else: a word says it, or it is money or has decimals
 * @credit: CR or DR stands behind it; a credit is below zero
 * @lossy: more digits than a double tells apart
 */
typedef struct
{
  gboolean    fits[BW_N_MARKS];
  double      values[BW_N_MARKS];
  gboolean    percent;
  const char *currency;
  gboolean    digits_only;
  gboolean    leading_zero;
  gboolean    exponent;
  guint       n_digits;
  guint       fractions;
  guint       scale;
  gboolean    scale_sure;
  gboolean    credit;
  gboolean    lossy;
} BwNumber;

G_END_DECLS
