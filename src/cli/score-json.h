/* Scores as JSON with all digits, written customer by customer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

void     bw_score_json_begin (GString       *out,
                              const BwModel *model);
gboolean bw_score_json_write (GString         *out,
                              const BwResults *results,
                              gboolean         explain,
                              GOutputStream   *stream,
                              GError         **error);
void     bw_score_json_end (GString *out);

G_END_DECLS
