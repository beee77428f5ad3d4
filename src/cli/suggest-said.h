/* A suggestion of weights in plain text and as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/judging.h"
#include "outcome/suggest.h"

G_BEGIN_DECLS

char *bw_suggestion_to_text (const BwSuggestion *suggestion,
                             const BwJudged     *judged);
char *bw_suggestion_to_json (const BwSuggestion *suggestion,
                             const BwJudged     *judged);

G_END_DECLS
