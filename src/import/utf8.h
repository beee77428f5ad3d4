/* Whether bytes are UTF-8, told across the edges of blocks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwUtf8:
 * @n_wanted: continuation bytes that the open sequence still needs
 * @low: least next byte
 * @high: greatest next byte
 *
 * Where a check stands between two bytes. All zero at the start.
 */
typedef struct
{
  guint8 n_wanted;
  guint8 low;
  guint8 high;
} BwUtf8;

/**
 * BwUtf8Step:
 * @BW_UTF8_OPEN: the byte belongs to a sequence that is not complete
 * @BW_UTF8_CHARACTER: the byte completes a character
 * @BW_UTF8_BAD: the byte cannot stand there, nor can those of the open sequence before it
 * @BW_UTF8_BAD_BEFORE: the open sequence before it is cut off; take the byte again
 */
typedef enum
{
  BW_UTF8_OPEN,
  BW_UTF8_CHARACTER,
  BW_UTF8_BAD,
  BW_UTF8_BAD_BEFORE,
} BwUtf8Step;

BwUtf8Step bw_utf8_step (BwUtf8 *self,
                         guint8  byte);
gsize      bw_ascii_length (const guint8 *bytes,
                            gsize         n);
gunichar   bw_windows_1252_character (guint8 byte);

G_END_DECLS
