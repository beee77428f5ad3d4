/* What the import assistant says of files, customers and snapshots. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

G_BEGIN_DECLS

char *bw_import_describe_size (BwSource *source);
char *bw_import_describe_reading (BwSource *source,
                                  goffset   size);
char *bw_import_describe_panel (const BwImportFacts *facts);
char *bw_import_describe_news (const BwImportFacts *facts);
char *bw_import_describe_namesakes (const BwImportNamesakes *found);
char *bw_import_describe_joined (const BwJoined *joined);
char *bw_import_describe_unjoined (const BwJoined *joined);
char *bw_import_describe_span (const BwImportFacts *facts);
char *bw_import_describe_vanished (const BwImportFacts *facts);
gboolean bw_import_is_doubtful (BwSource *source);
char *bw_import_name_kind (BwImporting *importing,
                           guint        source);
char *bw_import_describe_spacing (const BwImportFacts *facts);
char *bw_import_count_customers (gsize n_customers);
char *bw_import_count_rows (gsize n_rows);
char *bw_import_count_problems (gsize n_problems,
                                gsize n_notes);

G_END_DECLS
