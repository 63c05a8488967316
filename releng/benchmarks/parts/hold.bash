# The event queue: the earliest of N pending events fires and schedules one later. A part of compare.

hold_pending=(20 100 10000 1000000)
ns3_schedulers=(Map Heap Calendar PriorityQueue)

hold_prepare() {
  javac -d "$work/classes" -cp "$classes" "$here/HoldModel.java"
  [ ! -d /usr/include/ns3 ] || g++ -O2 -o "$work/ns3-hold" "$here/ns3/Hold.cc" -lns3-core
  ssj_prepare || say "SSJ is not to be had, and left out"
}

ssj_prepare() {
  local version=3.3.2
  [ -f "$work/ssj/ssj-$version.jar" ] || {
    mkdir -p "$work/ssj/.mvn"
    (cd "$work/ssj" && "$root/releng/mvn" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
      "-Dartifact=ca.umontreal.iro.simul:ssj:$version" -DoutputDirectory=.) >&2 || return
  }
  javac -d "$work/ssj" -cp "$work/ssj/ssj-$version.jar" "$here/ssj/Hold.java"
}

# hold_events PENDING: enough that every one fires several times
hold_events() {
  echo $(($1 > 100000 ? 5000000 : 1000000))
}

hold_round() {
  local n scheduler java=(java -XX:+UseSerialGC -Xmx2g)
  for n in "${hold_pending[@]}"; do
    record "hold $n" "$("${java[@]}" -cp "$work/classes:$classes" HoldModel agenda "$n")"
    record "hold $n, calendar in Java" "$("${java[@]}" -cp "$work/classes:$classes" HoldModel calendar "$n")"
    for scheduler in "${ns3_schedulers[@]}"; do
      # The calendar of ns-3 takes minutes with a million.
      [ ! -x "$work/ns3-hold" ] || [ "$scheduler $n" = "Calendar 1000000" ] \
        || record "hold $n, ns-3 ${scheduler}Scheduler" \
          "$("$work/ns3-hold" "${scheduler}Scheduler" "$n" "$(hold_events "$n")")"
    done
    # SSJ needs a minute for a million; once is enough to see that.
    [ ! -f "$work/ssj/Hold.class" ] || { [ "$n" -gt 100000 ] && [ "$round" -gt 1 ]; } || record "hold $n, SSJ" \
      "$("${java[@]}" -cp "$work/ssj:$work/ssj/*" Hold "$n" "$(hold_events "$n")")"
  done
}

# ns-3's default is the MapScheduler.
hold_ratios() {
  local n fastest
  local -A default_goal=([100]=3 [10000]=5 [1000000]=6) fastest_goal=([100]=2 [10000]=2)
  for n in "${hold_pending[@]}"; do
    ratio "hold $n" "hold $n, calendar in Java" 0.7
    ratio "hold $n" "hold $n, ns-3 MapScheduler" "${default_goal[$n]:-}"
    fastest=$(for scheduler in "${ns3_schedulers[@]}"; do
      echo "$(median "hold $n, ns-3 ${scheduler}Scheduler") hold $n, ns-3 ${scheduler}Scheduler"
    done | sed '/^ /d' | sort -g | sed -n '1s/^[^ ]* //p')
    ratio "hold $n" "$fastest" "${fastest_goal[$n]:-}"
    ratio "hold $n" "hold $n, SSJ"
  done
}
