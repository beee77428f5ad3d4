/* What is said of a band in its editor: for how many it holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

const char *bw_bands_find_colour (const BwBand *bands,
                                  guint         n);
char       *bw_bands_make_name (const BwBand *bands,
                                guint         n);
char       *bw_bands_say_effect (BwWorkspace *workspace,
                                 guint        band);
gboolean    bw_bands_check_name (const char *name,
                                 GError    **error);

G_END_DECLS
