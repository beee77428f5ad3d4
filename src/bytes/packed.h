/* A file that is an archive or a workbook: the one table that is read out of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/archive.h"
#include "report/report.h"

G_BEGIN_DECLS

typedef struct _BwPacked BwPacked;

BwPacked *bw_packed_new (GFile        *file,
                         const char   *name,
                         const char   *sheet,
                         GCancellable *cancellable,
                         GError      **error);
void      bw_packed_free (BwPacked *self);
gssize    bw_packed_read (BwPacked *self,
                          guint8   *buffer,
                          gsize     size,
                          GError  **error);
gboolean  bw_packed_rewind (BwPacked *self,
                            GError  **error);

gboolean           bw_packed_is_sheet (const BwPacked *self);
double             bw_packed_get_share (const BwPacked *self);
const char        *bw_packed_get_sheet (const BwPacked *self);
const char *const *bw_packed_get_sheets (const BwPacked *self);
void               bw_packed_tell (const BwPacked *self,
                                   BwReport       *report);

GStrv bw_packed_list (GFile        *file,
                      const char   *name,
                      GCancellable *cancellable,
                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPacked, bw_packed_free)

G_END_DECLS
