# What the benchmarks have in common. To be sourced; $here is the folder of the benchmarks.

root=$(cd "$here/../.." && pwd)
work=$here/target
sockmodel=${SOCKMODEL:-$root/releng/sockmodel}
classes=${SOCKMODEL_CLASSES:-$root/releng/cli/target/run/sockmodel.jar}
. "$root/releng/java.bash"
TIMEFORMAT='%U %S'
declare -A results=()

say() {
  printf '%s\n' "$*" >&2
}

# The trace that all readers read; made once, and anew when it was deleted.
make_trace() {
  "$sockmodel" --version >/dev/null # builds what has to be built
  [ -d "$work/kernel" ] || "$sockmodel" run "$here/traces.sockmodel" -o "$work/kernel" >/dev/null
}

has() {
  command -v "$1" >/dev/null 2>&1
}

# Those that are missing, one by one, so that one that is not to be had keeps no other away.
install_peers() {
  local missing=() left=() package
  has g++ || missing+=(g++)
  has babeltrace2 || missing+=(babeltrace2)
  has trace-cmd || missing+=(trace-cmd)
  has perf || missing+=(linux-perf)
  has lttng-irqstats || missing+=(python3-lttnganalyses)
  [ -d /usr/include/ns3 ] || missing+=(libns3-dev)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" = 0 ] && has apt-get; then
    say "installing ${missing[*]}"
    apt-get update >"$work/apt.log" 2>&1 || say "the lists of packages cannot be had anew; see $work/apt.log"
    for package in "${missing[@]}"; do
      DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package" >>"$work/apt.log" 2>&1 \
        || left+=("$package")
    done
    missing=("${left[@]}")
  fi
  [ ${#missing[@]} -eq 0 ] || say "not installed, and left out: ${missing[*]}"
}

stay_on_one_cpu() {
  ! has taskset || taskset -cp "$(taskset -cp $$ | sed 's/.*[-,: ]//')" $$ >/dev/null
}

# record NAME NS: one measurement
record() {
  [ -z "$2" ] || results[$1]+="$2 "
}

# cpu_ns EVENTS COMMAND...: CPU time of the whole process for each event
cpu_ns() {
  local events=$1 times
  shift
  times=$({ time "$@" >/dev/null 2>&1; } 2>&1) || say "failed: $*"
  awk -v events="$events" '{ printf "%.1f\n", ($1 + $2) * 1e9 / events }' <<<"$times"
}

# cpu_s COMMAND...: seconds of CPU time
cpu_s() {
  { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.1f", $1 + $2 }'
}

# median NAME: nothing if there is no measurement
median() {
  tr ' ' '\n' <<<"${results[$1]:-}" | sed '/^$/d' | sort -g \
    | awk '{ v[NR] = $1 } END { if (NR) print v[int((NR + 1) / 2)] }'
}

# ratio OURS PEER [GOAL]: how many times ours the peer needs, and how many it should at least. A line of OURS, its ns,
# PEER, its ns, the ratio, GOAL; left out where one was not measured.
ratio() {
  local own peer
  own=$(median "$1")
  peer=$(median "$2")
  [ -z "$own" ] || [ -z "$peer" ] || awk -v OFS='\t' -v ours="$1" -v own="$own" -v name="$2" -v peer="$peer" \
    -v goal="${3:-}" 'BEGIN { print ours, own, name, peer, sprintf("%.2f", peer / own), goal }'
}

# figure OURS GOAL_NS: a figure with no peer, and what it should be at most
figure() {
  local own
  own=$(median "$1")
  [ -z "$own" ] || printf '%s\t%s\t\t\t\t%s\n' "$1" "$own" "$2"
}

table() {
  awk -F '\t' '
    BEGIN { printf "%-34s %9s   %-34s %9s  %8s  %s\n", "ours", "ns", "theirs", "ns", "times", "goal" }
    $3 == "" { printf "%-34s %9.1f   %-34s %9s  %8s  %s ns\n", $1, $2, "", "", "", $6 }
    $3 != "" { printf "%-34s %9.1f   %-34s %9.1f  %8.2f  %s\n", $1, $2, $3, $4, $5, $6 }'
}

to_json() {
  awk -F '\t' '
    function member(name, value) { return value == "" ? "" : sprintf(", \"%s\": %s", name, value) }
    BEGIN { print "[" }
    {
      if (NR > 1) print ","
      printf "  {\"ours\": \"%s\", \"ns\": %s%s%s%s%s}", $1, $2, $3 == "" ? "" : ", \"peer\": \"" $3 "\"",
        member("peer_ns", $4), member("times", $5), member($3 == "" ? "goal_ns" : "goal_times", $6)
    }
    END { print "\n]" }'
}
