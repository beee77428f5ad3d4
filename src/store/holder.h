/* Who has a workspace open for writing: one program at a time, which others can name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BwHolder BwHolder;

BwHolder *bw_holder_take (const char *path,
                          char      **other,
                          GError    **error);
void      bw_holder_release (BwHolder *self);
gboolean  bw_holder_push_aside (const char *path,
                                GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwHolder, bw_holder_release)

G_END_DECLS
