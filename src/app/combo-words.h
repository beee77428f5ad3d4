/* A row with choices that shows them in full where there is room. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void bw_combo_words_show_whole (AdwComboRow *row);

G_END_DECLS
