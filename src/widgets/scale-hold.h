/* A handle of a scale while it is held: what the pointer or a key wants, tried once a frame. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From hold to release is one step of undo, whatever happens between; Escape takes it back. */

#pragma once

#include "model/scale-edit.h"
#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _BwScaleHold BwScaleHold;

BwScaleHold    *bw_scale_hold_new (GtkWidget   *widget,
                                   BwWorkspace *workspace,
                                   guint        metric,
                                   guint        handle);
BwScaleHold    *bw_scale_hold_new_point (GtkWidget   *widget,
                                         BwWorkspace *workspace,
                                         guint        metric,
                                         double       raw,
                                         guint       *handle);
void            bw_scale_hold_free (BwScaleHold *self);
const BwHandle *bw_scale_hold_get_start (const BwScaleHold *self);
void            bw_scale_hold_want (BwScaleHold *self,
                                    double       raw,
                                    double       score);
void            bw_scale_hold_get_room (const BwScaleHold *self,
                                        double            *low,
                                        double            *high);
void            bw_scale_hold_get_wanted (const BwScaleHold *self,
                                          double            *raw,
                                          double            *score);
void            bw_scale_hold_end (BwScaleHold *self);
void            bw_scale_hold_cancel (BwScaleHold *self);

G_END_DECLS
