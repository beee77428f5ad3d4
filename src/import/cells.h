/* The cells of one column while a file is read: bytes in blocks, each distinct text once if that pays. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes behind a batch of cells that may be read, whatever they are. */
#define BW_CELLS_SLACK 16

typedef struct _BwCells BwCells;

/**
 * BwTextFunc:
 * @code: the text's number, counted from 0
 * @count: how many rows hold it
 */
typedef void (*BwTextFunc) (const char *text,
                            gsize       length,
                            gsize       code,
                            gsize       count,
                            gpointer    user_data);

BwCells *bw_cells_new (void);
void     bw_cells_free (BwCells *self);
void     bw_cells_add (BwCells    *self,
                       const char *text,
                       gsize       length);
void     bw_cells_add_batch (BwCells       *self,
                             const char    *text,
                             const guint32 *starts,
                             const guint32 *lengths,
                             gsize          n_cells);

gsize          bw_cells_get_n_rows (const BwCells *self);
gsize          bw_cells_get_n_texts (const BwCells *self);
const guint32 *bw_cells_get_codes (const BwCells *self);
guint32       *bw_cells_steal_codes (BwCells *self);
void           bw_cells_foreach_text (const BwCells *self,
                                      BwTextFunc     func,
                                      gpointer       user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwCells, bw_cells_free)

G_END_DECLS
