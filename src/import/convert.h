/* The cells of a column, once its type is decided, as a column of a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/judge.h"
#include "report/report.h"
#include "import/source.h"

G_BEGIN_DECLS

/**
 * BwMisfitFunc:
 * @text: the cell as it stands
 * @what: a sentence for a person
 * @kind: what sort of problem it is
 */
typedef void (*BwMisfitFunc) (gsize         row,
                              const char   *text,
                              const char   *what,
                              BwProblemKind kind,
                              gpointer      user_data);

BwColumn *bw_convert (BwCells           *cells,
                      const char        *name,
                      const BwJudgement *judgement,
                      BwColumnFacts     *facts,
                      BwMisfitFunc       misfit,
                      gpointer           user_data);

G_END_DECLS
