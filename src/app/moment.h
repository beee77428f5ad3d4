/* A moment in time in words: the day and the time of day, where the user is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bw_moment_to_text (gint64 microseconds);

G_END_DECLS
