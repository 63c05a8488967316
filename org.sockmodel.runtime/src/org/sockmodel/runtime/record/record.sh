#!/bin/sh
# Records what the kernel of this machine does, for sockmodel analyze, where there is no Java:
#
#   sh record.sh FILE [COMMAND...]
#
# while the command runs, or for 5 s; Ctrl-C ends it. FILE becomes a trace.dat, compressed where there is gzip. Needs
# root, tracefs and the usual tools, as of busybox. Each CPU has a buffer of @KIB@ KiB; of a recording that does not fit
# the last events are kept. What is set up is removed in the end.
set -u

events='
@EVENTS@
'

fail() {
  echo "cannot record: $*" >&2
  exit 1
}

[ $# -gt 0 ] || {
  echo "usage: sh record.sh FILE [COMMAND...]" >&2
  exit 2
}
file=$1
shift
[ $# -gt 0 ] || set -- sleep 5

tracefs=
for place in /sys/kernel/tracing /sys/kernel/debug/tracing; do
  [ -n "$tracefs" ] || [ ! -d "$place/instances" ] || tracefs=$place
done
[ -n "$tracefs" ] || fail "tracefs is not mounted, or this user may not see it; as root," \
  "run mount -t tracefs tracefs /sys/kernel/tracing"
[ -w "$tracefs/instances" ] || fail "this user may not write to $tracefs/instances; run it as root"

# Those of recordings that were killed.
for old in "$tracefs"/instances/sockmodel-*; do
  [ ! -d "$old" ] || [ -d "/proc/${old##*-}" ] || rmdir "$old"
done

instance=$tracefs/instances/sockmodel-$$
work=$file.parts-$$
mkdir "$work" 2>/dev/null || fail "no folder $work can be made; name another FILE"
# shellcheck disable=SC2317
end() {
  trap '' HUP INT TERM
  [ ! -d "$instance" ] || rmdir "$instance"
  rm -rf "$work"
}
trap end EXIT
trap 'exit 1' HUP INT TERM

mkdir "$instance" || fail "no tracer of its own can be made in $tracefs/instances"
echo 0 >"$instance/tracing_on"
echo mono >"$instance/trace_clock"
echo @KIB@ >"$instance/buffer_size_kb" || fail "there is no memory for buffers of @KIB@ KiB for each CPU"
for event in $events; do
  for enable in "$instance"/events/*/"$event"/enable; do
    [ ! -e "$enable" ] || ! echo 1 >"$enable" || echo "${enable%/enable}" >>"$work/enabled"
  done
done
[ -s "$work/enabled" ] || fail "this kernel has none of the events that are wanted"

echo 1 >"$instance/tracing_on"
"$@" <&0 &
child=$!
interrupted=
trap 'kill "$child" 2>/dev/null; exit 1' HUP TERM
trap 'interrupted=yes; kill "$child" 2>/dev/null' INT # what was recorded until then is kept
wait "$child" 2>/dev/null # not to print that it was killed
status=$?
while kill -0 "$child" 2>/dev/null; do
  wait "$child" 2>/dev/null
  status=$?
done
[ -z "$interrupted" ] || status=0
echo 0 >"$instance/tracing_on"

# number VALUE BYTES: the lowest byte first
number() {
  value=$1
  left=$2
  while [ "$left" -gt 0 ]; do
    byte=$((value & 255))
    # shellcheck disable=SC2059
    printf "\\$((byte / 64))$((byte / 8 % 8))$((byte % 8))"
    value=$((value >> 8))
    left=$((left - 1))
  done
}

# sized BYTES FILE: its length as a number, and what it holds; a file of the kernel tells none before it is read
sized() {
  cat "$2" >"$work/one"
  number "$(wc -c <"$work/one")" "$1"
  cat "$work/one"
}

# What describes the events: trace-cmd.dat.v6(5)
head() {
  printf '\027\010\104tracing6\000\000\010'
  number "$page" 4
  printf 'header_page\000'
  sized 8 "$tracefs/events/header_page"
  printf 'header_event\000'
  sized 8 "$tracefs/events/header_event"
  number 0 4
  sed 's|/[^/]*$||' "$work/enabled" | sort -u >"$work/systems"
  number "$(wc -l <"$work/systems")" 4
  while read -r system; do
    printf '%s\000' "${system##*/}"
    grep "^$system/" "$work/enabled" >"$work/events"
    number "$(wc -l <"$work/events")" 4
    while read -r event; do
      sized 8 "$event/format"
    done <"$work/events"
  done <"$work/systems"
  sized 4 /proc/kallsyms
  sized 4 "$tracefs/printk_formats"
  sized 8 "$tracefs/saved_cmdlines"
  number "$cpus" 4
  printf 'options  \000'
  number 5 2
  uname="Linux $(uname -nrm)"
  number "${#uname}" 4
  printf '%s' "$uname"
  number 0 2
  printf 'flyrecord\000'
}

# Takes the pages out of the buffer of a CPU. To read an empty one would be to wait: a page has at most an event for
# every 16 bytes, by which it is known how many pages there are at least.
pages() {
  left=$(sed -n 's/^entries: //p' "$instance/per_cpu/cpu$1/stats")
  while [ "$left" -gt 0 ]; do
    dd if="$instance/per_cpu/cpu$1/trace_pipe_raw" bs="$page" count=$(((left * 16 + page - 1) / page)) 2>/dev/null
    left=$(sed -n 's/^entries: //p' "$instance/per_cpu/cpu$1/stats")
  done
}

page=4096
[ ! -e "$instance/buffer_subbuf_size_kb" ] || page=$(($(cat "$instance/buffer_subbuf_size_kb") * 1024))
cpus=0
for cpu in "$instance"/per_cpu/cpu*; do
  [ "${cpu##*cpu}" -lt "$cpus" ] || cpus=$((${cpu##*cpu} + 1))
done
head >"$work/head" || fail "cannot write $file; make room there"
offset=$(($(wc -c <"$work/head") + 16 * cpus))
gap=$(((page - offset % page) % page))
offset=$((offset + gap))
cpu=0
while [ "$cpu" -lt "$cpus" ]; do
  : >"$work/cpu$cpu"
  [ ! -d "$instance/per_cpu/cpu$cpu" ] || pages "$cpu" >"$work/cpu$cpu" || fail "cannot write $file; make room there"
  size=$(wc -c <"$work/cpu$cpu")
  number "$offset" 8 >>"$work/head"
  number "$size" 8 >>"$work/head"
  offset=$((offset + size))
  cpu=$((cpu + 1))
done

pack='cat'
! command -v gzip >/dev/null || pack=gzip
{
  cat "$work/head"
  dd if=/dev/zero bs=1 count="$gap" 2>/dev/null
  cpu=0
  while [ "$cpu" -lt "$cpus" ]; do
    cat "$work/cpu$cpu"
    cpu=$((cpu + 1))
  done
} | $pack >"$work/whole" || fail "cannot write $file; make room there"
mv "$work/whole" "$file" || fail "cannot write $file; name another one"
[ "$status" = 0 ] || echo "$1 ended with $status" >&2
exit "$status"
