/* Scores as CSV: one row a customer, in the order of the file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

#define BW_SCORES_BLOCK 65536 /* bytes that are gathered before they are written */

void     bw_scores_append_header (GString       *out,
                                  const BwModel *model,
                                  gboolean       explain);
void     bw_scores_append_row (GString         *out,
                               const BwResults *results,
                               gsize            row,
                               gboolean         explain);
gboolean bw_scores_pass_on (GString       *out,
                            gsize          least,
                            GOutputStream *stream,
                            GCancellable  *cancellable,
                            GError       **error);
gboolean bw_scores_write (const BwResults *results,
                          gboolean         explain,
                          GOutputStream   *stream,
                          GCancellable    *cancellable,
                          GError         **error);
gboolean bw_scores_save (const BwResults *results,
                         GFile           *file,
                         GCancellable    *cancellable,
                         GError         **error);

G_END_DECLS
