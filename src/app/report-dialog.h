/* The report of an import, to look at again later. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_REPORT_DIALOG (bw_report_dialog_get_type ())

G_DECLARE_FINAL_TYPE (BwReportDialog, bw_report_dialog, BW, REPORT_DIALOG, AdwWindow)

void bw_report_dialog_present (GtkWindow *parent,
                               BwReport  *report);

G_END_DECLS
