/* What a column could have been read as just as well, and which of its rows tell: for the report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/judge.h"
#include "import/lines.h"
#include "report/report.h"
#include "import/source.h"

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

void  bw_doubts_note (const BwDoubtful *self,
                      BwColumnFacts    *facts);
void  bw_doubts_add (const BwDoubtful *self,
                     BwProblemKind     kind,
                     const char       *text,
                     const char       *what);
gsize bw_doubts_line (const BwDoubtful *self,
                      gsize             code);
char *bw_doubts_lines (const BwDoubtful *self,
                       const BwTelling  *telling);

void  bw_choices_note (const BwDoubtful *self);

G_END_DECLS
