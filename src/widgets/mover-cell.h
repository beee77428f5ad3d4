/* One cell of the table of movers: it shows a place in the list, whoever stands there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/mover-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_MOVER_CELL (bw_mover_cell_get_type ())

G_DECLARE_FINAL_TYPE (BwMoverCell, bw_mover_cell, BW, MOVER_CELL, GtkWidget)

/**
 * BwMoverColumn:
 * @title: (nullable): marked for translation; %NULL where @make_title makes it
 * @make_title: (nullable): for a title that hangs on the data; %NULL hides the column
 * @order: what a click on the title sorts by
 * @chars: room for the text, in characters
 * @marked: whether the sign of a band stands before the text
 * @number: whether the text stands at the end of the cell, in figures of one width
 * @expands: whether the column takes the room that is left
 * @fill: shows the mover at a position in a cell
 *
 * A column of the table of movers.
 */
typedef struct
{
  const char  *title;
  char        *(*make_title)(BwPanel *panel);
  BwMoverOrder order;
  guint        chars;
  gboolean     marked;
  gboolean     number;
  gboolean     expands;
  void         (*fill)(BwMoverCell *cell,
                       BwMoverList *list,
                       guint        position);
} BwMoverColumn;

const BwMoverColumn *bw_mover_columns (gsize *n_columns);
char                *bw_mover_column_make_title (const BwMoverColumn *self,
                                                 BwPanel             *panel);

GtkWidget *bw_mover_cell_new (const BwMoverColumn *column);
void       bw_mover_cell_set_position (BwMoverCell *self,
                                       guint        position);
guint      bw_mover_cell_get_position (BwMoverCell *self);
void       bw_mover_cell_fill (BwMoverCell *self,
                               BwMoverList *list);
void       bw_mover_cell_set_stale (BwMoverCell *self);
gboolean   bw_mover_cell_get_stale (BwMoverCell *self);
void       bw_mover_cell_show_text (BwMoverCell *self,
                                    const char  *text);
void       bw_mover_cell_show_band (BwMoverCell   *self,
                                    const BwModel *model,
                                    guint          band);
void       bw_mover_cell_label_row (BwMoverCell *self,
                                    const char  *label);

G_END_DECLS
