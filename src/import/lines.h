/* On which physical line each row of a file begins. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BwLines BwLines;

BwLines *bw_lines_new (void);
void     bw_lines_free (BwLines *self);
void     bw_lines_add (BwLines *self,
                       gsize    line);
gsize    bw_lines_get (const BwLines *self,
                       gsize          row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwLines, bw_lines_free)

G_END_DECLS
