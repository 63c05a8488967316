# The same packets beside many sleeping threads, CPUs and queues: what a packet costs more than in the small model. A
# part of compare; its small model is the one of receive. What the start of the threads costs is measured apart, by a
# run with hardly a packet, and taken off.

scale_prepare() {
  [ -d "$work/receive" ] || receive_prepare
  large_model >"$work/large.sockmodel"
  generated "$work/large.sockmodel" "$work/scale" "$here/Large.java"
  sed -i 's/count [0-9]*$/count 1/' "$work/large.sockmodel"
  generated "$work/large.sockmodel" "$work/scale-start" "$here/Large.java"
}

# The model of receive on a machine of 256 CPUs, with a card of 1024 queues.
large_model() {
  sed -e 's/^model receive/model large/' -e 's/cpus 1$/cpus 256/' -e 's/queues 1$/queues 1024/' \
    -e '/queue 0 irq/,$d' "$here/receive.sockmodel"
  awk 'BEGIN { for (i = 0; i < 1024; i++) printf "  queue %d irq %d -> cpu %d\n", i, 1000 + i, i % 256; print "}" }'
  sed -n '/^workload/,$p' "$here/receive.sockmodel"
}

scale_round() {
  receive "receive" "$work/receive" sockmodel.receive.ReceiveModel
  receive "all at scale" "$work/scale" Large
  receive "start at scale" "$work/scale-start" Large
}

scale_ratios() {
  record "receive at scale" "$(awk -v all="$(median "all at scale, further")" \
    -v start="$(median "start at scale, further")" 'BEGIN { print all - start }')"
  ratio "receive at scale" "receive, further" 0.5
}
