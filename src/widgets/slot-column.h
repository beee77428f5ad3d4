/* A column of a table of slots: its title, its order, and how its cells are filled. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

typedef struct _BwSlotCell BwSlotCell;

/**
 * BwCellPart:
 * @BW_CELL_MARK: the sign of a band
 * @BW_CELL_TEXT: a line of text
 * @BW_CELL_BAR: a score as a bar
 * @BW_CELL_LINE: scores through time
 *
 * What a cell is made of, in this order.
 */
typedef enum
{
  BW_CELL_MARK = 1 << 0,
  BW_CELL_TEXT = 1 << 1,
  BW_CELL_BAR = 1 << 2,
  BW_CELL_LINE = 1 << 3,
} BwCellPart;

/**
 * BwSlotColumn:
 * @title: (nullable): marked for translation; %NULL where @make_title makes it
 * @make_title: (nullable): for a title that hangs on the data; %NULL hides the column
 * @order: what a click on the title sorts by, as the list of the table counts its orders
 * @chars: room for the text, in characters
 * @least: room that it has in a narrow window, or 0 for @chars
 * @number: whether the text stands at the end of the cell, in figures of one width
 * @expands: whether the column takes the room that is left
 * @fill: shows in a cell what stands at its place; what that is, the table and its columns agree on
 *
 * A column of a table, the same for all tables of its kind.
 */
typedef struct
{
  const char *title;
  char       *(*make_title)(BwWorkspace *workspace);
  guint       order;
  BwCellPart  parts;
  guint       chars;
  guint       least;
  gboolean    number;
  gboolean    bold;
  gboolean    expands;
  void        (*fill)(BwSlotCell   *cell,
                      gconstpointer what);
} BwSlotColumn;

char *bw_slot_column_make_title (const BwSlotColumn *self,
                                 BwWorkspace        *workspace);
char *bw_slot_title_money (BwWorkspace *workspace);
char *bw_slot_title_renewal (BwWorkspace *workspace);

G_END_DECLS
