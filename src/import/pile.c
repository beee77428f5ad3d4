/* Texts that lie end to end in blocks, each after its length. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/pile.h"

#define FIRST_BLOCK 256
#define LAST_BLOCK  (256 * 1024)

void
bw_pile_init (BwPile *self)
{
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->open = NULL;
}

void
bw_pile_clear (BwPile *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->open = NULL;
}

/**
 * bw_pile_add_block:
 * @size: bytes that it has to hold at least
 *
 * Begins a new block. Each is twice as large as the one before, up to a limit, so that thousands of
 * columns of few cells stay small.
 */
void
bw_pile_add_block (BwPile *self,
                   gsize   size)
{
  const gsize wanted = self->open != NULL ? MIN (self->open->size * 2, LAST_BLOCK) : FIRST_BLOCK;
  BwPileBlock *block;

  size = MAX (size, wanted);
  block = g_malloc (sizeof *block + size);
  block->n = 0;
  block->size = size;
  g_ptr_array_add (self->blocks, block);
  self->open = block;
}
