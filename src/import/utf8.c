/* Whether bytes are UTF-8, told across the edges of blocks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/utf8.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Windows-1252 from 0x80 to 0x9F; the rest is as in Latin-1. */
static const gunichar windows_1252[32] = {
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

static void
begin (BwUtf8 *self,
       guint8  n_wanted,
       guint8  low,
       guint8  high)
{
  self->n_wanted = n_wanted;
  self->low = low;
  self->high = high;
}

static BwUtf8Step
first_byte (BwUtf8 *self,
            guint8  byte)
{
  if (byte < 0x80)
    return BW_UTF8_CHARACTER;
  if (byte < 0xC2 || byte > 0xF4)
    return BW_UTF8_BAD;

  if (byte < 0xE0)
    begin (self, 1, 0x80, 0xBF);
  else if (byte < 0xF0) /* neither overlong nor surrogates */
    begin (self, 2, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF);
  else /* neither overlong nor beyond U+10FFFF */
    begin (self, 3, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF);

  return BW_UTF8_OPEN;
}

/**
 * bw_utf8_step:
 *
 * Returns: what @byte is, after all those before it
 */
BwUtf8Step
bw_utf8_step (BwUtf8 *self,
              guint8  byte)
{
  if (self->n_wanted == 0)
    return first_byte (self, byte);

  if (byte < self->low || byte > self->high)
    {
      begin (self, 0, 0, 0);
      return BW_UTF8_BAD_BEFORE;
    }

  begin (self, self->n_wanted - 1, 0x80, 0xBF);

  return self->n_wanted == 0 ? BW_UTF8_CHARACTER : BW_UTF8_OPEN;
}

/**
 * bw_ascii_length:
 *
 * Returns: how many of the first bytes are ASCII; not less than there are but for up to fifteen
 */
gsize
bw_ascii_length (const guint8 *bytes,
                 gsize         n)
{
  gsize i = 0;

#ifdef __SSE2__
  for (; i + 16 <= n; i += 16)
    {
      if (_mm_movemask_epi8 (_mm_loadu_si128 ((const __m128i *) (const void *) (bytes + i))) != 0)
        return i;
    }
#else
  for (guint64 word; i + sizeof word <= n; i += sizeof word)
    {
      memcpy (&word, bytes + i, sizeof word);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        return i;
    }
#endif

  return i;
}

/**
 * bw_windows_1252_character:
 * @byte: from 0x80 on
 *
 * Returns: the character that it stands for in Windows-1252, U+FFFD where for none
 */
gunichar
bw_windows_1252_character (guint8 byte)
{
  return byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}
