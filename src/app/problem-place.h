/* Where in its file a problem is: the lines around it as they stand, the bad cell marked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_PROBLEM_PLACE (bw_problem_place_get_type ())

G_DECLARE_FINAL_TYPE (BwProblemPlace, bw_problem_place, BW, PROBLEM_PLACE, AdwBin)

void bw_problem_place_show (BwProblemPlace  *self,
                            BwIntake        *intake,
                            const BwProblem *problem);

G_END_DECLS
