package org.sockmodel.runtime.trace.ahead;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * Fills blocks with what a reader delivers, on the reader's thread. What a sink and a reader ask each other is asked
 * while the other one waits, so neither needs to know of two threads, but for what the sink leaves for later: the
 * reader waits while the sink takes the first event, with which it may ask the reader about the trace, and nothing is
 * under way when the sink is asked for the fields of a tracepoint.
 */
final class BlockFiller implements TraceSink {

  private static final byte UNASKED = -1;

  private final Handover handover;
  private final TraceSink sink;
  private EventBlock block;
  private boolean begun;

  /** How many of a tracepoint's first fields the sink looks at, by its id; of those of which nobody asked, all. */
  private byte[] widths = {};

  BlockFiller(Handover handover, TraceSink sink) {
    this.handover = handover;
    this.sink = sink;
  }

  @Override
  public int fields(Tracepoint tracepoint) {
    settle();
    int fields = sink.fields(tracepoint);
    makeRoom(tracepoint.id());
    widths[tracepoint.id()] =
        (byte) Math.min(tracepoint.fields().size(), Integer.SIZE - Integer.numberOfLeadingZeros(fields));
    return fields;
  }

  @Override
  public void accept(TraceEvent event) {
    EventBlock target = target();
    target.add(event, width(event.tracepoint()));
    added(target);
  }

  @Override
  public void lost(int cpu, long count) {
    EventBlock target = target();
    target.addLost(cpu, count);
    added(target);
  }

  private int width(Tracepoint tracepoint) {
    int width = tracepoint.id() < widths.length ? widths[tracepoint.id()] : UNASKED;
    return width == UNASKED ? tracepoint.fields().size() : width;
  }

  private void makeRoom(int id) {
    int known = widths.length;
    if (id >= known) {
      widths = Arrays.copyOf(widths, Math.max(id + 1, known * 2));
      Arrays.fill(widths, known, widths.length, UNASKED);
    }
  }

  /** Hands over what is left, and tells the sink's thread that this was all. */
  void end() {
    if (block != null) {
      handOver();
    }
    handover.end();
  }

  /** Hands over what is there, and waits until the sink has got all of it. */
  private void settle() {
    if (block != null) {
      handOver();
    }
    try {
      handover.awaitAllEmpty();
    } catch (InterruptedException e) {
      throw stopped();
    }
  }

  private EventBlock target() {
    if (block == null) {
      try {
        block = handover.awaitEmpty();
      } catch (InterruptedException e) {
        throw stopped();
      }
    }
    return block;
  }

  private void added(EventBlock target) {
    if (!begun) {
      begun = true;
      settle();
    } else if (target.isFull()) {
      handOver();
    }
  }

  private void handOver() {
    handover.fill(block);
    block = null;
  }

  /** Leaves the reader; nobody is told, as only {@link ReadAhead} interrupts, when it has something else to tell. */
  private static CancellationException stopped() {
    return new CancellationException("nobody takes events any more");
  }
}
