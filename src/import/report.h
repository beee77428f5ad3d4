/* What was understood of a file and what was not: every cell and row that is set aside, with its place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwSeverity:
 * @BW_SEVERITY_NOTE: a choice that was made and could be made otherwise
 * @BW_SEVERITY_CELL: a cell became missing
 * @BW_SEVERITY_ROW: a row was set aside
 */
typedef enum
{
  BW_SEVERITY_NOTE,
  BW_SEVERITY_CELL,
  BW_SEVERITY_ROW,
} BwSeverity;

/**
 * BwProblem:
 * @file: display name of the file
 * @line: physical line counted from 1, 0 where it concerns no line
 * @column: counted from 1, 0 where it concerns no column
 * @header: (nullable): the column's header
 * @text: (nullable): the cell as it stands
 * @what: a sentence for a person, without file, line and column
 */
typedef struct
{
  BwSeverity  severity;
  const char *file;
  gsize       line;
  guint       column;
  const char *header;
  const char *text;
  const char *what;
} BwProblem;

typedef struct _BwReport BwReport;

BwReport        *bw_report_new (void);
BwReport        *bw_report_ref (BwReport *self);
void             bw_report_unref (BwReport *self);
void             bw_report_add (BwReport        *self,
                                const BwProblem *problem);
void             bw_report_append (BwReport       *self,
                                   const BwReport *other);
gsize            bw_report_get_n_problems (const BwReport *self);
const BwProblem *bw_report_get_problem (const BwReport *self,
                                        gsize           index);
gsize            bw_report_count (const BwReport *self,
                                  BwSeverity      severity);
char            *bw_problem_to_line (const BwProblem *problem);
void             bw_report_sort (BwReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwReport, bw_report_unref)

G_END_DECLS
