/* The distinct texts of a column, each with a small number that stands for it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts lie end to end in one block, so that a million of them cost a million offsets and their
 * bytes, not a million allocations. An open-addressed table of codes finds a text again; it keeps a
 * part of each text's hash, so that it can tell other texts without a look at them. */

#include "table/dictionary.h"

#include <string.h>

#define FIRST_SLOTS 16
#define AT_ONCE     32

typedef struct
{
  guint32 code; /* + 1, or 0 where free */
  guint32 hash;
} Slot;

struct _BwDictionary
{
  gatomicrefcount ref_count;

  GByteArray *bytes;   /* each text with its final NUL */
  GArray     *offsets; /* of guint32, by code */
  Slot       *slots;
  gsize       n_slots; /* a power of two */
};

struct _BwDictionaryBuilder
{
  BwDictionary *made;
};

static guint64
mix (guint64 hash,
     guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return hash ^ (hash >> 29);
}

static guint32
hash_of (const char *text,
         gsize       length)
{
  guint64 hash = length, word;

  for (; length >= sizeof word; text += sizeof word, length -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = mix (hash, word);
    }
  word = 0;
  for (gsize i = 0; i < length; i++)
    word = word << 8 | (guchar) text[i];
  hash = mix (hash, word);

  return hash ^ (hash >> 32);
}

static gsize
length_of (const BwDictionary *self,
           guint32             code)
{
  const guint32 end = code + 1 < self->offsets->len
                      ? g_array_index (self->offsets, guint32, code + 1) : self->bytes->len;

  return end - g_array_index (self->offsets, guint32, code) - 1;
}

/* The slot where @text is, or the free one where it would go. */
static Slot *
find_slot (const BwDictionary *self,
           const char         *text,
           gsize               length,
           guint32             hash)
{
  gsize i = hash & (self->n_slots - 1);

  for (; self->slots[i].code != 0; i = (i + 1) & (self->n_slots - 1))
    {
      const guint32 code = self->slots[i].code - 1;

      if (self->slots[i].hash == hash && length_of (self, code) == length
          && memcmp (bw_dictionary_get (self, code), text, length) == 0)
        break;
    }

  return &self->slots[i];
}

static void
grow (BwDictionary *self)
{
  g_autofree Slot *old = g_steal_pointer (&self->slots);
  const gsize n_old = self->n_slots;

  self->n_slots = n_old == 0 ? FIRST_SLOTS : n_old * 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (gsize k = 0; k < n_old; k++)
    {
      gsize i = old[k].hash & (self->n_slots - 1);

      if (old[k].code == 0)
        continue;
      while (self->slots[i].code != 0) /* all texts differ */
        i = (i + 1) & (self->n_slots - 1);
      self->slots[i] = old[k];
    }
}

BwDictionaryBuilder *
bw_dictionary_builder_new (void)
{
  BwDictionaryBuilder *self = g_new0 (BwDictionaryBuilder, 1);
  BwDictionary *made = g_new0 (BwDictionary, 1);

  g_atomic_ref_count_init (&made->ref_count);
  made->bytes = g_byte_array_new ();
  made->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  grow (made);
  self->made = made;

  return self;
}

void
bw_dictionary_builder_free (BwDictionaryBuilder *self)
{
  g_clear_pointer (&self->made, bw_dictionary_unref);
  g_free (self);
}

static guint32
add (BwDictionary *made,
     const char   *text,
     gsize         length,
     guint32       hash)
{
  Slot *slot = find_slot (made, text, length, hash);
  const guint32 offset = made->bytes->len;

  if (slot->code != 0)
    return slot->code - 1;

  g_array_append_val (made->offsets, offset);
  g_byte_array_append (made->bytes, (const guint8 *) text, length);
  g_byte_array_append (made->bytes, (const guint8 *) "", 1);
  slot->code = made->offsets->len;
  slot->hash = hash;

  if (made->offsets->len * 4 > made->n_slots * 3)
    grow (made);

  return made->offsets->len - 1;
}

/**
 * bw_dictionary_builder_add:
 * @text: UTF-8 without a NUL inside; the empty text is a text like any other
 * @length: bytes of @text, or -1 where it ends in a NUL
 *
 * Cost: constant, on average.
 *
 * Returns: the code of @text, the same for the same text; codes count up from 0
 */
guint32
bw_dictionary_builder_add (BwDictionaryBuilder *self,
                           const char          *text,
                           gssize               length)
{
  const gsize n = length < 0 ? strlen (text) : (gsize) length;

  return add (self->made, text, n, hash_of (text, n));
}

/**
 * bw_dictionary_builder_add_many:
 * @texts: (array length=n)
 * @lengths: (array length=n): their bytes
 * @codes: (out) (array length=n): their codes
 *
 * The same as bw_dictionary_builder_add() for each, but sooner done where there are many texts: the
 * places where they belong are fetched before they are needed.
 */
void
bw_dictionary_builder_add_many (BwDictionaryBuilder *self,
                                const char *const   *texts,
                                const gsize         *lengths,
                                gsize                n,
                                guint32             *codes)
{
  BwDictionary *made = self->made;
  guint32 hashes[AT_ONCE];

  for (gsize start = 0; start < n; start += AT_ONCE)
    {
      const gsize end = MIN (start + AT_ONCE, n);

      for (gsize i = start; i < end; i++)
        {
          hashes[i - start] = hash_of (texts[i], lengths[i]);
          __builtin_prefetch (&made->slots[hashes[i - start] & (made->n_slots - 1)], 1);
        }
      for (gsize i = start; i < end; i++)
        codes[i] = add (made, texts[i], lengths[i], hashes[i - start]);
    }
}

/**
 * bw_dictionary_builder_end:
 *
 * Ends the building; @self may only be freed afterwards.
 *
 * Returns: (transfer full): the dictionary, which never changes again
 */
BwDictionary *
bw_dictionary_builder_end (BwDictionaryBuilder *self)
{
  g_return_val_if_fail (self->made != NULL, NULL);

  return g_steal_pointer (&self->made);
}

BwDictionary *
bw_dictionary_ref (BwDictionary *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_dictionary_unref (BwDictionary *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_byte_array_unref (self->bytes);
  g_array_unref (self->offsets);
  g_free (self->slots);
  g_free (self);
}

guint32
bw_dictionary_size (const BwDictionary *self)
{
  return self->offsets->len;
}

/**
 * bw_dictionary_get:
 * @code: below bw_dictionary_size(); not %BW_NO_CODE
 *
 * Returns: (transfer none): the text
 */
const char *
bw_dictionary_get (const BwDictionary *self,
                   guint32             code)
{
  g_return_val_if_fail (code < self->offsets->len, NULL);

  return (const char *) self->bytes->data + g_array_index (self->offsets, guint32, code);
}

/**
 * bw_dictionary_lookup:
 *
 * Returns: the code of @text, compared byte by byte, or %BW_NO_CODE where it is not there
 */
guint32
bw_dictionary_lookup (const BwDictionary *self,
                      const char         *text)
{
  const gsize length = strlen (text);
  const Slot *slot = find_slot (self, text, length, hash_of (text, length));

  return slot->code == 0 ? BW_NO_CODE : slot->code - 1;
}
