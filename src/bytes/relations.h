/* How the parts of a workbook point to each other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/archive.h"

G_BEGIN_DECLS

/**
 * BwRelation:
 * @id: by which the part refers to it
 * @kind: the last word of its type: "worksheet", "styles"
 * @path: in the archive
 */
typedef struct
{
  char *id;
  char *kind;
  char *path;
} BwRelation;

GPtrArray        *bw_relations_read (BwArchive  *archive,
                                     const char *part,
                                     GError    **error);
const BwRelation *bw_relations_find (const GPtrArray *relations,
                                     const char      *id);
const char       *bw_relations_get_path (const GPtrArray *relations,
                                         const char      *kind);

G_END_DECLS
