/* The exports of the sample company. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *bw_sample_list (GFile   *folder,
                           GError **error);

G_END_DECLS
