/* Notes on the chosen customer: written, read, changed, removed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is half written stays with its customer while others are looked at. */

#include "app/note-card.h"

#include "app/moment.h"
#include "app/note-field.h"
#include "app/note-line.h"
#include "format/format.h"
#include "workspace/customer-notes.h"
#include "workspace/lent-keeper.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES 20 /* that are shown at first */

struct _BwNoteCard
{
  BwLive parent_instance;

  BwKeeper    *keeper;     /* or NULL */
  char        *customer;   /* key of the one on show, or NULL */
  GHashTable  *unfinished; /* of texts, by the key of their customer */
  guint        n_lines;    /* that are shown at most */

  GtkWidget   *box;
  GtkLabel    *count;
  GtkWidget   *closed;
  BwNoteField *field;
  GtkBox      *lines;
  GtkWidget   *more;
};

G_DEFINE_FINAL_TYPE (BwNoteCard, bw_note_card, BW_TYPE_LIVE)

static void
on_changed (BwNoteCard *self,
            const char *text,
            BwNoteLine *line)
{
  bw_keeper_change_note (self->keeper, bw_note_line_get_note (line), text);
}

static void
on_removed (BwNoteCard *self,
            BwNoteLine *line)
{
  const gint64 note = bw_note_line_get_note (line);

  gtk_widget_grab_focus (GTK_WIDGET (self->field));
  bw_keeper_change_note (self->keeper, note, "");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-note-removed", "x", note);
}

static void
show_count (BwNoteCard *self,
            guint       n)
{
  g_autofree char *number = bw_format_number (n, 0);

  gtk_label_set_label (self->count, n > 0 ? number : "");
}

static void
fill (BwNoteCard *self)
{
  GtkWidget *child;
  guint n;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  if (self->customer == NULL || self->keeper == NULL)
    return;

  n = bw_keeper_get_n_notes (self->keeper, self->customer);
  for (guint i = 0; i < MIN (n, self->n_lines); i++)
    {
      GtkWidget *line = bw_note_line_new (bw_keeper_get_note (self->keeper, self->customer, i),
                                          bw_keeper_get_read_only (self->keeper));

      g_signal_connect_object (line, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (line, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->lines, line);
    }
  gtk_widget_set_visible (self->more, n > self->n_lines);
  show_count (self, n);
}

/* A line that tells of its change is not taken apart before it has ended. */
static gboolean
fill_when_idle (gpointer user_data)
{
  BwNoteCard *self = user_data;

  if (self->lines != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    fill (self);

  return G_SOURCE_REMOVE;
}

static void
on_notes_changed (BwNoteCard *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_when_idle, g_object_ref (self), g_object_unref);
}

static void
on_more (BwNoteCard *self)
{
  self->n_lines = G_MAXUINT;
  fill (self);
}

static void
on_written (BwNoteCard *self,
            const char *text)
{
  g_autofree char *kept = g_strdup (text);

  if (self->customer == NULL || self->keeper == NULL)
    return;

  bw_note_field_set_text (self->field, "");
  bw_keeper_add_note (self->keeper, self->customer, kept);
}

static void
show_read_only (BwNoteCard *self)
{
  const gboolean read_only = self->keeper != NULL && bw_keeper_get_read_only (self->keeper);

  gtk_widget_set_visible (GTK_WIDGET (self->field), !read_only);
  gtk_widget_set_visible (self->closed, read_only);
  fill (self);
}

/* Puts another customer on show; what is half written about the last one is kept for later. */
static void
set_customer (BwNoteCard *self,
              const char *customer)
{
  const char *unfinished;

  if (g_strcmp0 (self->customer, customer) == 0)
    return;

  if (self->customer != NULL)
    g_hash_table_insert (self->unfinished, g_strdup (self->customer),
                         bw_note_field_dup_text (self->field));
  g_free (self->customer);
  self->customer = g_strdup (customer);
  self->n_lines = MOST_LINES;
  unfinished = customer == NULL ? NULL : g_hash_table_lookup (self->unfinished, customer);
  bw_note_field_set_text (self->field, unfinished != NULL ? unfinished : "");
  fill (self);
}

static void
begin (BwNoteCard *self)
{
  self->keeper = bw_keeper_of (bw_live_get_workspace (BW_LIVE (self)));
  gtk_widget_set_visible (self->box, self->keeper != NULL);
  if (self->keeper == NULL)
    return;

  g_object_ref (self->keeper);
  g_signal_connect_object (self->keeper, "notes-changed", G_CALLBACK (on_notes_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "notify::read-only", G_CALLBACK (show_read_only), self,
                           G_CONNECT_SWAPPED);
  show_read_only (self);
}

static void
bw_note_card_refresh (BwLive  *live,
                      BwChange changes)
{
  BwNoteCard *self = BW_NOTE_CARD (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  const guint customer = bw_workspace_get_customer (workspace);

  if (self->keeper == NULL)
    begin (self);
  if (changes & (BW_CHANGE_CUSTOMER | BW_CHANGE_DATA))
    set_customer (self, customer == BW_NONE ? NULL
                        : bw_panel_get_key (bw_workspace_get_panel (workspace), customer));
}

static void
bw_note_card_dispose (GObject *object)
{
  BwNoteCard *self = BW_NOTE_CARD (object);

  g_clear_object (&self->keeper);
  self->lines = NULL;

  G_OBJECT_CLASS (bw_note_card_parent_class)->dispose (object);
}

static void
bw_note_card_finalize (GObject *object)
{
  BwNoteCard *self = BW_NOTE_CARD (object);

  g_free (self->customer);
  g_hash_table_unref (self->unfinished);

  G_OBJECT_CLASS (bw_note_card_parent_class)->finalize (object);
}

static void
bw_note_card_class_init (BwNoteCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bw_note_card_dispose;
  object_class->finalize = bw_note_card_finalize;
  BW_LIVE_CLASS (klass)->refresh = bw_note_card_refresh;

  g_type_ensure (BW_TYPE_NOTE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/note-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwNoteCard, box);
  gtk_widget_class_bind_template_child (widget_class, BwNoteCard, count);
  gtk_widget_class_bind_template_child (widget_class, BwNoteCard, closed);
  gtk_widget_class_bind_template_child (widget_class, BwNoteCard, lines);
  gtk_widget_class_bind_template_child (widget_class, BwNoteCard, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
bw_note_card_init (BwNoteCard *self)
{
  self->unfinished = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->n_lines = MOST_LINES;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->field = BW_NOTE_FIELD (bw_note_field_new (_("New note"), _("A_dd Note")));
  g_signal_connect_object (self->field, "written", G_CALLBACK (on_written), self,
                           G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (self->box), GTK_WIDGET (self->field), self->closed);
}

/**
 * bw_note_card_get_text:
 *
 * Returns: (transfer full): the notes on the customer in words, a line or more each; "" for none
 */
char *
bw_note_card_get_text (BwNoteCard *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const guint n = self->customer == NULL || self->keeper == NULL
                  ? 0 : bw_keeper_get_n_notes (self->keeper, self->customer);

  if (n > 0)
    g_string_append_printf (text, "%s\n", _("Notes"));
  for (guint i = 0; i < n; i++)
    {
      const BwNote *note = bw_keeper_get_note (self->keeper, self->customer, i);
      g_autofree char *moment = bw_moment_to_text (note->at);

      g_string_append_printf (text, "%s, %s: %s\n", moment, note->author, note->text);
    }

  return g_strdup (text->str);
}
