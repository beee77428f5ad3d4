/* One sheet of a workbook as CSV: UTF-8, commas, double quotes, a record for each row of the sheet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"
#include "bytes/workbook.h"

G_BEGIN_DECLS

typedef struct _BwSheetText BwSheetText;

BwSheetText *bw_sheet_text_new (BwWorkbook        *book,
                                const BwBookSheet *sheet,
                                GError           **error);
void        bw_sheet_text_free (BwSheetText *self);
gssize      bw_sheet_text_get (BwSheetText *self,
                               guint8      *buffer,
                               gsize        size,
                               GError     **error);
gboolean    bw_sheet_text_rewind (BwSheetText *self,
                                  GError     **error);
double      bw_sheet_text_get_share (const BwSheetText *self);
BwReport   *bw_sheet_text_get_report (const BwSheetText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSheetText, bw_sheet_text_free)

G_END_DECLS
