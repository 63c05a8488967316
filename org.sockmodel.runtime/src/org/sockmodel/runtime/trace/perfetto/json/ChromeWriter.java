package org.sockmodel.runtime.trace.perfetto.json;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerExit;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceWriter;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.OutputFile;

/**
 * Writes a trace as JSON for Chrome's trace viewer. A track for each CPU shows what runs on it, one its interrupts and
 * softirqs, one for each thread its system calls; arrows lead from a wake-up to the switch to the woken task.
 * Everything else is an instant on its CPU. For short traces: the viewer reads the whole file, some 150 bytes an event.
 */
public final class ChromeWriter implements TraceWriter {

  private static final int TASKS = 1;
  private static final int INTERRUPTS = 2;
  private static final int THREADS = 3;
  private static final String[] SOFTIRQS =
      {"HI", "TIMER", "NET_TX", "NET_RX", "BLOCK", "IRQ_POLL", "TASKLET", "SCHED", "HRTIMER", "RCU"};

  private final OutputFile file;
  private final JsonOutput json;
  private final SliceStacks slices = new SliceStacks();
  private final Map<Integer, Long> wakeUps = new HashMap<>();
  private final Map<Integer, Integer> current = new HashMap<>();
  private final Set<Integer> namedThreads = new HashSet<>();
  private final Set<Integer> namedCpus = new HashSet<>();
  private long flows;
  private long endNs;

  /** Starts a file; what is there is replaced when this trace is complete. */
  public ChromeWriter(Path target) throws TraceException {
    this(OutputFile.create(target));
  }

  /** Writes to a stream, which is closed with the trace. */
  public ChromeWriter(OutputStream stream) {
    this(OutputFile.of(stream));
  }

  private ChromeWriter(OutputFile file) {
    this.file = file;
    json = new JsonOutput(file.out());
    json.name("process_name", TASKS, 0, "Tasks on CPUs");
    json.name("process_name", INTERRUPTS, 0, "Interrupts on CPUs");
    json.name("process_name", THREADS, 0, "System calls of threads");
  }

  @Override
  public void accept(TraceEvent event) {
    endNs = Math.max(endNs, event.timeNs());
    if (namedCpus.add(event.cpu())) {
      json.name("thread_name", TASKS, event.cpu(), "CPU " + event.cpu());
      json.name("thread_name", INTERRUPTS, event.cpu(), "CPU " + event.cpu());
    }
    Tracepoint tracepoint = event.tracepoint();
    if (tracepoint == SchedSwitch.TRACEPOINT) {
      switched(event);
    } else if (tracepoint == IrqHandlerEntry.TRACEPOINT) {
      begin(event, INTERRUPTS, event.cpu(), "irq " + event.text(IrqHandlerEntry.NAME));
    } else if (tracepoint == SoftirqEntry.TRACEPOINT) {
      begin(event, INTERRUPTS, event.cpu(), softirq(event.value(SoftirqEntry.VEC)));
    } else if (tracepoint == IrqHandlerExit.TRACEPOINT || tracepoint == SoftirqExit.TRACEPOINT) {
      end(event, INTERRUPTS, event.cpu());
    } else if (tracepoint.name().startsWith(Syscall.ENTER_PREFIX) && tid(event) > 0) {
      endCall(event);
      begin(event, THREADS, thread(event), tracepoint.name().substring(Syscall.ENTER_PREFIX.length()));
    } else if (tracepoint.name().startsWith(Syscall.EXIT_PREFIX) && tid(event) > 0) {
      end(event, THREADS, thread(event));
    } else {
      instant(event);
    }
  }

  @Override
  public void close() throws TraceException {
    file.close(() -> {
      slices.forEachOpen((pid, tid, depth) -> {
        for (int i = 0; i < depth; i++) {
          json.begin('E', pid, tid, endNs).end();
        }
      });
      json.close();
    });
  }

  @Override
  public void abort() {
    file.abort();
  }

  private void switched(TraceEvent event) {
    int cpu = event.cpu();
    end(event, TASKS, cpu);
    current.put(cpu, event.intValue(SchedSwitch.NEXT_PID));
    if (event.value(SchedSwitch.NEXT_PID) == 0) {
      return;
    }
    begin(event, TASKS, cpu, event.text(SchedSwitch.NEXT_COMM));
    Long flow = wakeUps.remove(event.intValue(SchedSwitch.NEXT_PID));
    if (flow != null) {
      json.begin('f', TASKS, cpu, event.timeNs()).text("bp", "e").text("cat", "wakeup").text("name", "wakeup")
          .number("id", flow).end();
    }
  }

  private void instant(TraceEvent event) {
    json.begin('i', TASKS, event.cpu(), event.timeNs()).text("s", "t").text("name", event.tracepoint().name())
        .arguments(event).end();
    if (event.tracepoint() == SchedWaking.TRACEPOINT && event.has(SchedWaking.PID)) {
      wakeUps.put(event.intValue(SchedWaking.PID), ++flows);
      // An arrow begins at the slice around it, and at none where there is no slice.
      int track = slices.isOpen(INTERRUPTS, event.cpu()) ? INTERRUPTS : TASKS;
      json.begin('s', track, event.cpu(), event.timeNs()).text("cat", "wakeup").text("name", "wakeup")
          .number("id", flows).end();
    }
  }

  private void begin(TraceEvent event, int pid, int tid, String name) {
    slices.open(pid, tid);
    json.begin('B', pid, tid, event.timeNs()).text("name", name).arguments(event).end();
  }

  private void end(TraceEvent event, int pid, int tid) {
    if (slices.close(pid, tid)) {
      json.begin('E', pid, tid, event.timeNs()).arguments(event).end();
    }
  }

  /** Some calls never return, as {@code rt_sigreturn}: they end before the next one, which is not within them. */
  private void endCall(TraceEvent next) {
    if (slices.close(THREADS, tid(next))) {
      json.begin('E', THREADS, tid(next), next.timeNs()).end();
    }
  }

  private int tid(TraceEvent event) {
    return event.tid() == TraceEvent.UNKNOWN_TID ? current.getOrDefault(event.cpu(), -1) : event.tid();
  }

  private int thread(TraceEvent event) {
    int tid = tid(event);
    if (event.tid() == tid && namedThreads.add(tid)) {
      json.name("thread_name", THREADS, tid, event.names().text(event.comm()));
    }
    return tid;
  }

  private static String softirq(long vector) {
    return "softirq " + (vector >= 0 && vector < SOFTIRQS.length ? SOFTIRQS[(int) vector] : vector);
  }
}
