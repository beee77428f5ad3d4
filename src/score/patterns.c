/* Distinct patterns of bits, numbered as they are met. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash table of numbers with open addressing, at most half full. */

#include "score/patterns.h"

#include <string.h>

#define FREE G_MAXUINT32

struct _BwPatterns
{
  guint    n_words;
  GArray  *words; /* of guint64, n_words a pattern */
  guint32 *slots;
  gsize    n_slots; /* a power of two */
  guint32  n;
  guint32  last;
};

BwPatterns *
bw_patterns_new (guint n_words)
{
  BwPatterns *self = g_new0 (BwPatterns, 1);

  self->n_words = n_words;
  self->words = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->n_slots = 64;
  self->slots = g_new (guint32, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof *self->slots);

  return self;
}

void
bw_patterns_free (BwPatterns *self)
{
  g_array_unref (self->words);
  g_free (self->slots);
  g_free (self);
}

const guint64 *
bw_patterns_get (const BwPatterns *self,
                 guint32           pattern)
{
  return &g_array_index (self->words, guint64, (gsize) pattern * self->n_words);
}

guint32
bw_patterns_get_n (const BwPatterns *self)
{
  return self->n;
}

static gboolean
is_pattern (const BwPatterns *self,
            guint32           pattern,
            const guint64    *words)
{
  return memcmp (bw_patterns_get (self, pattern), words, self->n_words * sizeof *words) == 0;
}

/* Returns: the slot of the pattern, or the free one that it would have */
static gsize
find_slot (const BwPatterns *self,
           const guint64    *words)
{
  guint64 hash = 0;
  gsize slot;

  for (guint i = 0; i < self->n_words; i++)
    {
      hash = (hash ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }

  slot = hash & (self->n_slots - 1);
  while (self->slots[slot] != FREE && !is_pattern (self, self->slots[slot], words))
    slot = (slot + 1) & (self->n_slots - 1);

  return slot;
}

static void
grow (BwPatterns *self)
{
  self->n_slots *= 2;
  self->slots = g_renew (guint32, self->slots, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof *self->slots);

  for (guint32 i = 0; i < self->n; i++)
    self->slots[find_slot (self, bw_patterns_get (self, i))] = i;
}

/**
 * bw_patterns_add:
 * @words: (array): copied
 *
 * Returns: the number of the pattern, the next one where it is new
 */
guint32
bw_patterns_add (BwPatterns    *self,
                 const guint64 *words)
{
  gsize slot;

  if (self->n > 0 && is_pattern (self, self->last, words))
    return self->last;

  slot = find_slot (self, words);
  if (self->slots[slot] == FREE)
    {
      self->slots[slot] = self->n++;
      g_array_append_vals (self->words, words, self->n_words);
      self->last = self->n - 1;
      if (self->n > self->n_slots / 2)
        grow (self);
    }
  else
    {
      self->last = self->slots[slot];
    }

  return self->last;
}
