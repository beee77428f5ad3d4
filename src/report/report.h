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
 * BwProblemKind:
 *
 * What sort of problem it is: how a list is grouped. bw_problem_kind_get_id() and
 * bw_problem_kind_get_title() name them.
 */
typedef enum
{
  BW_PROBLEM_OTHER,
  BW_PROBLEM_ENCODING,      /* bytes that are no text in the file's encoding, or a guess of it */
  BW_PROBLEM_NUL,           /* zero bytes */
  BW_PROBLEM_QUOTE,         /* a quote that never closes, or stands where none may */
  BW_PROBLEM_LONG_ROW,      /* more fields than columns */
  BW_PROBLEM_SHORT_ROW,     /* fewer fields than columns */
  BW_PROBLEM_EMPTY_ROW,     /* nothing but delimiters */
  BW_PROBLEM_NOTE_ROW,      /* a title, a note or a description, no data */
  BW_PROBLEM_TOTAL_ROW,     /* sums of the rows above */
  BW_PROBLEM_HEADER_AGAIN,  /* the header once more, among the rows */
  BW_PROBLEM_OTHER_TABLE,   /* a second table below or beside the first */
  BW_PROBLEM_COLUMN_NAME,   /* a header that is empty or there twice */
  BW_PROBLEM_VALUE,         /* a cell that does not fit its column's type */
  BW_PROBLEM_CURRENCY,      /* an amount in another currency than most */
  BW_PROBLEM_PRECISION,     /* more digits than a number can hold */
  BW_PROBLEM_TWO_READINGS,  /* 1.234 or 1,234; 03/04: decided, and could be decided otherwise */
  BW_PROBLEM_COLUMN_REMARK, /* almost constant, a copy of another, tells the outcome */
  BW_PROBLEM_DUPLICATE_KEY, /* a key and snapshot that comes again */
  BW_PROBLEM_NO_KEY,        /* a row without a key */
  BW_PROBLEM_NEAR_KEY,      /* keys that differ in case or blanks alone */
  BW_PROBLEM_ORPHAN,        /* a key that no customer has */
  BW_PROBLEM_NO_DATE,       /* a row or a file without a date */
  BW_PROBLEM_VANISHED,      /* customers that are in one snapshot and not in the next */
  BW_PROBLEM_CHANGED_FILE,  /* columns that came or went since the mapping was made */
  BW_PROBLEM_SAME_FILE,     /* a file that was read already */
} BwProblemKind;

#define BW_N_PROBLEM_KINDS (BW_PROBLEM_SAME_FILE + 1)

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
  BwProblemKind kind;
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
const char      *bw_problem_kind_get_id (BwProblemKind kind);
const char      *bw_problem_kind_get_title (BwProblemKind kind);
void             bw_report_sort (BwReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwReport, bw_report_unref)

G_END_DECLS
