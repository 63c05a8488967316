package org.sockmodel.runtime.history;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.Point;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;

/**
 * Records the history of a trace and analyses it in the same pass. Cost: some hundred nanoseconds and about 50 bytes an
 * event.
 */
public final class HistoryRecorder implements TraceSink {

  /** So often it is asked whether to go on; a power of two. */
  private static final int BATCH = 1 << 12;

  private final TraceHistory history;
  private final Analysis analysis;
  private final InterruptRows interrupts;
  private final long memoryBytes;
  private BooleanSupplier goesOn = () -> true;
  private boolean full;

  /**
   * @param names of the trace that will be fed
   * @param memoryBytes how much memory the history may take about; what happens later is not recorded
   */
  public HistoryRecorder(Names names, long memoryBytes) {
    this.memoryBytes = memoryBytes;
    history = new TraceHistory(names);
    analysis = new Analysis(names, Filter.ALL).withTimeline();
    KernelState state = analysis.state();
    CpuRows cpus = new CpuRows(history.rows(), names);
    interrupts = new InterruptRows(history.rows(), names);
    ThreadRows threads = new ThreadRows(history.rows(), names);
    cpus.attach(state);
    interrupts.attach(state);
    new QueueRows(history.rows(), names).attach(state);
    threads.attach(state);
    new Causes(history.arrows(), cpus, interrupts, threads).attach(state);
    analysis.listen(this::received);
  }

  /**
   * Records a whole trace.
   *
   * @param continues is asked now and then whether to go on
   * @throws CancellationException if the answer was no
   */
  public void record(TraceReader reader, BooleanSupplier continues) throws TraceException {
    goesOn = continues;
    try {
      reader.read(this);
    } catch (Full reached) {
      full = true;
    }
  }

  /** What has been recorded so far, which any thread may read while more is recorded. */
  public TraceHistory history() {
    return history;
  }

  /** Whether the memory was used up before the trace had ended. */
  public boolean isFull() {
    return full;
  }

  /** What has been counted so far; for the thread that records. */
  public Report report(TraceStatistics statistics) {
    return analysis.report(statistics);
  }

  @Override
  public void accept(TraceEvent event) {
    history.reach(event.timeNs());
    history.events().add(event);
    analysis.accept(event);
    if ((history.events().size() & BATCH - 1) == 0) {
      pause();
    }
  }

  @Override
  public void lost(int cpu, long count) {
    analysis.lost(cpu, count);
  }

  private void pause() {
    if (!goesOn.getAsBoolean()) {
      throw new CancellationException("no longer wanted");
    }
    if (history.bytes() > memoryBytes) {
      throw new Full();
    }
  }

  private void received(Message message) {
    long firstNs = message.atNs(Point.FIRST);
    history.messages().add(message, firstNs > message.returnNs() ? 0 : deviceInterruptsSince(firstNs));
  }

  private int deviceInterruptsSince(long firstNs) {
    int count = 0;
    RowTable rows = history.rows();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.kind() == RowKind.INTERRUPT && row.number() >= 0) {
        count += countSince(row.states(), firstNs);
      }
    }
    return count;
  }

  private static int countSince(StateSequence states, long firstNs) {
    int count = 0;
    for (int i = states.size() - 1; i >= 0 && states.startNs(i) >= firstNs; i--) {
      count += states.kind(i) == StateKind.HARDIRQ ? 1 : 0;
    }
    return count;
  }

  /** Leaves the reader when the memory is used up. */
  private static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("the history is full", null, false, false);
    }
  }
}
