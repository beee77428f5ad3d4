/* Why a file could not be read as a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/error.h"

G_DEFINE_QUARK (bw-import-error-quark, bw_import_error)
