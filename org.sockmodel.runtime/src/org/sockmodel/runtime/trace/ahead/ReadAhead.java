package org.sockmodel.runtime.trace.ahead;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceOrigin;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;

/**
 * Lets a reader read on a thread of its own, some thousands of events ahead of the sink, which takes them on the
 * caller's thread. The sink gets what it would have got from the reader itself, in the same order; what either throws
 * reaches the caller, and the reader's thread has ended when {@link #read} returns. The
 * sink is asked to {@link TraceSink#catchUp} by the thread that would have to wait for the other one.
 *
 * <p>Cost: some ten nanoseconds an event in all, and less than a MiB. What a sink asks {@link #statistics()} in the
 * middle of the trace counts events, too, that it is yet to get.
 */
public final class ReadAhead implements TraceReader {

  private final TraceReader reader;

  /** Reads ahead on any machine. */
  public ReadAhead(TraceReader reader) {
    this.reader = reader;
  }

  /** Reads ahead where there is a second CPU that can do it. */
  public static TraceReader of(TraceReader reader) {
    return Runtime.getRuntime().availableProcessors() > 1 ? new ReadAhead(reader) : reader;
  }

  @Override
  public void read(TraceSink sink) throws TraceException {
    Handover handover = new Handover(sink::catchUp);
    FutureTask<Void> reading = new FutureTask<>(() -> fill(handover, sink));
    Thread thread = new Thread(reading, "trace reader");
    thread.setDaemon(true);
    thread.start();
    try {
      deliver(handover, sink);
      reading.get();
    } catch (ExecutionException e) {
      throw asThrown(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TraceException("reading the trace was interrupted; start it again", e);
    } finally {
      end(thread);
    }
  }

  @Override
  public Names names() {
    return reader.names();
  }

  @Override
  public TraceOrigin origin() {
    return reader.origin();
  }

  @Override
  public TraceStatistics statistics() {
    return reader.statistics();
  }

  private Void fill(Handover handover, TraceSink sink) throws TraceException {
    BlockFiller filler = new BlockFiller(handover, sink);
    try {
      reader.read(filler);
    } finally {
      filler.end();
    }
    return null;
  }

  private void deliver(Handover handover, TraceSink sink) throws InterruptedException {
    TraceEvent event = new TraceEvent(reader.names());
    EventBlock block = handover.awaitFilled();
    while (block != null) {
      block.deliver(event, sink);
      handover.giveBack(block);
      block = handover.awaitFilled();
    }
  }

  /** What the reader threw; returned if it is declared, thrown if not. */
  private static TraceException asThrown(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    return (TraceException) thrown;
  }

  /** Ends the reader's thread, which waits for nothing but files and blocks, if it has not ended yet. */
  private static void end(Thread thread) {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
