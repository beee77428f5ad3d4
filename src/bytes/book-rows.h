/* The rows of a sheet, one after the other, each with the cells that hold something. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"
#include "bytes/workbook.h"
#include "bytes/xml.h"

G_BEGIN_DECLS

/**
 * BwBookCell:
 * @column: counted from 0
 * @start: where its field of CSV begins among those of the row
 * @length: bytes of it; never 0
 */
typedef struct
{
  guint column;
  gsize start;
  gsize length;
} BwBookCell;

/**
 * BwBookRow:
 * @number: counted from 1; always more than that of the row before
 * @hidden: the sheet does not show it
 * @fields: the fields of its cells
 * @cells: (element-type BwBookCell): by column, each once
 */
typedef struct
{
  guint    number;
  gboolean hidden;
  GString *fields;
  GArray  *cells;
} BwBookRow;

typedef struct _BwBookRows BwBookRows;

BwBookRows *bw_book_rows_new (const BwWorkbook *book,
                              BwXml            *xml,
                              BwReport         *report);
void        bw_book_rows_free (BwBookRows *self);
BwBookRow  *bw_book_rows_next (BwBookRows *self,
                               GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwBookRows, bw_book_rows_free)

G_END_DECLS
