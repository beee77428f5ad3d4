/* A line a metric that the segment uses: its weight, as it is suggested, the range, and a tick. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "outcome/suggest.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_SUGGEST_LINES (bw_suggest_lines_get_type ())

/* Signals: "ticked": a metric was ticked, or unticked, by hand */

G_DECLARE_FINAL_TYPE (BwSuggestLines, bw_suggest_lines, BW, SUGGEST_LINES, AdwBin)

void      bw_suggest_lines_show (BwSuggestLines *self,
                                 BwSuggestion   *suggestion,
                                 BwModel        *draft,
                                 guint           segment,
                                 const gboolean *ticked);
gboolean *bw_suggest_lines_list_ticked (BwSuggestLines *self,
                                        gsize          *n);
void      bw_suggest_lines_clear (BwSuggestLines *self);

G_END_DECLS
