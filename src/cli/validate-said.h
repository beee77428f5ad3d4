/* A validation in plain text and as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/judging.h"
#include "outcome/stability.h"
#include "outcome/validation.h"

G_BEGIN_DECLS

char *bw_validation_to_text (const BwValidation *validation,
                             const BwJudged     *judged,
                             const BwStability  *stability);
char *bw_validation_to_json (const BwValidation *validation,
                             const BwJudged     *judged,
                             const BwStability  *stability);
void  bw_stability_append_text (GString           *out,
                                const BwStability *stability,
                                const BwJudged    *judged);
void  bw_stability_append_json (GString           *out,
                                const BwStability *stability,
                                const BwJudged    *judged);

G_END_DECLS
