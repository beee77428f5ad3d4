/* Compiled once for a floor without a window, where a build asks for it: see src/meson.build. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* of files that ask for memmem */

#include <math.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
