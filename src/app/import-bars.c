/* Bars above the steps of the import assistant: what went wrong, what is asked, what was assumed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-bars.h"

#include "app/date-button.h"
#include "app/import-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwImportBars
{
  AdwBin parent_instance;

  BwImporting  *importing;
  char         *open_name; /* of what is open, or NULL */
  BwImportPlace place;
  gboolean      asks_date; /* the files had none when they came */
  gboolean      outdated;  /* something was asked since the error on show */
  gboolean      filling;

  GtkWidget    *error_bar;
  GtkLabel     *error_label;
  GtkWidget    *place_bar;
  GtkLabel     *place_label;
  GtkWidget    *places;
  GtkWidget    *add;
  GtkWidget    *replace;
  GtkWidget    *new_one;
  GtkWidget    *same_bar;
  GtkLabel     *same_label;
  BwDateButton *same_date;
  GtkWidget    *same_choices;
  GtkWidget    *same_replace;
  GtkWidget    *same_keep;
  GtkWidget    *recalled_bar;
  GtkWidget    *date_bar;
  GtkLabel     *date_label;
  BwDateButton *date_button;
};

enum
{
  PLACED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwImportBars, bw_import_bars, ADW_TYPE_BIN)

static void
on_dismiss (BwImportBars *self)
{
  gtk_widget_set_visible (self->error_bar, FALSE);
}

static void
on_scratch (BwImportBars *self)
{
  bw_importing_start_afresh (self->importing);
}

static void
on_date_chosen (BwImportBars *self,
                double        date)
{
  bw_importing_set_as_of (self->importing, date);
}

static void
on_failed (BwImportBars *self,
           const GError *error)
{
  self->outdated = FALSE;
  gtk_label_set_label (self->error_label, error->message);
  gtk_widget_set_visible (self->error_bar, TRUE);
}

/* An error stays while what was asked together with it is carried out, and goes with what is asked
 * after it. */
static void
on_busy (BwImportBars *self)
{
  self->outdated |= bw_importing_get_busy (self->importing);
}

static void
show_namesakes (BwImportBars *self)
{
  const BwImportNamesakes *found = bw_importing_get_namesakes (self->importing);
  const gboolean beside = !isnan (found->beside);
  g_autofree char *text = found->n_files == 0 ? NULL : bw_import_describe_namesakes (found);

  gtk_widget_set_visible (self->same_bar, text != NULL && self->place == BW_PLACE_ADD);
  if (text == NULL)
    return;

  self->filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->same_replace), !beside);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->same_keep), beside);
  self->filling = FALSE;
  gtk_label_set_label (self->same_label, text);
  bw_date_button_set_date (self->same_date, found->beside);
  gtk_widget_set_visible (GTK_WIDGET (self->same_date), beside && !found->dated);
  gtk_widget_set_sensitive (self->same_choices, !bw_importing_get_busy (self->importing));
}

static void
set_beside (BwImportBars *self,
            double        date)
{
  if (self->filling)
    return;

  bw_importing_set_beside (self->importing, date);
  show_namesakes (self); /* a press of the choice that holds changes nothing */
}

static void
on_same_replace (BwImportBars *self)
{
  set_beside (self, NAN);
}

/* It is taken to be exported when it was written. */
static void
on_same_keep (BwImportBars *self)
{
  const BwImportNamesakes *found = bw_importing_get_namesakes (self->importing);

  set_beside (self, !isnan (found->beside) ? found->beside :
              !isnan (found->written) ? found->written :
              floor ((double) (g_get_real_time () / (24 * G_TIME_SPAN_HOUR))));
}

static void
on_same_date (BwImportBars *self,
              double        date)
{
  set_beside (self, date);
}

/* Whether nothing comes but newer content of files that are open. */
static gboolean
replaces_alone (BwImportBars *self)
{
  const BwImportNamesakes *found = bw_importing_get_namesakes (self->importing);
  const BwImportNews *news = &bw_importing_get_facts (self->importing)->news;

  return isnan (found->beside) && found->n_files > 0 && news->n_snapshots == 0 &&
         news->n_files == found->n_files;
}

/* What becomes of the files, and of what is open. */
static char *
describe_place (BwImportBars *self)
{
  switch (self->place)
    {
    case BW_PLACE_ADD:
      if (replaces_alone (self))
        return g_strdup (_("No snapshot is added."));
      return bw_import_describe_news (bw_importing_get_facts (self->importing));
    case BW_PLACE_REPLACE:
      return g_strdup_printf (_("These files take the place of the data of “%s”. Its model, versions "
                                "and notes stay."), self->open_name);
    case BW_PLACE_NEW:
      return g_strdup_printf (_("These files become a new workspace. “%s” stays as it is."),
                              self->open_name);
    case BW_PLACE_UNDECIDED:
    default:
      return g_strdup_printf (_("These files are not like those of “%s”. What are they to become?"),
                              self->open_name);
    }
}

