/* Where the parts of a panel stand in the workspace file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/kept-panel.h"

G_BEGIN_DECLS

/* Fields beside the panel's columns, which are numbered from 0. */
#define BW_FIELD_KEYS      (-1)
#define BW_FIELD_NAMES     (-2)
#define BW_FIELD_CUSTOMERS (-3)

/* The snapshot of what does not depend on any. */
#define BW_NO_SNAPSHOT (-1)

G_END_DECLS
