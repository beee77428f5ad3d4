/* What can be chosen of the lines of a file: the header, how far it reaches, where rows begin. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import-options.h"

G_BEGIN_DECLS

guint bw_import_options_add (GArray     *options,
                             char       *title,
                             const char *text,
                             int         number);
guint bw_import_options_add_open (GArray               *options,
                                  const BwImportedFile *file,
                                  int                   number,
                                  int                   open);

guint bw_import_list_headers (GArray               *options,
                              const BwImportedFile *file);
void  bw_import_set_header (BwReading            *reading,
                            const BwImportOption *option);
guint bw_import_list_header_rows (GArray               *options,
                                  const BwImportedFile *file);
void  bw_import_set_header_rows (BwReading            *reading,
                                 const BwImportOption *option);
guint bw_import_list_first_rows (GArray               *options,
                                 const BwImportedFile *file);
void  bw_import_set_first_row (BwReading            *reading,
                               const BwImportOption *option);

G_END_DECLS
