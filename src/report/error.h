/* Why a file could not be read as a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BW_IMPORT_ERROR (bw_import_error_quark ())

/**
 * BwImportError:
 * @BW_IMPORT_ERROR_EMPTY: nothing in it
 * @BW_IMPORT_ERROR_NO_ROWS: a header and no row
 * @BW_IMPORT_ERROR_NOT_A_TABLE: a picture, a web page, a folder…
 * @BW_IMPORT_ERROR_ENCODING: bytes that are no text in the wanted encoding
 * @BW_IMPORT_ERROR_CHANGED: the file changed while it was read
 * @BW_IMPORT_ERROR_SEVERAL: an archive with several tables, or without the one that was wanted
 */
typedef enum
{
  BW_IMPORT_ERROR_EMPTY,
  BW_IMPORT_ERROR_NO_ROWS,
  BW_IMPORT_ERROR_NOT_A_TABLE,
  BW_IMPORT_ERROR_ENCODING,
  BW_IMPORT_ERROR_CHANGED,
  BW_IMPORT_ERROR_SEVERAL,
} BwImportError;

GQuark bw_import_error_quark (void);

G_END_DECLS
