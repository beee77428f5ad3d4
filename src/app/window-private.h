/* What the files of the window share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare-page.h"
#include "app/customers-page.h"
#include "app/editor-host.h"
#include "app/panes.h"
#include "app/window.h"
#include "widgets/segment-list.h"
#include "widgets/weights-panel.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

struct _BwWindow
{
  AdwApplicationWindow parent_instance;

  BwWorkspace *workspace;
  GSettings   *settings; /* or NULL */
  BwPanes     *panes;
  AdwToast    *toast;    /* on show, or NULL */
  gboolean     sample;   /* what is open is the sample */
  gboolean     saving;   /* scores are being written */

  AdwToastOverlay *toasts;
  GtkWidget       *overlay;
  GtkRevealer     *drop_hint;
  GtkWidget       *undo;
  GtkWidget       *redo;
  GtkWidget       *segments_button;
  GtkWidget       *weights_button;
  GtkWidget       *switcher;
  GtkWidget       *export_button;
  GtkWidget       *titles;
  GtkLabel        *title_label;
  GtkLabel        *subtitle_label;
  GtkStack        *root;
  GtkPaned        *outer;
  GtkPaned        *inner;
  BwEditorHost    *host;
  GtkStack        *pages;
  GtkWidget       *first_import;
  BwComparePage   *compare;
  BwCustomersPage *customers;
  BwSegmentList   *segments;
  BwWeightsPanel  *weights;
};

void bw_window_open_model (BwWindow *self,
                           GFile    *file);
void bw_window_say (BwWindow   *self,
                    const char *text);
void bw_window_say_done (BwWindow   *self,
                         const char *text);
void bw_window_show_page (BwWindow   *self,
                          const char *page);
void bw_window_add_actions (BwWindow *self);
void bw_window_update_actions (BwWindow *self);
void bw_window_add_drop_target (BwWindow *self);

G_END_DECLS
