package org.sockmodel.runtime.trace.convert;

import java.math.BigDecimal;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceOrigin;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * What a trace tells of one stretch of time, to be looked at where the whole is too large. Events that were lost belong
 * to it if the last event before them does.
 */
public final class TracePart implements TraceReader {

  private static final int NANOSECOND_DIGITS = 9;

  private final TraceReader whole;
  private final String name;
  private final long beginNs;
  private final long endNs;
  private boolean begun;

  /**
   * The part from one time to another of the trace's clock, both included.
   *
   * @param whole what is read, to its end
   * @param name what to call it in messages
   */
  public TracePart(TraceReader whole, String name, long beginNs, long endNs) {
    this.whole = whole;
    this.name = name;
    this.beginNs = beginNs;
    this.endNs = endNs;
  }

  /**
   * {@inheritDoc}
   *
   * @throws TraceException also if the trace has events, but none of that time
   */
  @Override
  public void read(TraceSink sink) throws TraceException {
    whole.read(new Inside(sink));
    if (!begun && statistics().events() > 0) {
      throw new TraceException(name + ": no event is of that time; the trace is from " + seconds(statistics().beginNs())
          + " to " + seconds(statistics().endNs()));
    }
  }

  private static String seconds(long ns) {
    return BigDecimal.valueOf(ns, NANOSECOND_DIGITS).toPlainString() + " s";
  }

  @Override
  public Names names() {
    return whole.names();
  }

  @Override
  public TraceOrigin origin() {
    return whole.origin();
  }

  /** What was read of the whole trace. */
  @Override
  public TraceStatistics statistics() {
    return whole.statistics();
  }

  /** Gives on what lies inside. */
  private final class Inside implements TraceSink {

    private final TraceSink sink;
    private boolean inside;

    Inside(TraceSink sink) {
      this.sink = sink;
    }

    @Override
    public int fields(Tracepoint tracepoint) {
      return sink.fields(tracepoint);
    }

    @Override
    public void accept(TraceEvent event) {
      inside = event.timeNs() >= beginNs && event.timeNs() <= endNs;
      if (inside) {
        begun = true;
        sink.accept(event);
      }
    }

    @Override
    public void lost(int cpu, long count) {
      if (inside) {
        sink.lost(cpu, count);
      }
    }
  }
}
