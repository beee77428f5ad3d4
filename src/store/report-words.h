/* A report as bytes, and back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"

G_BEGIN_DECLS

GBytes   *bw_report_to_words (BwReport *report);
BwReport *bw_report_from_words (GBytes *words);

G_END_DECLS
