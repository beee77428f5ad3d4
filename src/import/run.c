/* The same problem on line after line, told once where it is too often. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file with an open quote on each of its million lines needs no million sentences. The first ones
 * are told one by one; when the run goes on, one more says how far. */

#include "import/run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TOLD 100 /* lines one by one */

struct _BwRun
{
  BwReport     *report;
  BwSeverity    severity;
  BwProblemKind kind;
  char         *file;
  char         *what;
  gsize         n; /* problems in the run */
  gsize         first_untold;
  gsize         last;
};

/**
 * bw_run_new:
 * @report: gets the problems; must outlive the run
 *
 * Returns: (transfer full)
 */
BwRun *
bw_run_new (BwReport *report)
{
  BwRun *self = g_new0 (BwRun, 1);

  self->report = report;

  return self;
}

static gboolean
goes_on (const BwRun     *self,
         const BwProblem *problem)
{
  return self->n > 0 && problem->kind == self->kind && problem->severity == self->severity
         && problem->line == self->last + 1 && problem->text == NULL
         && strcmp (problem->what, self->what) == 0;
}

/* Tells what was not told of the run. */
static void
end_run (BwRun *self)
{
  BwProblem problem = {
    .severity = self->severity,
    .kind = self->kind,
    .file = self->file,
    .line = self->first_untold,
  };
  g_autofree char *what = NULL;

  if (self->n <= MAX_TOLD)
    return;

  if (self->last > self->first_untold)
    /* TRANSLATORS: a sentence about a line, then the number of the last line of which it holds */
    what = g_strdup_printf (_("%s; the same in each line down to %zu"), self->what, self->last);
  problem.what = what != NULL ? what : self->what;
  bw_report_add (self->report, &problem);
}

static void
begin_run (BwRun           *self,
           const BwProblem *problem)
{
  g_free (self->file);
  g_free (self->what);
  self->severity = problem->severity;
  self->kind = problem->kind;
  self->file = g_strdup (problem->file);
  self->what = g_strdup (problem->what);
  self->n = 0;
}

/**
 * bw_run_free:
 *
 * Tells the rest.
 */
void
bw_run_free (BwRun *self)
{
  end_run (self);
  g_free (self->file);
  g_free (self->what);
  g_free (self);
}

/**
 * bw_run_add:
 * @problem: on a line behind those before
 */
void
bw_run_add (BwRun           *self,
            const BwProblem *problem)
{
  if (!goes_on (self, problem))
    {
      end_run (self);
      begin_run (self, problem);
    }

  self->n++;
  self->last = problem->line;
  if (self->n <= MAX_TOLD)
    bw_report_add (self->report, problem);
  else if (self->n == MAX_TOLD + 1)
    self->first_untold = problem->line;
}
