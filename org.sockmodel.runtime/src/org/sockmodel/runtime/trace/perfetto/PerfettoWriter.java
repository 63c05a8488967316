package org.sockmodel.runtime.trace.perfetto;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceWriter;
import org.sockmodel.runtime.trace.bytes.OutputFile;

/**
 * Writes a trace that ui.perfetto.dev opens: the scheduler, interrupts and softirqs on the CPUs' tracks, system calls
 * on the threads' tracks, everything else as instants, with arrows from each event of a packet to its next one.
 * Memory: one bundle of events for each CPU.
 */
public final class PerfettoWriter implements TraceWriter {

  private static final int PACKET = 1;
  private static final int FTRACE_EVENTS = 1;
  private static final int TIMESTAMP = 8;
  private static final int SEQUENCE_ID = 10;
  private static final int OUR_SEQUENCE = 1;
  private static final int SEQUENCE_FLAGS = 13;
  /** {@code SEQ_INCREMENTAL_STATE_CLEARED}: nothing that came before is missing; else track events are passed over. */
  private static final int STATE_CLEARED = 1;
  private static final int BUNDLE_CPU = 1;
  private static final int BUNDLE_EVENT = 2;
  private static final int BUNDLE_LOST = 3;
  private static final int BUNDLE_BYTES = 1 << 15;
  private static final int MAX_CPUS = 4096;

  private final OutputFile file;
  private final FtraceMessages ftrace = new FtraceMessages();
  private final TrackMessages tracks = new TrackMessages(this::packet);
  private final ProtoBuffer packet = new ProtoBuffer();
  private final ProtoBuffer framed = new ProtoBuffer();
  private ProtoBuffer[] bundles = new ProtoBuffer[0];
  private int[] current = new int[0];
  private boolean begun;

  /** Starts a file; what is there is replaced when this trace is complete. */
  public PerfettoWriter(Path target) throws TraceException {
    file = OutputFile.create(target);
  }

  /** Writes to a stream, which is closed with the trace. */
  public PerfettoWriter(OutputStream stream) {
    file = OutputFile.of(stream);
  }

  @Override
  public void accept(TraceEvent event) {
    int cpu = event.cpu();
    ProtoBuffer bundle = bundle(cpu);
    boolean isSwitch = event.tracepoint() == SchedSwitch.TRACEPOINT;
    if (isSwitch && event.has(SchedSwitch.PREV_PID)) {
      current[cpu] = event.intValue(SchedSwitch.PREV_PID);
    }
    int tid = event.tid() == TraceEvent.UNKNOWN_TID ? current[cpu] : event.tid();
    if (ftrace.has(event.tracepoint())) {
      ftrace.write(event, Math.max(tid, 0), BUNDLE_EVENT, bundle);
      if (bundle.size() >= BUNDLE_BYTES) {
        flush(cpu);
      }
    } else {
      tracks.write(event, tid);
    }
    if (isSwitch && event.has(SchedSwitch.NEXT_PID)) {
      current[cpu] = event.intValue(SchedSwitch.NEXT_PID);
    }
  }

  @Override
  public void lost(int cpu, long count) {
    bundle(cpu);
    flush(cpu);
    bundle(cpu).number(BUNDLE_LOST, 1);
  }

  @Override
  public void close() throws TraceException {
    file.close(() -> {
      for (int cpu = 0; cpu < bundles.length; cpu++) {
        flush(cpu);
      }
    });
  }

  @Override
  public void abort() {
    file.abort();
  }

  private void packet(long timeNs, int field, ProtoBuffer content) {
    begin();
    packet.number(TIMESTAMP, timeNs);
    packet.message(field, content);
    write();
  }

  private void flush(int cpu) {
    if (bundles[cpu].size() == 0) {
      return;
    }
    begin();
    int bundle = packet.begin(FTRACE_EVENTS);
    packet.number(BUNDLE_CPU, cpu);
    packet.append(bundles[cpu]);
    packet.end(bundle);
    write();
    bundles[cpu].clear();
  }

  private void begin() {
    packet.clear();
    packet.number(SEQUENCE_ID, OUR_SEQUENCE);
    if (!begun) {
      packet.number(SEQUENCE_FLAGS, STATE_CLEARED);
      begun = true;
    }
  }

  private void write() {
    framed.clear();
    framed.message(PACKET, packet);
    file.out().put(framed.bytes(), 0, framed.size());
  }

  private ProtoBuffer bundle(int cpu) {
    if (cpu >= bundles.length) {
      if (cpu >= MAX_CPUS) {
        throw file.out().failure(new IOException("CPU " + cpu + " is beyond the limit of " + MAX_CPUS));
      }
      int before = bundles.length;
      bundles = Arrays.copyOf(bundles, cpu + 1);
      current = Arrays.copyOf(current, cpu + 1);
      for (int i = before; i <= cpu; i++) {
        bundles[i] = new ProtoBuffer();
        current[i] = TraceEvent.UNKNOWN_TID;
      }
    }
    return bundles[cpu];
  }
}
