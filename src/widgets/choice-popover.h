/* A list to choose from that is searched by typing: one choice, or several with a check mark each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_CHOICE_POPOVER (bw_choice_popover_get_type ())

G_DECLARE_FINAL_TYPE (BwChoicePopover, bw_choice_popover, BW, CHOICE_POPOVER, GtkPopover)

/**
 * BwChoice:
 * @title: what it is
 * @note: (nullable): a few words at its end: its type, a count
 * @group: (nullable): heads those that stand together
 * @chosen: is marked
 */
typedef struct
{
  char    *title;
  char    *note;
  char    *group;
  gboolean chosen;
} BwChoice;

/* Whether a text that is not in the list may be taken all the same. */
typedef gboolean (*BwChoiceCheckFunc) (const char *text,
                                       gpointer    user_data);

/* Signals: "opening": about to be shown, the time to give it choices; "chosen" (uint): one was
 * chosen, or its mark was turned; "written" (string): a text that is not in the list. */

GtkWidget *bw_choice_popover_new (const char *name,
                                  gboolean    several);
void       bw_choice_popover_clear (BwChoicePopover *self);
void       bw_choice_popover_add (BwChoicePopover *self,
                                  const char      *title,
                                  const char      *note,
                                  const char      *group,
                                  gboolean         chosen);
void       bw_choice_popover_allow_writing (BwChoicePopover  *self,
                                            BwChoiceCheckFunc check,
                                            gpointer          user_data);

G_END_DECLS
