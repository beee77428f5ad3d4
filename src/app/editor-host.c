/* The middle of the window: its pages, and the editor that takes their place for a while. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/editor-host.h"

#include "app/bands-editor.h"
#include "app/metric-editor.h"
#include "app/rules-editor.h"
#include "app/segment-editor.h"

#include <glib/gi18n-lib.h>

struct _BwEditorHost
{
  AdwBin parent_instance;

  GtkStack    *pages;
  BwWorkspace *workspace;
  BwEditor    *editor;   /* or NULL */
  BwEditor    *kept;     /* or NULL: one that is closed, still in its place */
  GtkWidget   *came_from; /* weak: what had the focus before */

  GtkStack *stack;
  AdwBin   *pages_bin;
  AdwBin   *editor_bin;
  GtkLabel *back_label;
};

typedef enum
{
  PROP_PAGES = 1,
  PROP_WORKSPACE,
  PROP_OPEN,
} BwEditorHostProperty;

static GParamSpec *properties[PROP_OPEN + 1];

/* The editors, by the name that "win.edit" knows them under. */
static const struct
{
  const char *name;
  GType       (*get_type) (void);
  gboolean    keep; /* opened time and again: its widgets serve the next time too */
} editors[] = {
  { "bands", bw_bands_editor_get_type },
  { "metric", bw_metric_editor_get_type, TRUE },
  { "rules", bw_rules_editor_get_type },
  { "segment", bw_segment_editor_get_type },
};

G_DEFINE_FINAL_TYPE (BwEditorHost, bw_editor_host, ADW_TYPE_BIN)

static void
set_came_from (BwEditorHost *self,
               GtkWidget    *widget)
{
  g_set_weak_pointer (&self->came_from, widget);
}

static void
show_way_back (BwEditorHost *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  const char *title = gtk_stack_page_get_title (gtk_stack_get_page (self->pages, page));
  /* TRANSLATORS: a button; %s is the title of a page: Distribution, Customers */
  g_autofree char *label = g_strdup_printf (_("Back to %s"), title);

  gtk_label_set_label (self->back_label, label);
}

static gboolean
is_kept (BwEditor *editor)
{
  for (gsize i = 0; i < G_N_ELEMENTS (editors); i++)
    {
      if (G_OBJECT_TYPE (editor) == editors[i].get_type ())
        return editors[i].keep;
    }

  return FALSE;
}

static void
set_editor (BwEditorHost *self,
            BwEditor     *editor)
{
  BwEditor *before = self->editor;

  self->kept = editor == NULL && before != NULL && is_kept (before) ? before : NULL;
  self->editor = editor;
  if (self->kept == NULL && GTK_WIDGET (editor) != adw_bin_get_child (self->editor_bin))
    adw_bin_set_child (self->editor_bin, GTK_WIDGET (editor));
  gtk_stack_set_visible_child_name (self->stack, editor != NULL ? "editor" : "pages");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/* The workspace is not bound but lent and taken back, as everywhere in the window. */
static void
drop_editor (BwEditorHost *self)
{
  g_autoptr(BwEditor) editor = g_object_ref (self->editor);

  /* The focus leaves it and it goes out of sight first: what is half typed is an edit then. */
  g_signal_handlers_disconnect_by_data (editor, self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->editor_bin)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  set_editor (self, NULL);
  bw_live_set_workspace (BW_LIVE (editor), NULL);
}

/* Returns: (transfer full) (nullable): the editor of that name, the one that was kept or a new one */
static BwEditor *
make_editor (BwEditorHost *self,
             const char   *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (editors); i++)
    {
      if (g_strcmp0 (editors[i].name, name) != 0)
        continue;
      if (self->kept != NULL && G_OBJECT_TYPE (self->kept) == editors[i].get_type ())
        return g_object_ref (self->kept);

      return g_object_ref_sink (g_object_new (editors[i].get_type (), NULL));
    }

  return NULL;
}

static void
note_closed (gboolean *closed)
{
  *closed = TRUE;
}

/* Whether @editor, which is not shown yet, has something to edit: it asks to be closed where its
 * subject is gone. */
static gboolean
give_subject (BwEditorHost *self,
              BwEditor     *editor,
              const char   *subject)
{
  gboolean closed = FALSE;
  const gulong handler = g_signal_connect_swapped (editor, "close", G_CALLBACK (note_closed), &closed);

  bw_live_set_workspace (BW_LIVE (editor), self->workspace);
  bw_editor_set_subject (editor, subject);
  g_signal_handler_disconnect (editor, handler);
  if (closed)
    bw_live_set_workspace (BW_LIVE (editor), NULL);

  return !closed;
}

/**
 * bw_editor_host_open:
 * @name: of the editor: "metric", "segment"…
 * @subject: what is edited, see bw_editor_set_subject()
 *
 * Opens an editor in place of the page, and of the editor that is open. Where @subject is gone the
 * page is shown.
 *
 * Returns: whether there is one of that name
 */
