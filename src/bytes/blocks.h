/* Text looked at in blocks of 64 bytes: where a byte stands, as the bits of a word. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bit i is for byte i of a block. Whole blocks are read, so that text needs BW_BLOCK bytes behind its
 * end that may be read, whatever they are. All is inline: it is done for every byte of a file. */

#pragma once

#include <glib.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

G_BEGIN_DECLS

#define BW_BLOCK 64

/**
 * BwBytes:
 *
 * A byte to look for.
 */
typedef struct
{
#ifdef __SSE2__
  __m128i bytes;
#else
  char byte;
#endif
} BwBytes;

/* Returns: @byte in every place */
static inline BwBytes
bw_bytes (char byte)
{
#ifdef __SSE2__
  const BwBytes bytes = { _mm_set1_epi8 (byte) };
#else
  const BwBytes bytes = { byte };
#endif

  return bytes;
}

/* Returns: where the byte stands */
static inline guint64
bw_block_find (const char    *block,
               const BwBytes *wanted)
{
  guint64 found = 0;

#ifdef __SSE2__
  for (guint i = 0; i < BW_BLOCK; i += 16)
    {
      const __m128i bytes = _mm_loadu_si128 ((const __m128i *) (const void *) (block + i));
      const int equal = _mm_movemask_epi8 (_mm_cmpeq_epi8 (bytes, wanted->bytes));

      found |= (guint64) (guint) equal << i;
    }
#else
  for (guint i = 0; i < BW_BLOCK; i++)
    found |= (guint64) (block[i] == wanted->byte) << i;
#endif

  return found;
}

/* Returns: ones for the first @n bytes, however many there are */
static inline guint64
bw_block_until (gsize n)
{
  return n >= BW_BLOCK ? ~G_GUINT64_CONSTANT (0) : (G_GUINT64_CONSTANT (1) << n) - 1;
}

/* Returns: ones from every odd bit of @bits, it included, to before the next one */
static inline guint64
bw_fill_between (guint64 bits)
{
  for (guint shift = 1; shift < BW_BLOCK; shift *= 2)
    bits ^= bits << shift;

  return bits;
}

/* Returns: the number of the lowest one of @bits, which has one */
static inline guint
bw_lowest_bit (guint64 bits)
{
  return __builtin_ctzll (bits);
}

G_END_DECLS
