/* The editor of bands and grades, and of when a customer is scored at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/editor.h"

G_BEGIN_DECLS

#define BW_TYPE_BANDS_EDITOR (bw_bands_editor_get_type ())

G_DECLARE_FINAL_TYPE (BwBandsEditor, bw_bands_editor, BW, BANDS_EDITOR, BwEditor)

G_END_DECLS
