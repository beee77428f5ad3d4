/* A part of the model being shaped: what every editor of the middle of the window has in common. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An editor takes the place of the page until it is closed; segments and weights stay beside it, so
 * that what an edit does is seen at once. Every edit is an edit of the draft and a step of undo;
 * nothing has to be confirmed. */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_EDITOR (bw_editor_get_type ())

G_DECLARE_DERIVABLE_TYPE (BwEditor, bw_editor, BW, EDITOR, BwLive)

/**
 * BwEditorClass:
 * @set_subject: (nullable): what is edited: the id of a metric or of a segment; "" for a new one
 *
 * Properties: "workspace". Signals: "close": the editor has nothing left to show.
 */
struct _BwEditorClass
{
  BwLiveClass parent_class;

  void (*set_subject) (BwEditor   *self,
                       const char *subject);
};

void bw_editor_set_subject (BwEditor   *self,
                            const char *subject);
void bw_editor_close (BwEditor *self);
void bw_editor_close_later (BwEditor *self);

/* The action "win.edit" opens an editor by its name and its subject: ('metric', 'seats'),
 * ('segment', 'enterprise'), ('rules', ''), ('bands', ''). Escape and Back close it. The action
 * "win.say-done" (a text) says what was removed, with a button that undoes the last step;
 * "win.say" (a text) says why something could not be done. */

G_END_DECLS
