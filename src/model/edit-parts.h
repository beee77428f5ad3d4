/* What every edit of a model does at its end, and to lists. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/recipe.h"

G_BEGIN_DECLS

BwModel    *bw_edit_end (BwRecipe *recipe,
                         GError  **error);
BwModel    *bw_edit_end_sound (BwRecipe *recipe);
void        bw_edit_move (GArray *items,
                          guint   from,
                          guint   to);
const char *bw_edit_make_id (BwRecipe   *recipe,
                             GArray     *items,
                             const char *name,
                             const char *otherwise);

G_END_DECLS
