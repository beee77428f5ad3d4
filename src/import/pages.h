/* Large blocks of memory that go back to the system as soon as they are freed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer bw_pages_new (gsize size);
void     bw_pages_free (gpointer pages,
                        gsize    size);

G_END_DECLS
