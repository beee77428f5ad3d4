/* The bytes of a gzip file, within limits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BwBytesFunc:
 *
 * Returns: bytes given, fewer than @size only at the end; -1 with @error set
 */
typedef gssize (*BwBytesFunc) (gpointer user_data,
                               guint8  *buffer,
                               gsize    size,
                               GError **error);

typedef struct _BwGunzip BwGunzip;

gboolean  bw_starts_gzip (const guint8 *bytes,
                          gsize         n);
BwGunzip *bw_gunzip_new (const guint8 *start,
                         gsize         n_start,
                         const char   *name,
                         BwBytesFunc   func,
                         gpointer      user_data);
void      bw_gunzip_free (BwGunzip *self);
gssize    bw_gunzip_read (BwGunzip *self,
                          guint8   *buffer,
                          gsize     size,
                          GError  **error);
void      bw_gunzip_tell (const BwGunzip *self,
                          BwReport       *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwGunzip, bw_gunzip_free)

G_END_DECLS
