/* The files that can be imported, as a file dialog knows them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/tables.h"

#include <glib/gi18n-lib.h>

const BwFileKind bw_table_files = {
  N_("Exports"),
  { "*.csv", "*.tsv", "*.txt", "*.tab", "*.CSV", "*.TSV", "*.TXT", "*.gz", "*.xlsx", "*.XLSX",
    "*.xlsm", "*.zip", "*.ZIP" }
};
