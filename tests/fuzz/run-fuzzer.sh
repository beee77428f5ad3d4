#!/bin/sh
# Runs one fuzz target over its seeds, and on from them for a while: PROGRAM SECONDS FOLDER…
# SPDX-License-Identifier: GPL-3.0-or-later
#
# New inputs go to a folder that is removed; one that crashes stays where the test was run.
set -u

program=$1
seconds=$2
shift 2
grown=$(mktemp -d)
trap 'rm -rf "$grown" "$grown.log"' EXIT

export UBSAN_OPTIONS="${UBSAN_OPTIONS:-halt_on_error=1:print_stacktrace=1}"

# One input may take twenty seconds and two gigabytes before it counts as a fault. Inputs are not
# chosen by entropy, which would cost three times what running them does.
"$program" -max_total_time="$seconds" -entropic=0 -max_len=16384 -timeout=20 -rss_limit_mb=2048 \
  -artifact_prefix="$(basename "$program")-" "$grown" "$@" >"$grown.log" 2>&1
status=$?
tail -n 60 "$grown.log"
exit $status
