/* Words that mean something in a cell: yes and no, and the many ways to say that there is no value. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BW_WORD_SIZE 24 /* of a folded word with its final NUL; longer ones mean nothing here */

gboolean bw_word_fold (const char *text,
                       gsize       length,
                       char       *folded);

gboolean bw_flag_scan (const char *text,
                       gsize       length,
                       gboolean   *value,
                       guint32    *pairs);
gboolean bw_flag_pair_is_numeric (guint32 pairs);

gboolean bw_is_blank (const char *text,
                      gsize       length);
gboolean bw_is_missing_value (const char *text,
                              gsize       length);
gboolean bw_is_missing_category (const char *text,
                                 gsize       length);
gboolean bw_is_tick (const char *text,
                     gsize       length);
gboolean bw_is_formula_error (const char *text,
                              gsize       length);

G_END_DECLS
