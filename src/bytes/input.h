/* The bytes of one table, from wherever GIO finds its file, unpacked; may be read twice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BwInput BwInput;

BwInput *bw_input_new (GFile        *file,
                       const char   *sheet,
                       GCancellable *cancellable,
                       GError      **error);
void     bw_input_free (BwInput *self);
gssize   bw_input_read (BwInput *self,
                        guint8  *buffer,
                        gsize    size,
                        GError **error);
gboolean bw_input_rewind (BwInput *self,
                          GError **error);

const char *bw_input_get_name (const BwInput *self);
goffset     bw_input_get_total (const BwInput *self);
goffset     bw_input_get_position (const BwInput *self);
gboolean    bw_input_is_sheet (const BwInput *self);
const char *bw_input_get_sheet (const BwInput *self);
GStrv       bw_input_dup_sheets (const BwInput *self);
void        bw_input_tell (const BwInput *self,
                           BwReport      *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwInput, bw_input_free)

G_END_DECLS
