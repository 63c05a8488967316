package org.sockmodel.tests.trace;

import java.util.List;
import java.util.SplittableRandom;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.Tracepoints;

/** A trace of random events of every tracepoint, the same for the same seed; its gaps are irregular. */
public final class RandomTrace {

  private static final List<String> TEXTS =
      List.of("eth0", "lo", "virtio3-input.0", "sock_def_readable", "tcp_v4_rcv+0x1a/0x90", "SOCKET_RCVBUFF");
  private static final List<String> SYMBOLS = List.of("sock_def_readable", "schedule", "__sys_recvfrom", "foo.isra.0");
  private static final List<String> COMMS =
      List.of("swapper/0", "rdr0", "migration/1", "kworker/0:1-ev", "a b", "Web Content", "x-y[z]", "fifteen_letters");

  private final SplittableRandom random;
  private final Names names = new Names();
  private final int cpus;
  private final List<Tracepoint> tracepoints;
  private long timeNs = 1_000_000_000L;

  public RandomTrace(long seed, int cpus) {
    this(seed, cpus, Tracepoints.ALL);
  }

  public RandomTrace(long seed, int cpus, List<Tracepoint> tracepoints) {
    this.random = new SplittableRandom(seed);
    this.cpus = cpus;
    this.tracepoints = tracepoints;
  }

  public Names names() {
    return names;
  }

  /** Sends so many events to the sink. */
  public void send(int events, TraceSink sink) {
    TraceEvent event = new TraceEvent(names);
    for (int i = 0; i < events; i++) {
      // Most gaps are short, some are longer than a compact CTF time stamp can tell.
      timeNs += 1 + (random.nextInt(100) == 0 ? random.nextLong(1L << 29) : random.nextLong(2000));
      Tracepoint tracepoint = tracepoints.get(random.nextInt(tracepoints.size()));
      event.begin(tracepoint, timeNs, random.nextInt(cpus));
      event.task(1 + random.nextInt(40_000), text(COMMS));
      for (int f = 0; f < tracepoint.fields().size(); f++) {
        event.set(f, value(tracepoint.fields().get(f)));
      }
      sink.accept(event);
    }
  }

  private long value(Field field) {
    return switch (field.kind()) {
      case S32 -> field.name().endsWith("prio") ? random.nextInt(140) : random.nextInt(1 << random.nextInt(31));
      case U32 -> field.name().equals("vec") ? random.nextInt(10) : random.nextInt(1 << random.nextInt(31));
      case S64, U64 -> field.name().equals("prev_state") ? 1L << random.nextInt(8) : random.nextLong(1L << 50);
      case POINTER -> 0xffff888000000000L | random.nextInt(1 << 30);
      case TEXT -> text(field.name().equals("func") || field.name().equals("parent") ? SYMBOLS : TEXTS);
      case COMM -> text(COMMS);
    };
  }

  private int text(List<String> texts) {
    return names.intern(texts.get(random.nextInt(texts.size())));
  }
}
