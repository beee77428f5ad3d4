/* The cells of one column while a file is read: bytes in blocks, each distinct text once if that pays. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/pile.h"

#include <glib.h>

G_BEGIN_DECLS

/* Bytes behind a batch of cells that may be read, whatever they are. */
#define BW_CELLS_SLACK 16

typedef struct _BwCells BwCells;

/**
 * BwTextIter:
 * @text: the text at hand
 * @length: its bytes
 * @code: its number, counted from 0
 * @count: how many rows hold it
 *
 * Goes over the texts of a column in the order of first appearance.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       code;
  gsize       count;

  /*< private >*/
  BwPileIter  pile;
  gsize       n_begun;
  guint32    *counts; /* or NULL where each is held once */
} BwTextIter;

BwCells *bw_cells_new (void);
void     bw_cells_free (BwCells *self);
void     bw_cells_add_batch (BwCells       *self,
                             const char    *text,
                             const guint32 *starts,
                             const guint32 *lengths,
                             gsize          n_cells);
void     bw_cells_end (BwCells *self);

gsize          bw_cells_get_n_rows (const BwCells *self);
gsize          bw_cells_get_n_texts (const BwCells *self);
const guint32 *bw_cells_get_codes (const BwCells *self);
guint32       *bw_cells_steal_codes (BwCells *self);

void bw_text_iter_init (BwTextIter    *iter,
                        const BwCells *cells);
void bw_text_iter_clear (BwTextIter *iter);

/* Returns: whether there is one more text */
static inline gboolean
bw_text_iter_next (BwTextIter *iter)
{
  if (!bw_pile_iter_next (&iter->pile))
    return FALSE;

  iter->text = iter->pile.text;
  iter->length = iter->pile.length;
  iter->code = iter->n_begun++;
  iter->count = iter->counts != NULL ? iter->counts[iter->code] : 1;

  return TRUE;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwTextIter, bw_text_iter_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwCells, bw_cells_free)

G_END_DECLS
