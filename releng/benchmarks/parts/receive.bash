# Datagrams from a card through interrupt, softirq and wake-up to recv, by generated code, beside ns-3. A part of
# compare. Each comes alone, or a third of a million a second to a card that waits 50 us before it interrupts. "First" is
# the whole process with one run in it; "further" what each of the runs after that costs.

packets=1000000

receive_prepare() {
  generated "$here/receive.sockmodel" "$work/receive"
  moderated_model >"$work/moderated.sockmodel"
  generated "$work/moderated.sockmodel" "$work/moderated"
  [ ! -d /usr/include/ns3 ] || g++ -O2 -o "$work/ns3-receive" "$here/ns3/Receive.cc" \
    -lns3-applications -lns3-internet -lns3-point-to-point -lns3-network -lns3-core
}

# The model of receive with a card that moderates its interrupts, and traffic for which that pays.
moderated_model() {
  sed -e 's/^model receive/model moderated/' -e 's/gap 20us/gap 3us/' \
    -e 's/^  ring .*/&\n  moderation {\n    rx_usecs 50us\n  }/' "$here/receive.sockmodel"
}

# generated MODEL FOLDER [SOURCE]: the model's code, compiled with the program that runs it and what adds to it
generated() {
  rm -rf "$2"
  "$sockmodel" generate "$1" -o "$2/code" >/dev/null
  find "$2/code" -name '*.java' >"$2/sources"
  # A card of a thousand queues is one expression.
  javac -J-Xss64m -d "$2" -cp "$classes" "$here/Receive.java" ${3+"$3"} @"$2/sources"
}

# receive NAME FOLDER MODEL [TRACE]: the first run and the further ones, in a Java that is started as for sockmodel run
receive() {
  local first further
  read -r first further < <(java -XX:+UseSerialGC -Xmx2g "${java_simulates[@]}" -cp "$2:$classes" Receive "$3" 8 ${4+"$4"})
  record "$1, first" "$(awk -v ns="$first" -v n="$packets" 'BEGIN { print ns / n }')"
  record "$1, further" "$(awk -v ns="$further" -v n="$packets" 'BEGIN { print ns / n }')"
}

receive_round() {
  receive "receive" "$work/receive" sockmodel.receive.ReceiveModel
  receive "receive with CTF" "$work/receive" sockmodel.receive.ReceiveModel "$work/received"
  receive "moderated" "$work/moderated" sockmodel.moderated.ModeratedModel
  receive "moderated with CTF" "$work/moderated" sockmodel.moderated.ModeratedModel "$work/received"
  [ ! -x "$work/ns3-receive" ] || record "receive, ns-3" "$(cpu_ns "$packets" "$work/ns3-receive" "$packets")"
}

receive_ratios() {
  ratio "receive, further" "receive, ns-3" 25
  ratio "receive with CTF, further" "receive, ns-3" 10
  ratio "moderated, further" "receive, ns-3" 25
  ratio "moderated with CTF, further" "receive, ns-3" 10
  ratio "receive, first" "receive, ns-3"
  ratio "receive with CTF, first" "receive, ns-3"
}
