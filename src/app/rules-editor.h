/* The editor of caps and floors: all of them, with what each does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/editor.h"

G_BEGIN_DECLS

#define BW_TYPE_RULES_EDITOR (bw_rules_editor_get_type ())

G_DECLARE_FINAL_TYPE (BwRulesEditor, bw_rules_editor, BW, RULES_EDITOR, BwEditor)

G_END_DECLS
