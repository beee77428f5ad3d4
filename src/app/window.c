/* The window: what is open, in pages, with segments on the left and weights on the right. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/window-private.h"

#include "app/distribution-page.h"
#include "app/frame-log.h"
#include "app/settings.h"
#include "app/trends-page.h"
#include "workspace/lent-keeper.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>

/* Below it the button that saves a version is in the menu alone: the window could not become narrow. */
#define LEAST_FOR_VERSION 1200

/* The window may be made so narrow while both panes stand, for one of them to go. */
#define LEAST_OF_BOTH 480

/* Widths of the pane of segments. */
#define LEAST_SEGMENTS 160
#define USUAL_SEGMENTS 222

typedef enum
{
  PROP_WORKSPACE = 1,
} BwWindowProperty;

static GParamSpec *properties[PROP_WORKSPACE + 1];

G_DEFINE_FINAL_TYPE (BwWindow, bw_window, ADW_TYPE_APPLICATION_WINDOW)

/**
 * bw_window_show_page:
 * @page: "distribution", "trends", "customers", "compare" or "validate"
 */
void
bw_window_show_page (BwWindow   *self,
                     const char *page)
{
  if (gtk_stack_get_child_by_name (self->pages, page) != NULL)
    gtk_stack_set_visible_child_name (self->pages, page);
}

static void
on_page_changed (BwWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "page");
  const char *page = action == NULL ? NULL : gtk_stack_get_visible_child_name (self->pages);

  if (page == NULL)
    return;

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (page));
  bw_panes_set_weights_apply (self->panes, bw_editor_host_get_open (self->host) ||
                              !g_str_equal (page, "customers"));
  bw_window_update_actions (self);
  bw_window_keep_view (self);
}

static void
on_customer_activated (BwWindow *self,
                       guint     customer)
{
  bw_workspace_set_customer (self->workspace, customer);
  bw_window_show_page (self, "customers");
}

/* The panels at the sides have buttons where there is no room for both, and something in them. */
static void
show_toggles (BwWindow *self)
{
  const gboolean open = bw_workspace_get_results (self->workspace) != NULL;
  const gboolean wanted = open && bw_panes_get_narrow (self->panes);

  gtk_widget_set_visible (self->version_button, open && self->followed_width >= LEAST_FOR_VERSION);
  gtk_widget_set_visible (self->segments_button, wanted);
  gtk_widget_set_visible (self->weights_button, wanted);
}

/**
 * bw_window_show_state:
 *
 * Shows what is open, or where to begin.
 */
void
bw_window_show_state (BwWindow *self)
{
  const gboolean open = bw_workspace_get_results (self->workspace) != NULL;

  if (!open)
    bw_editor_host_close (self->host);
  gtk_stack_set_visible_child_name (self->root, open ? "open" : "empty");
  gtk_widget_set_visible (self->switcher, open);
  gtk_widget_set_visible (self->undo, open);
  gtk_widget_set_visible (self->redo, open);
  gtk_widget_set_visible (self->export_button, open);
  show_toggles (self);
  bw_window_show_titles (self);
  bw_window_update_actions (self);
}

/* A pane that was squeezed while the window became narrow has its width again when it is shown. */
static void
widen_segments (BwWindow *self)
{
  if (gtk_paned_get_position (self->outer) < LEAST_SEGMENTS)
    gtk_paned_set_position (self->outer, USUAL_SEGMENTS);
}

static void
on_narrow_changed (BwWindow *self)
{
  const gboolean narrow = bw_panes_get_narrow (self->panes);

  if (!narrow)
    widen_segments (self);

  bw_yielding_layout_set_least (self->yielding, narrow ? 0 : LEAST_OF_BOTH);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  show_toggles (self);
  bw_window_show_titles (self);
}

static void
follow_width (gpointer user_data)
{
  g_autoptr(BwWindow) self = user_data;

  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width <= 0 || self->panes == NULL)
    return;

  self->followed_width = width;
  bw_panes_set_width (self->panes, width);
  show_toggles (self);
}

static void
bw_window_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  GTK_WIDGET_CLASS (bw_window_parent_class)->size_allocate (widget, width, height, baseline);

  /* What is shown cannot change in the middle of being placed. */
  if (BW_WINDOW (widget)->followed_width != width)
    g_idle_add_once (follow_width, g_object_ref (widget));
}

static void
connect_workspace (BwWindow *self)
{
  static const struct
  {
    const char *signal;
    void        (*handler) (BwWindow *self);
  } rows[] = {
    { "data-changed", bw_window_hush },
    { "data-changed", bw_window_show_state },
    { "notify::title", bw_window_show_titles },
    { "notify::edited", bw_window_show_state },
    { "model-changed", bw_window_update_actions },
    { "notify::can-undo", bw_window_update_actions },
    { "notify::can-redo", bw_window_update_actions },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (self->workspace, rows[i].signal,
                             G_CALLBACK (rows[i].handler), self, G_CONNECT_SWAPPED);
}

static void
bw_window_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BwWindow *self = BW_WINDOW (object);

  switch ((BwWindowProperty) property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_window_dispose (GObject *object)
{
  BwWindow *self = BW_WINDOW (object);

  bw_window_stop_warming (self);
  g_clear_object (&self->panes);
  g_clear_object (&self->settings);
  g_clear_object (&self->keeper);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (bw_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BwWindow, yielding);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, segments_button);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, weights_button);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, version_button);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, root);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, host);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, start);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, trouble_banner);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, damage_banner);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, unsaved);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, customers);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, validate);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, segments);
  gtk_widget_class_bind_template_child (widget_class, BwWindow, weights);
}

