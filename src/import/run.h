/* The same problem on line after line, told once where it is too often. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"

G_BEGIN_DECLS

typedef struct _BwRun BwRun;

BwRun *bw_run_new (BwReport *report);
void   bw_run_free (BwRun *self);
void   bw_run_add (BwRun           *self,
                   const BwProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwRun, bw_run_free)

G_END_DECLS
