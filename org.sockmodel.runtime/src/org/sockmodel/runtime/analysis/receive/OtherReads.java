package org.sockmodel.runtime.analysis.receive;

import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.trace.NetTracepoints.SockRecvLength;
import org.sockmodel.runtime.trace.TraceEvent;

/** Counts how often sockets are read in no receive call: for io_uring, until it tells a request complete, or others. */
final class OtherReads {

  private final Filter filter;
  private final ReaderTable readers;
  private long count;

  OtherReads(Filter filter, ReaderTable readers) {
    this.filter = filter;
    this.readers = readers;
  }

  /** Takes {@code sock_recv_length} of no receive call. Returns who reads; null if nothing was read. */
  Reader read(TraceEvent event, CpuState cpu) {
    TaskState task = cpu.current();
    boolean known = task != null && !task.call().reads() && cpu.contexts().depth() == 0;
    if (!known || event.has(SockRecvLength.ERROR) && event.intValue(SockRecvLength.ERROR) != 0) {
      return null;
    }
    count += filter.acceptsCpu(cpu.id()) ? 1 : 0;
    Reader reader = readers.get(task);
    if (reader.batch == null) {
      reader.beginUring();
    }
    return reader;
  }

  /** Who has read a socket for the request of io_uring that is complete now; null if it is another request. */
  Reader completing(CpuState cpu) {
    TaskState task = cpu.current();
    if (task == null || task.call().reads() || cpu.contexts().depth() > 0) {
      return null;
    }
    Reader reader = readers.find(task);
    return reader != null && reader.batch != null && !reader.batch.isEmpty() ? reader : null;
  }

  /** What was read is told complete. */
  void complete(CpuState cpu) {
    count -= filter.acceptsCpu(cpu.id()) ? 1 : 0;
  }

  /** With a filter for a CPU, what was read on another one may be complete on that. */
  long count() {
    return Math.max(0, count);
  }
}
