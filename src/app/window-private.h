/* What the files of the window share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/banner.h"
#include "app/compare-page.h"
#include "app/customers-page.h"
#include "app/editor-host.h"
#include "app/panes.h"
#include "app/start-page.h"
#include "app/validate-page.h"
#include "app/window.h"
#include "app/yielding-layout.h"
#include "widgets/segment-list.h"
#include "widgets/weights-panel.h"
#include "workspace/keeper.h"

G_BEGIN_DECLS

/**
 * BwNext:
 * @BW_NEXT_NEW: the start page, for something new
 * @BW_NEXT_OPEN: another workspace
 * @BW_NEXT_CLOSE: nothing; the window goes
 *
 * What comes after what is open.
 */
typedef enum
{
  BW_NEXT_NEW,
  BW_NEXT_OPEN,
  BW_NEXT_CLOSE,
} BwNext;

typedef struct _BwLeaving BwLeaving;

/**
 * BwCopiedFunc:
 * @saved: whether a copy was written; it was not where the user cancelled either
 */
typedef void (*BwCopiedFunc) (BwWindow *self,
                              gboolean  saved,
                              gpointer  user_data);

struct _BwWindow
{
  AdwApplicationWindow parent_instance;

  BwWorkspace *workspace;
  BwKeeper    *keeper;
  BwLeaving   *leaving;   /* that is under way, or NULL */
  gboolean     closed;    /* all is in the file, or given up: the window may go */
  gboolean     restoring; /* the view of a file that was just opened */
  GSettings   *settings; /* or NULL */
  BwPanes     *panes;
  gboolean     sample;   /* what is open is the sample */
  gboolean     saving;   /* scores are being written */
  int          followed_width; /* that what is shown was last fitted to, or 0 */
  guint        warm_id;        /* waits to make the next page ready */
  GtkWidget   *warmed;         /* the page that was made ready last, or NULL */
  gboolean     history_warmed; /* what pages show of the past was made ready */

  BwYieldingLayout *yielding;
  AdwToastOverlay *toasts;
  GtkWidget       *overlay;
  GtkRevealer     *drop_hint;
  GtkWidget       *undo;
  GtkWidget       *redo;
  GtkWidget       *segments_button;
  GtkWidget       *weights_button;
  GtkWidget       *switcher;
  GtkWidget       *export_button;
  GtkWidget       *version_button;
  GtkWidget       *titles;
  GtkLabel        *title_label;
  GtkLabel        *subtitle_label;
  GtkStack        *root;
  GtkPaned        *outer;
  GtkPaned        *inner;
  BwEditorHost    *host;
  GtkStack        *pages;
  BwStartPage     *start;
  BwBanner        *trouble_banner;
  BwBanner        *read_only_banner;
  BwBanner        *damage_banner;
  GtkWidget       *unsaved;
  GtkMenuButton   *menu;
  GMenu           *recent_menu;
  BwComparePage   *compare;
  BwCustomersPage *customers;
  BwValidatePage  *validate;
  BwSegmentList   *segments;
  BwWeightsPanel  *weights;
};

void bw_window_open_model (BwWindow *self,
                           GFile    *file);
void bw_window_open_workspace (BwWindow *self,
                               GFile    *file);
void bw_window_go_on (BwWindow *self,
                      BwNext    next,
                      GFile    *file);
gboolean bw_window_on_close_request (BwWindow *self);
void bw_window_ask_for_copy (BwWindow    *self,
                             BwCopiedFunc func,
                             gpointer     user_data);
void bw_window_hush (BwWindow *self);
void bw_window_say (BwWindow   *self,
                    const char *text);
void bw_window_say_done (BwWindow   *self,
                         const char *text);
void bw_window_say_copied (BwWindow *self,
                           GFile    *file);
void bw_window_show_state (BwWindow *self);
void bw_window_show_titles (BwWindow *self);
void bw_window_follow_keeper (BwWindow *self);
void bw_window_follow_view (BwWindow *self);
void bw_window_keep_view (BwWindow *self);
void bw_window_show_page (BwWindow   *self,
                          const char *page);
void bw_window_add_actions (BwWindow *self);
void bw_window_add_file_actions (BwWindow *self);
void bw_window_add_saving_actions (BwWindow *self);
void bw_window_update_actions (BwWindow *self);
void bw_window_add_drop_target (BwWindow *self);
void bw_window_add_version_actions (BwWindow *self);
void bw_window_add_suggest_actions (BwWindow *self);
void bw_window_say_note_removed (BwWindow *self,
                                 gint64    note);
void bw_window_follow_data (BwWindow *self);
void bw_window_stop_warming (BwWindow *self);

G_END_DECLS
