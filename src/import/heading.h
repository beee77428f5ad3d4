/* Which of the first records of a text are the header of its table, and where its rows begin. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/peek.h"
#include "import/reading.h"

G_BEGIN_DECLS

/**
 * BwHeading:
 * @header: number of the first record of the header, or %BW_HEADER_NONE
 * @n_rows: records that it spans
 * @first_row: number of the first record that may be a row
 */
typedef struct
{
  int   header;
  guint n_rows;
  guint first_row;
} BwHeading;

void bw_heading_find (BwHeading       *heading,
                      const GArray    *rows,
                      guint            top,
                      const BwReading *reading);

G_END_DECLS
