/* A page of the import assistant: shows an import in the making while it is on screen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes while the page is not on screen is shown when it comes back. */

#pragma once

#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_PAGE (bw_import_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (BwImportPage, bw_import_page, BW, IMPORT_PAGE, AdwBin)

/**
 * BwImportPageClass:
 * @refresh: shows the import as it is now
 * @without_intake: @refresh is to be called where there is no intake, too
 */
struct _BwImportPageClass
{
  AdwBinClass parent_class;

  void     (*refresh) (BwImportPage *self);
  gboolean without_intake;
};

BwImporting *bw_import_page_get_importing (BwImportPage *self);
void         bw_import_page_set_importing (BwImportPage *self,
                                           BwImporting  *importing);

G_END_DECLS
