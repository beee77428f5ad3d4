/* One column that may be open to doubt: which lines tell, and what is said of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/judge.h"
#include "import/lines.h"
#include "report/report.h"

G_BEGIN_DECLS

/**
 * BwDoubtful:
 * @column: counted from 1
 *
 * One column, judged and not yet converted.
 */
typedef struct
{
  BwReport          *report;
  const char        *file;
  guint              column;
  const char        *header;
  const BwJudgement *judgement;
  const BwTally     *tally;
  const BwManners   *manners;
  const BwCells     *cells;
  const BwLines     *lines;
} BwDoubtful;

void  bw_doubtful_note (const BwDoubtful *self,
                        BwProblemKind     kind,
                        const char       *text,
                        const char       *what);
gsize bw_doubtful_get_line (const BwDoubtful *self,
                            gsize             code);
char *bw_doubtful_dup_lines (const BwDoubtful *self,
                             const BwTelling  *telling);

G_END_DECLS