static void
bw_window_class_init (BwWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bw_window_dispose;
  object_class->get_property = bw_window_get_property;
  widget_class->size_allocate = bw_window_size_allocate;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL,
                         BW_TYPE_WORKSPACE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BW_TYPE_BANNER);
  g_type_ensure (BW_TYPE_COMPARE_PAGE);
  g_type_ensure (BW_TYPE_CUSTOMERS_PAGE);
  g_type_ensure (BW_TYPE_DISTRIBUTION_PAGE);
  g_type_ensure (BW_TYPE_EDITOR_HOST);
  g_type_ensure (BW_TYPE_TRENDS_PAGE);
  g_type_ensure (BW_TYPE_SEGMENT_LIST);
  g_type_ensure (BW_TYPE_START_PAGE);
  g_type_ensure (BW_TYPE_VALIDATE_PAGE);
  g_type_ensure (BW_TYPE_WEIGHTS_PANEL);
  g_type_ensure (BW_TYPE_YIELDING_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_activated);
  gtk_widget_class_bind_template_callback (widget_class, bw_window_say);
  gtk_widget_class_bind_template_callback (widget_class, bw_window_on_close_request);
}

/* Not by bindings: GTK 4.8 complains of those that outlive a window which is closed while the
 * pointer holds something in it. */
static void
lend_workspace (BwWindow *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));

  g_object_set (self->host, "workspace", self->workspace, NULL);
  bw_live_set_workspace (BW_LIVE (self->segments), self->workspace);
  bw_live_set_workspace (BW_LIVE (self->weights), self->workspace);
  for (; page != NULL; page = gtk_widget_get_next_sibling (page))
    bw_live_set_workspace (BW_LIVE (page), self->workspace);
}

/* GTK 4.8 leaves the focus in a submenu that is gone, where no key is heard. */
static void
on_menu_closed (BwWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkPopover *popover = gtk_menu_button_get_popover (self->menu);

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (popover)))
    gtk_widget_grab_focus (GTK_WIDGET (self->menu));
}

static void
bw_window_init (BwWindow *self)
{
  g_autoptr(GFile) untitled = g_file_new_build_filename (g_get_user_data_dir (), "bellwether",
                                                         "untitled", NULL);

  self->workspace = bw_workspace_new ();
  self->keeper = bw_keeper_new (self->workspace, untitled);
  bw_keeper_lend (self->keeper);
  gtk_widget_init_template (GTK_WIDGET (self));
  lend_workspace (self);

  bw_yielding_layout_set_least (self->yielding, LEAST_OF_BOTH);
  self->panes = bw_panes_new (GTK_WIDGET (self->segments), GTK_WIDGET (self->weights));
  g_signal_connect_object (self->panes, "notify::narrow",
                           G_CALLBACK (on_narrow_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->segments, "map", G_CALLBACK (widen_segments), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (gtk_menu_button_get_popover (self->menu), "closed",
                           G_CALLBACK (on_menu_closed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  bw_window_add_actions (self);
  bw_window_add_file_actions (self);
  bw_window_add_saving_actions (self);
  bw_window_add_version_actions (self);
  bw_window_add_suggest_actions (self);
  bw_window_add_drop_target (self);
  connect_workspace (self);
  bw_window_follow_keeper (self);
  bw_window_follow_view (self);
  bw_window_follow_data (self);
  bw_start_page_follow (self->start, self->keeper);
  bw_frame_log_start (GTK_WINDOW (self), self->workspace, self->pages, self->host);
  bw_window_show_state (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->start));
}

/**
 * bw_window_new:
 * @settings: (nullable): what is remembered between two starts
 */
BwWindow *
bw_window_new (GtkApplication *application,
               GSettings      *settings)
{
  BwWindow *self = g_object_new (BW_TYPE_WINDOW, "application", application, NULL);

  g_set_object (&self->settings, settings);
  bw_settings_bind (settings, "window-width", self, "default-width");
  bw_settings_bind (settings, "window-height", self, "default-height");
  bw_settings_bind (settings, "window-maximized", self, "maximized");
  bw_settings_bind_width (settings, "segments-width", self->outer, "position");
  bw_settings_bind (settings, "segments-visible", self->panes, "segments-wanted");
  bw_settings_bind (settings, "weights-visible", self->panes, "weights-wanted");
  bw_settings_bind (settings, "show-scores-as", bw_shown_of (self->workspace), "choice");

  return self;
}
