/* The names that someone may have meant by one that is not there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bw_near_matches (const char        *wrong,
                       const char *const *names,
                       guint              n_names);

G_END_DECLS
