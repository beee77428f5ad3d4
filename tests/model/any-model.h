/* Models at random, the same for the same seed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

BwModel *any_model (GRand *rand);

G_END_DECLS
