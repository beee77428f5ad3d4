/* A word that stands for a text: its bytes where it has eight at most, else a mixture of them all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two texts of one length and one word are the same where they have eight bytes at most, and are likely
 * to be where they have more. What is done for every cell of a file is inline. */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  gsize       length;
  guint64     word;
} BwTextWord;

static inline guint64
bw_word_mix (guint64 hash,
             guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return hash ^ (hash >> 29);
}

static inline guint64
bw_word_load (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof (guint64));

  return word;
}

/* The word of a text of more than eight bytes. */
static inline guint64
bw_word_of_long (const char *text,
                 gsize       length)
{
  guint64 word = length;

  for (gsize i = 0; i + sizeof (guint64) < length; i += sizeof (guint64))
    word = bw_word_mix (word, bw_word_load (text + i));

  return bw_word_mix (word, bw_word_load (text + length - sizeof (guint64)));
}

/* A word may be read behind the start of @text, however short it is. */
static inline BwTextWord
bw_text_word_with_slack (const char *text,
                         gsize       length)
{
  static const guint64 masks[sizeof (guint64)] = {
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
    0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
#else
    0, ~0ull << 56, ~0ull << 48, ~0ull << 40, ~0ull << 32, ~0ull << 24, ~0ull << 16, ~0ull << 8,
#endif
  };
  BwTextWord cell = { text, length, 0 };

  if (length > sizeof (guint64))
    cell.word = bw_word_of_long (text, length);
  else if (length == sizeof (guint64))
    cell.word = bw_word_load (text);
  else
    cell.word = bw_word_load (text) & masks[length];

  return cell;
}

G_END_DECLS
