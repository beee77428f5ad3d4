/* A validation in plain text and as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/judging.h"
#include "outcome/validation.h"

G_BEGIN_DECLS

char *bw_validation_to_text (const BwValidation *validation,
                             const BwJudged     *judged);
char *bw_validation_to_json (const BwValidation *validation,
                             const BwJudged     *judged);

G_END_DECLS
