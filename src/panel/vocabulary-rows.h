/* The rows of the vocabulary, by meaning. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/vocabulary.h"

extern const char *const *const bw_vocabulary_rows[BW_N_MEANINGS];
