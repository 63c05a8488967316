# Reading, analysing and writing of traces, beside their usual readers. A part of compare. MinimalReader.java is the
# yardstick: the least that a Java program does with every event. A trace.dat has to be recorded, which needs root and
# tracefs; the text is what trace-cmd prints of it, so that both read the same events. FLOOD says how many datagrams
# are recorded, of some 35 events each; two million need 18 GB below target, most of it for the text.

traces_prepare() {
  make_trace
  if [ ! -f "$work/flood.dat" ] && ! "$sockmodel" record -o "$work/flood.dat" --csv -- \
    java "$here/Flood.java" "${FLOOD:-2000000}" >/dev/null; then
    say "no trace.dat could be recorded; it is left out, and the text is that of the other trace"
  fi
  make_short_traces
  make_perf_data
  if [ -f "$work/flood.dat" ] && has trace-cmd; then
    [ -f "$work/text" ] || trace-cmd report -i "$work/flood.dat" >"$work/text" 2>/dev/null
  fi
  [ -f "$work/text" ] || "$sockmodel" convert "$work/kernel" "$work/text" --to ftrace
  events=$(events_of "$work/kernel")
  short=$(events_of "$work/short/kernel")
  lines=$(events_of "$work/text")
  recorded=0
  [ ! -f "$work/flood.dat" ] || recorded=$(events_of "$work/flood.dat")
  sampled=0
  [ ! -f "$work/flood.data" ] || sampled=$(events_of "$work/flood.data")
  say "$events events as CTF, $lines as text, $recorded as trace.dat"
  javac -d "$work/classes" "$here/MinimalReader.java"
}

# Five million events of both kinds as CTF: what lttng-irqstats reads, which needs a minute for what the others read in
# seconds, and knows CTF alone; and what shows how much of a shorter analysis is Java's start.
make_short_traces() {
  if [ ! -d "$work/short/kernel" ]; then
    mkdir -p "$work/short"
    sed 's/count 1000000/count 150000/' "$here/traces.sockmodel" >"$work/short/traces.sockmodel"
    "$sockmodel" run "$work/short/traces.sockmodel" -o "$work/short/kernel" >/dev/null
  fi
  if [ -f "$work/flood.dat" ] && [ ! -d "$work/recorded/kernel" ]; then
    mkdir -p "$work/recorded"
    "$sockmodel" record -o "$work/recorded/flood.dat" --csv -- java "$here/Flood.java" 150000 >/dev/null
    "$sockmodel" convert "$work/recorded/flood.dat" "$work/recorded/kernel" --to ctf
  fi
}

# Some 22 events for each of 300 000 datagrams.
make_perf_data() {
  [ -f "$work/flood.data" ] || ! has perf || perf record -q -a -m 16M -k mono -o "$work/flood.data" -e 'sched:sched_switch' \
    -e 'sched:sched_wak*' -e 'irq:*' -e 'napi:*' -e 'net:*' -e 'sock:*' -e 'skb:*' -e 'syscalls:sys_*_recvfrom' \
    -e 'syscalls:sys_*_sendto' -- java "$here/Flood.java" 300000 >/dev/null 2>&1 || rm -f "$work/flood.data"
}

events_of() {
  "$sockmodel" analyze "$1" --json | sed -n '0,/"events": /s/.*"events": \([0-9]*\).*/\1/p'
}

# process NAME EVENTS COMMAND...: unless the command is not installed
process() {
  local name=$1
  shift
  ! has "$2" || record "$name" "$(cpu_ns "$@")"
}

# Has the files of a trace in memory, so that nobody pays for the disk.
in_memory() {
  cat "$@" >/dev/null
}

traces_round() {
  local minimal=(java -XX:+UseSerialGC -cp "$work/classes" MinimalReader)
  in_memory "$work/kernel"/*
  process "CTF, analyzed" "$events" "$sockmodel" analyze "$work/kernel"
  process "babeltrace2, text" "$events" babeltrace2 "$work/kernel"
  process "babeltrace2, dummy sink" "$events" babeltrace2 "$work/kernel" -o dummy
  process "minimal reader, CTF" "$events" "${minimal[@]}" "$work/kernel"
  process "minimal reader, CTF and its fields" "$events" "${minimal[@]}" "$work/kernel" values
  in_memory "$work/short/kernel"/*
  process "CTF of 5 million events, analyzed" "$short" "$sockmodel" analyze "$work/short/kernel"
  in_memory "$work/text"
  process "ftrace text, analyzed" "$lines" "$sockmodel" analyze "$work/text"
  process "minimal reader, text" "$lines" "${minimal[@]}" "$work/text"
  if [ "$recorded" -gt 0 ]; then
    in_memory "$work/flood.dat"
    process "trace.dat, analyzed" "$recorded" "$sockmodel" analyze "$work/flood.dat"
    process "trace-cmd report" "$recorded" trace-cmd report -i "$work/flood.dat"
  fi
  if [ "$sampled" -gt 0 ]; then
    in_memory "$work/flood.data"
    process "perf.data, analyzed" "$sampled" "$sockmodel" analyze "$work/flood.data"
    process "perf script" "$sampled" perf script --ns -i "$work/flood.data"
  fi
  process "CTF to CTF" "$events" "$sockmodel" convert "$work/kernel" "$work/written" --to ctf
  process "CTF to ftrace text" "$events" "$sockmodel" convert "$work/kernel" "$work/written.txt" --to ftrace
  # What takes a minute tells enough by once.
  [ "$round" -gt 1 ] || irqstats_round
}

irqstats_round() {
  process "lttng-irqstats" "$short" lttng-irqstats --no-progress "$work/short/kernel"
  if [ "$recorded" -gt 0 ]; then
    in_memory "$work/recorded/kernel"/*
    process "lttng-irqstats, recorded events" "$(events_of "$work/recorded/kernel")" \
      lttng-irqstats --no-progress "$work/recorded/kernel"
  fi
}

traces_ratios() {
  ratio "CTF, analyzed" "babeltrace2, text" 10
  ratio "CTF, analyzed" "babeltrace2, dummy sink" 4
  ratio "CTF, analyzed" "minimal reader, CTF" 0.4
  ratio "CTF, analyzed" "minimal reader, CTF and its fields" 0.4
  ratio "CTF, analyzed" "lttng-irqstats" 100
  ratio "CTF of 5 million events, analyzed" "babeltrace2, text" 10
  ratio "CTF of 5 million events, analyzed" "babeltrace2, dummy sink" 4
  ratio "ftrace text, analyzed" "trace-cmd report" 8
  ratio "ftrace text, analyzed" "minimal reader, text" 0.4
  ratio "ftrace text, analyzed" "lttng-irqstats, recorded events" 100
  ratio "trace.dat, analyzed" "trace-cmd report" 20
  ratio "trace.dat, analyzed" "lttng-irqstats, recorded events" 100
  ratio "perf.data, analyzed" "perf script"
  ratio "CTF to CTF" "babeltrace2, text"
  ratio "CTF to ftrace text" "babeltrace2, text"
}
