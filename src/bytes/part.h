/* One part of a workbook, opened as XML whatever encoding it is in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/archive.h"
#include "bytes/xml.h"

G_BEGIN_DECLS

/**
 * BwPart:
 * @xml: its tags and texts
 */
typedef struct
{
  BwXml      *xml;
  BwEntry    *entry;
  GConverter *converter; /* or NULL where it is UTF-8 */
  GByteArray *bytes;     /* as they are in the archive */
  gboolean    begun;
  gboolean    at_end;
} BwPart;

BwPart *bw_part_open (BwArchive  *archive,
                      const char *path,
                      GError    **error);
void    bw_part_close (BwPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPart, bw_part_close)

G_END_DECLS
