/* One cell of the table of customers: it shows a place in the list, whoever stands there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/scene.h"
#include "widgets/customer-facts.h"
#include "workspace/customer-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_CUSTOMER_CELL (bw_customer_cell_get_type ())

G_DECLARE_FINAL_TYPE (BwCustomerCell, bw_customer_cell, BW, CUSTOMER_CELL, GtkWidget)

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
 * BwCustomerColumn:
 * @title: (nullable): marked for translation; %NULL where @make_title makes it
 * @make_title: (nullable): for a title that hangs on the data; %NULL hides the column
 * @order: what a click on the title sorts by
 * @chars: room for the text, in characters
 * @number: whether the text stands at the end of the cell, in figures of one width
 * @expands: whether the column takes the room that is left
 * @fill: shows a customer in a cell
 *
 * A column of the table of customers.
 */
typedef struct
{
  const char     *title;
  char           *(*make_title)(BwWorkspace *workspace);
  BwCustomerOrder order;
  BwCellPart      parts;
  guint           chars;
  gboolean        number;
  gboolean        bold;
  gboolean        expands;
  void            (*fill)(BwCustomerCell        *cell,
                          const BwCustomerFacts *facts);
} BwCustomerColumn;

GtkWidget *bw_customer_cell_new (const BwCustomerColumn *column);
void       bw_customer_cell_set_position (BwCustomerCell *self,
                                          guint           position);
guint      bw_customer_cell_get_position (BwCustomerCell *self);
void       bw_customer_cell_fill (BwCustomerCell        *self,
                                  const BwCustomerFacts *facts);
void       bw_customer_cell_set_stale (BwCustomerCell *self);
gboolean   bw_customer_cell_get_stale (BwCustomerCell *self);

void bw_customer_cell_show_text (BwCustomerCell *self,
                                 const char     *text);
void bw_customer_cell_show_band (BwCustomerCell *self,
                                 BwModel        *model,
                                 guint           band);
void bw_customer_cell_show_bar (BwCustomerCell *self,
                                double          score,
                                BwInk           ink);
void bw_customer_cell_show_line (BwCustomerCell *self,
                                 const float    *scores,
                                 guint           n_scores,
                                 BwInk           ink);
void bw_customer_cell_label_row (BwCustomerCell *self,
                                 const char     *label);

G_END_DECLS
