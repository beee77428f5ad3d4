/* An import written into the workspace file: which files it had, and where their bytes are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/kept-imports.h"
#include "store/lot.h"

G_BEGIN_DECLS

gint64 bw_import_write (sqlite3           *db,
                        const BwNewImport *import,
                        BwLot *const      *files,
                        gint64             report,
                        GError           **error);

G_END_DECLS
