/* One cell as a value of the type that its column was judged to be. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/judge.h"
#include "report/report.h"

G_BEGIN_DECLS

/**
 * BwMisreading:
 * @what: (nullable): why the cell has no value, a sentence for a person that is not yet translated;
 *   %NULL where it says itself that there is none
 * @kind: what sort of problem that is
 */
typedef struct
{
  const char   *what;
  BwProblemKind kind;
} BwMisreading;

double bw_value_read (const BwJudgement *judgement,
                      const char        *text,
                      gsize              length,
                      BwMisreading      *wrong);

G_END_DECLS
