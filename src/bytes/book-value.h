/* One cell of a workbook becomes one field of CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/workbook.h"

G_BEGIN_DECLS

/**
 * BwCellKind:
 *
 * How a cell says what its value is: its attribute t.
 */
typedef enum
{
  BW_CELL_NUMBER,
  BW_CELL_SHARED,
  BW_CELL_TEXT,
  BW_CELL_INLINE,
  BW_CELL_FLAG,
  BW_CELL_ERROR,
  BW_CELL_DATE,
} BwCellKind;

BwCellKind bw_cell_kind_find (const char *type);
gboolean   bw_book_value_append (GString              *fields,
                                 const BwWorkbook     *book,
                                 BwCellKind            kind,
                                 const BwNumberFormat *format,
                                 GString              *value);

G_END_DECLS
