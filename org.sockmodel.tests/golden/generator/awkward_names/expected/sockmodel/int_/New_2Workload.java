// Generated from awkward-names.sockmodel. Changes made here are lost.
package sockmodel.int_;

import java.util.List;
import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.model.Instruction.*;
import org.sockmodel.runtime.uapi.*;

final class New_2Workload {

  private New_2Workload() {
  }

  static WorkloadDeclaration declare() {
    WorkloadDeclaration workload = new WorkloadDeclaration("New", "class", 15);
    workload.thread(threadLoop());
    return workload;
  }

  private static ThreadDeclaration threadLoop() {
    ThreadDeclaration thread = new ThreadDeclaration("Loop", 15);
    thread.program(
        new Loop(1, List.of(
            new Compute(1, 15)), 15));
    return thread;
  }
}
