/* Parts rounded so that they still add up to what is shown as their sum. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void bw_apportion (const double *parts,
                   gsize         n,
                   gint64        total,
                   gint64       *out);

G_END_DECLS
