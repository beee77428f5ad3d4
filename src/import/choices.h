/* The choices about a column that its cells left little doubt about, and that are said all the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/doubtful.h"

G_BEGIN_DECLS

void bw_choices_note (const BwDoubtful *self);

G_END_DECLS
