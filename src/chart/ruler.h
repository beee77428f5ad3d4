/* How wide and high a text will be, so that layout can keep texts apart. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _BwRuler BwRuler;

BwRuler *bw_ruler_new (const char *family);
void     bw_ruler_free (BwRuler *self);
double   bw_ruler_width (BwRuler    *self,
                         const char *text,
                         double      size,
                         gboolean    bold);
double   bw_ruler_height (BwRuler *self,
                          double   size);
void     bw_ruler_describe (PangoLayout *layout,
                            const char  *family,
                            double       size,
                            gboolean     bold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwRuler, bw_ruler_free)

G_END_DECLS
