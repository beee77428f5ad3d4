/* The files that can be imported, as a file dialog knows them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/file-dialog.h"

G_BEGIN_DECLS

extern const BwFileKind bw_table_files;

G_END_DECLS
