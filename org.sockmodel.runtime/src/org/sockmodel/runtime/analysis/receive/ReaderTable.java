package org.sockmodel.runtime.analysis.receive;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.trace.Names;

/** Readers by their task. Cost: an array access; a reader's object is used again when its task has gone. */
final class ReaderTable {

  private final Filter filter;
  private final Names names;
  private Reader[] readers = new Reader[64];

  ReaderTable(Filter filter, Names names) {
    this.filter = filter;
    this.names = names;
  }

  /** What is known of the task as a reader, or null. */
  Reader find(TaskState task) {
    int index = task.index();
    return index < readers.length ? readers[index] : null;
  }

  /** The task as a reader. */
  Reader get(TaskState task) {
    Reader reader = find(task);
    return reader != null ? reader : add(task);
  }

  /** The reader whose receive call a CPU executes in task context; null if there is none. */
  Reader readingOn(CpuState cpu) {
    TaskState task = cpu.current();
    return task != null && cpu.contexts().depth() == 0 && task.call().reads() ? find(task) : null;
  }

  /** The same, or the one for which io_uring reads there. */
  Reader takingOn(CpuState cpu) {
    TaskState task = cpu.current();
    boolean takes = task != null && cpu.contexts().depth() == 0 && task.call() == CallKind.URING;
    return takes ? find(task) : readingOn(cpu);
  }

  /** Whether the filter asks for this task. */
  boolean accepts(Reader reader, TaskState task) {
    if (reader.judgedComm != task.comm()) {
      reader.judgedComm = task.comm();
      reader.accepted = filter.acceptsTask(names.text(task.comm()), task.tid());
    }
    return reader.accepted;
  }

  private Reader add(TaskState task) {
    if (task.index() >= readers.length) {
      readers = Arrays.copyOf(readers, Math.max(task.index() + 1, readers.length * 2));
    }
    Reader reader = new Reader();
    readers[task.index()] = reader;
    return reader;
  }
}
