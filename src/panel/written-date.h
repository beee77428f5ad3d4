/* Dates that people write into the names of files and of columns side by side. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwWrittenDate:
 * @date: days since 1970-01-01; the last day where a month, quarter or week is written
 * @start: bytes before it
 * @end: bytes up to its end
 */
typedef struct
{
  double date;
  gsize  start;
  gsize  end;
} BwWrittenDate;

gboolean bw_written_date_find (const char    *text,
                               gsize          from,
                               BwWrittenDate *found);

G_END_DECLS