static void
show_place (BwImportBars *self)
{
  GtkWidget *const toggles[] = {
    [BW_PLACE_ADD] = self->add,
    [BW_PLACE_REPLACE] = self->replace,
    [BW_PLACE_NEW] = self->new_one,
  };
  g_autofree char *text = self->open_name == NULL ? NULL : describe_place (self);

  gtk_widget_set_visible (self->place_bar, self->open_name != NULL);
  if (text == NULL)
    return;

  self->filling = TRUE;
  for (guint i = BW_PLACE_ADD; i < G_N_ELEMENTS (toggles); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggles[i]), i == self->place);
  self->filling = FALSE;
  gtk_widget_set_visible (self->add, bw_importing_get_may_add (self->importing));
  gtk_label_set_label (self->place_label, text);
  if (self->place == BW_PLACE_UNDECIDED)
    gtk_widget_add_css_class (self->place_bar, "import-question");
  else
    gtk_widget_remove_css_class (self->place_bar, "import-question");
}

/* A wish to add that came to nothing is none. */
static void
follow_reading (BwImportBars *self)
{
  const gboolean adds = bw_importing_get_adds (self->importing);

  if (bw_importing_get_busy (self->importing))
    return;
  if (adds && self->place == BW_PLACE_UNDECIDED)
    self->place = BW_PLACE_ADD;
  if (!adds && self->place == BW_PLACE_ADD)
    self->place = BW_PLACE_UNDECIDED;
}

static void
place (BwImportBars *self,
       BwImportPlace where)
{
  if (self->filling)
    return;

  self->place = where;
  if (bw_importing_get_adds (self->importing) != (where == BW_PLACE_ADD))
    bw_importing_set_adds (self->importing, where == BW_PLACE_ADD);
  show_place (self);
  show_namesakes (self);
  g_signal_emit (self, signals[PLACED], 0);
}

static void
on_add (BwImportBars *self)
{
  place (self, BW_PLACE_ADD);
}

static void
on_replace (BwImportBars *self)
{
  place (self, BW_PLACE_REPLACE);
}

static void
on_new (BwImportBars *self)
{
  place (self, BW_PLACE_NEW);
}

/* Files that stand beside older ones have a date; then it is the older ones' that is asked for. */
static void
show_date (BwImportBars *self)
{
  const BwImportNamesakes *found = bw_importing_get_namesakes (self->importing);
  const BwImportFacts *facts = bw_importing_get_facts (self->importing);
  const gboolean older = found->n_files > 0 && !isnan (found->beside);
  const double date = older ? facts->date_first : facts->date_last;

  self->asks_date = self->asks_date ||
                    (bw_importing_get_intake (self->importing) != NULL && isnan (date));
  gtk_widget_set_visible (self->date_bar, self->asks_date);
  gtk_label_set_label (self->date_label, older
                       ? ngettext ("The older file says no date. On which day was it exported?",
                                   "The older files say no date. On which day were they exported?",
                                   found->n_files)
                       : _("The files say no date. On which day were they exported?"));
  bw_date_button_set_date (self->date_button, date);
}

static void
show (BwImportBars *self)
{
  const gboolean busy = bw_importing_get_busy (self->importing);

  follow_reading (self);
  show_place (self);
  show_namesakes (self);
  gtk_widget_set_sensitive (self->places, !busy);
  gtk_widget_set_visible (self->recalled_bar, bw_importing_get_recalled (self->importing));
  show_date (self);
}

static void
on_changed (BwImportBars *self)
{
  if (self->outdated)
    gtk_widget_set_visible (self->error_bar, FALSE);
  show (self);
}

static void
bw_import_bars_dispose (GObject *object)
{
  BwImportBars *self = BW_IMPORT_BARS (object);

  g_clear_object (&self->importing);
  g_clear_pointer (&self->open_name, g_free);

  G_OBJECT_CLASS (bw_import_bars_parent_class)->dispose (object);
}

static void
bw_import_bars_class_init (BwImportBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_import_bars_dispose;

  signals[PLACED] = g_signal_new ("placed", BW_TYPE_IMPORT_BARS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BW_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-bars.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, error_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, error_label);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, place_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, place_label);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, places);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, add);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, replace);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, new_one);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, same_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, same_label);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, same_date);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, same_choices);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, same_replace);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, same_keep);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, recalled_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, date_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, date_label);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, date_button);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_replace);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
  gtk_widget_class_bind_template_callback (widget_class, on_same_replace);
  gtk_widget_class_bind_template_callback (widget_class, on_same_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_same_date);
  gtk_widget_class_bind_template_callback (widget_class, on_scratch);
  gtk_widget_class_bind_template_callback (widget_class, on_date_chosen);
}

static void
bw_import_bars_init (BwImportBars *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_import_bars_follow:
 * @open_name: (nullable): of the workspace that the files may go to, or not
 *
 * To be called once.
 */
void
bw_import_bars_follow (BwImportBars *self,
                       BwImporting  *importing,
                       const char   *open_name)
{
  g_return_if_fail (BW_IS_IMPORT_BARS (self));
  g_return_if_fail (self->importing == NULL);

  self->importing = g_object_ref (importing);
  self->open_name = g_strdup (open_name);
  g_signal_connect_object (importing, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (importing, "notify::busy", G_CALLBACK (on_busy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (importing, "notify::busy", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (importing, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  show (self);
}

/**
 * bw_import_bars_get_place:
 *
 * Returns: where the files go; means nothing where nothing is open
 */
BwImportPlace
bw_import_bars_get_place (BwImportBars *self)
{
  g_return_val_if_fail (BW_IS_IMPORT_BARS (self), BW_PLACE_UNDECIDED);

  return self->place;
}
