/* Long columns of doubles, where passes over them are quickest. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Doubles that a line of the cache holds: a column begins on such a line. */
#define BW_SLAB_LINE 8

double *bw_slab_new (gsize n);
void    bw_slab_free (double *slab);

G_END_DECLS
