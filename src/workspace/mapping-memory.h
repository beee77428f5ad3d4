/* Mappings that a person chose, remembered for the next files of the same shape. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean   bw_mapping_remember (GFile          *folder,
                                const BwIntake *inspected,
                                BwMapping      *chosen,
                                GError        **error);
BwMapping *bw_mapping_recall (GFile          *folder,
                              const BwIntake *inspected);

G_END_DECLS
