// Generated from awkward-names.sockmodel. Changes made here are lost.
package sockmodel.int_;

import java.util.List;
import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.model.Instruction.*;
import org.sockmodel.runtime.uapi.*;

final class NewWorkload {

  private NewWorkload() {
  }

  static WorkloadDeclaration declare() {
    WorkloadDeclaration workload = new WorkloadDeclaration("new", "class", 10);
    workload.thread(threadReturn());
    workload.thread(threadReturn_2());
    workload.thread(thread_());
    return workload;
  }

  private static ThreadDeclaration threadReturn() {
    ThreadDeclaration thread = new ThreadDeclaration("return", 11);
    thread.program(
        new EpollCreate("return.gr\u00f6\u00dfe", 11));
    return thread;
  }

  private static ThreadDeclaration threadReturn_2() {
    ThreadDeclaration thread = new ThreadDeclaration("Return", 12);
    thread.program(
        new EpollCreate("Return.gr\u00f6\u00dfe", 12));
    return thread;
  }

  private static ThreadDeclaration thread_() {
    ThreadDeclaration thread = new ThreadDeclaration("_", 13);
    thread.program(
        new EpollCreate("\u540d", 13),
        new EpollWait("\u540d", 64, Instruction.NO_TIMEOUT, 13));
    return thread;
  }
}
