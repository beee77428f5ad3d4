/* Texts that lie end to end in blocks, each after its length. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done for every cell of a file is inline. */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#define BW_PILE_LENGTH_BYTES 10 /* of a length in 7-bit groups, at most */

typedef struct
{
  gsize  n;
  gsize  size;
  guint8 bytes[];
} BwPileBlock;

/**
 * BwPile:
 * @blocks: (element-type BwPileBlock)
 * @open: the last of @blocks, or %NULL
 */
typedef struct
{
  GPtrArray   *blocks;
  BwPileBlock *open;
} BwPile;

/**
 * BwPileIter:
 * @text: the text at hand
 * @length: its bytes
 */
typedef struct
{
  const char *text;
  gsize       length;

  /*< private >*/
  const BwPile *pile;
  const guint8 *next;
  const guint8 *end;
  guint         n_begun;
} BwPileIter;

void bw_pile_init (BwPile *self);
void bw_pile_clear (BwPile *self);
void bw_pile_add_block (BwPile *self,
                        gsize   size);

/* Returns: where the text lies from now on */
static inline const char *
bw_pile_add (BwPile     *self,
             const char *text,
             gsize       length)
{
  guint8 *p;
  gsize rest = length;

  if (self->open == NULL || self->open->size - self->open->n < length + BW_PILE_LENGTH_BYTES)
    bw_pile_add_block (self, length + BW_PILE_LENGTH_BYTES);

  p = self->open->bytes + self->open->n;
  for (; rest >= 0x80; rest >>= 7)
    *p++ = 0x80 | (rest & 0x7F);
  *p++ = rest;
  memcpy (p, text, length);
  self->open->n = p + length - self->open->bytes;

  return (const char *) p;
}

static inline void
bw_pile_iter_init (BwPileIter   *iter,
                   const BwPile *pile)
{
  memset (iter, 0, sizeof *iter);
  iter->pile = pile;
}

/* Goes on to the next text, in the order in which they were added.
 * Returns: whether there is one */
static inline gboolean
bw_pile_iter_next (BwPileIter *iter)
{
  guint shift = 0;
  gsize length = 0;

  if (iter->next == iter->end)
    {
      const BwPileBlock *block;

      if (iter->n_begun == iter->pile->blocks->len)
        return FALSE;
      block = g_ptr_array_index (iter->pile->blocks, iter->n_begun++);
      iter->next = block->bytes;
      iter->end = block->bytes + block->n;
    }

  for (; *iter->next & 0x80; iter->next++, shift += 7)
    length |= (gsize) (*iter->next & 0x7F) << shift;
  length |= (gsize) *iter->next++ << shift;
  iter->text = (const char *) iter->next;
  iter->length = length;
  iter->next += length;

  return TRUE;
}

G_END_DECLS
