/* Distinct patterns of bits, numbered as they are met. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BwPatterns BwPatterns;

BwPatterns    *bw_patterns_new (guint n_words);
void           bw_patterns_free (BwPatterns *self);
guint32        bw_patterns_add (BwPatterns    *self,
                                const guint64 *words);
guint32        bw_patterns_get_n (const BwPatterns *self);
const guint64 *bw_patterns_get (const BwPatterns *self,
                                guint32           pattern);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPatterns, bw_patterns_free)

G_END_DECLS
