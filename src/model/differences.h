/* What differs between two models, in sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

GStrv bw_model_list_differences (BwModel *from,
                                 BwModel *to);

G_END_DECLS
