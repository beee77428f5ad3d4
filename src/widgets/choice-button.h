/* A button that shows what is chosen and opens a list to choose from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/choice-popover.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_CHOICE_BUTTON (bw_choice_button_get_type ())

G_DECLARE_FINAL_TYPE (BwChoiceButton, bw_choice_button, BW, CHOICE_BUTTON, AdwBin)

GtkWidget *bw_choice_button_new (BwChoicePopover *popover);
void       bw_choice_button_set_label (BwChoiceButton *self,
                                       const char     *label);
void       bw_choice_button_set_name (BwChoiceButton *self,
                                      const char     *name);

G_END_DECLS
