/* Taking over the model of a file: what differs is said before it is done. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

void bw_model_taking_ask (GtkWindow   *parent,
                          BwWorkspace *workspace,
                          GFile       *file);

G_END_DECLS
