/* The text of a SELECT while it is written: quoting, phrases of a dialect, lines and comments. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sql-dialect.h"

G_BEGIN_DECLS

/**
 * BwSqlWriter:
 * @depth: of the line that is being written
 * @n_items: of the list that is being written
 * @error: the first thing that was wrong, %NULL so far
 */
typedef struct
{
  const BwSqlDialectRow *dialect;
  GString               *text;
  guint                  depth;
  guint                  n_items;
  GError                *error;
} BwSqlWriter;

void bw_sql_fail (BwSqlWriter *self,
                  BwSqlError   code,
                  const char  *format,
                  ...) G_GNUC_PRINTF (3, 4);
void bw_sql_add (BwSqlWriter *self,
                 const char  *format,
                 ...) G_GNUC_PRINTF (2, 3);
void bw_sql_line (BwSqlWriter *self);
void bw_sql_item (BwSqlWriter *self);
void bw_sql_name (BwSqlWriter *self,
                  const char  *name);
void bw_sql_table (BwSqlWriter *self,
                   const char  *table);
void bw_sql_text (BwSqlWriter *self,
                  const char  *text);
void bw_sql_number (BwSqlWriter *self,
                    double       number);
void bw_sql_date (BwSqlWriter *self,
                  const char  *iso);
void bw_sql_phrase (BwSqlWriter *self,
                    const char  *phrase,
                    const char  *first,
                    const char  *second);
void bw_sql_comment (BwSqlWriter *self,
                     const char  *text);

void bw_sql_case (BwSqlWriter *self);
void bw_sql_when (BwSqlWriter *self);
void bw_sql_else (BwSqlWriter *self);
void bw_sql_end (BwSqlWriter *self);
void bw_sql_double_case (BwSqlWriter *self);
void bw_sql_double_end (BwSqlWriter *self);

G_END_DECLS
