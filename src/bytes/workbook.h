/* A workbook: its sheets, and what they share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/book-strings.h"
#include "bytes/book-styles.h"

G_BEGIN_DECLS

/**
 * BwBookSheet:
 * @name: as its tab shows it
 * @path: of its part in the archive
 * @hidden: its tab is not shown
 */
typedef struct
{
  char    *name;
  char    *path;
  gboolean hidden;
} BwBookSheet;

/**
 * BwWorkbook:
 * @sheets: (element-type BwBookSheet): those that hold cells, in their order
 * @from_1904: days are counted from 1904 on
 */
typedef struct
{
  BwArchive     *archive; /* not owned */
  GPtrArray     *sheets;
  gboolean       from_1904;
  BwBookStrings *strings;
  BwBookStyles  *styles;
} BwWorkbook;

gboolean           bw_archive_is_package (const BwArchive *archive);
BwWorkbook        *bw_workbook_new (BwArchive *archive,
                                    GError   **error);
void               bw_workbook_free (BwWorkbook *self);
GStrv              bw_workbook_dup_names (const BwWorkbook *self);
const BwBookSheet *bw_workbook_choose (BwWorkbook *self,
                                       const char *name,
                                       GError    **error);
gboolean           bw_workbook_has_cells (BwWorkbook        *self,
                                          const BwBookSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwWorkbook, bw_workbook_free)

G_END_DECLS
