/* One version in a list: name, date, author, why, what changed, and what can be done with it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/versions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bw_version_card_new (const BwVersion *version,
                                const BwVersion *before);

G_END_DECLS