gboolean
bw_editor_host_open (BwEditorHost *self,
                     const char   *name,
                     const char   *subject)
{
  g_autoptr(BwEditor) editor = NULL;

  g_return_val_if_fail (BW_IS_EDITOR_HOST (self), FALSE);

  if (self->editor != NULL)
    drop_editor (self);
  else
    set_came_from (self, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  editor = make_editor (self, name);
  if (editor == NULL)
    {
      set_came_from (self, NULL);
      return FALSE;
    }

  if (!give_subject (self, editor, subject))
    {
      set_came_from (self, NULL);
      return TRUE;
    }
  g_signal_connect_swapped (editor, "close", G_CALLBACK (bw_editor_host_close), self);
  show_way_back (self);
  set_editor (self, editor);
  gtk_widget_child_focus (GTK_WIDGET (editor), GTK_DIR_TAB_FORWARD);

  return TRUE;
}

/**
 * bw_editor_host_warm:
 *
 * Makes the editor that is kept ready before it is first opened.
 */
void
bw_editor_host_warm (BwEditorHost *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  g_return_if_fail (BW_IS_EDITOR_HOST (self));

  for (gsize i = 0; i < G_N_ELEMENTS (editors) && self->editor == NULL && self->kept == NULL; i++)
    {
      if (!editors[i].keep)
        continue;
      self->kept = g_object_new (editors[i].get_type (), NULL);
      adw_bin_set_child (self->editor_bin, GTK_WIDGET (self->kept));
      if (width > 0) /* texts keep what they are measured to be */
        gtk_widget_measure (GTK_WIDGET (self->kept), GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL,
                            NULL);
    }
}

/**
 * bw_editor_host_close:
 *
 * Goes back to the page, and the focus to where it was. Does nothing where no editor is open.
 */
void
bw_editor_host_close (BwEditorHost *self)
{
  g_return_if_fail (BW_IS_EDITOR_HOST (self));

  if (self->editor == NULL)
    return;

  drop_editor (self);
  if (self->came_from != NULL && gtk_widget_get_mapped (self->came_from))
    gtk_widget_grab_focus (self->came_from);
  set_came_from (self, NULL);
}

gboolean
bw_editor_host_get_open (BwEditorHost *self)
{
  g_return_val_if_fail (BW_IS_EDITOR_HOST (self), FALSE);

  return self->editor != NULL;
}

/**
 * bw_editor_host_get_editor:
 *
 * Returns: (transfer none) (nullable): the editor that is open
 */
BwEditor *
bw_editor_host_get_editor (BwEditorHost *self)
{
  g_return_val_if_fail (BW_IS_EDITOR_HOST (self), NULL);

  return self->editor;
}

static void
set_pages (BwEditorHost *self,
           GtkStack     *pages)
{
  self->pages = pages;
  adw_bin_set_child (self->pages_bin, GTK_WIDGET (pages));
  g_signal_connect_object (pages, "notify::visible-child", G_CALLBACK (bw_editor_host_close), self,
                           G_CONNECT_SWAPPED);
}

static void
bw_editor_host_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  BwEditorHost *self = BW_EDITOR_HOST (object);

  switch ((BwEditorHostProperty) property_id)
    {
    case PROP_PAGES:
      set_pages (self, g_value_get_object (value));
      break;
    case PROP_WORKSPACE:
      g_set_object (&self->workspace, g_value_get_object (value));
      break;
    case PROP_OPEN:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_editor_host_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BwEditorHost *self = BW_EDITOR_HOST (object);

  switch ((BwEditorHostProperty) property_id)
    {
    case PROP_PAGES:
      g_value_set_object (value, self->pages);
      break;
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->editor != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_editor_host_dispose (GObject *object)
{
  BwEditorHost *self = BW_EDITOR_HOST (object);

  set_came_from (self, NULL);
  g_clear_object (&self->workspace);
  self->editor = self->kept = NULL;

  G_OBJECT_CLASS (bw_editor_host_parent_class)->dispose (object);
}

static void
bw_editor_host_class_init (BwEditorHostClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bw_editor_host_set_property;
  object_class->get_property = bw_editor_host_get_property;
  object_class->dispose = bw_editor_host_dispose;

  properties[PROP_PAGES] = g_param_spec_object ("pages", NULL, NULL, GTK_TYPE_STACK,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, BW_TYPE_WORKSPACE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/editor-host.ui");
  gtk_widget_class_bind_template_child (widget_class, BwEditorHost, stack);
  gtk_widget_class_bind_template_child (widget_class, BwEditorHost, pages_bin);
  gtk_widget_class_bind_template_child (widget_class, BwEditorHost, editor_bin);
  gtk_widget_class_bind_template_child (widget_class, BwEditorHost, back_label);
}

static void
bw_editor_host_init (BwEditorHost *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
