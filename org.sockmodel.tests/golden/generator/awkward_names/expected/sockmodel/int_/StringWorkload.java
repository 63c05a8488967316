// Generated from awkward-names.sockmodel. Changes made here are lost.
package sockmodel.int_;

import java.util.List;
import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.model.Instruction.*;
import org.sockmodel.runtime.uapi.*;

final class StringWorkload {

  private StringWorkload() {
  }

  static WorkloadDeclaration declare() {
    WorkloadDeclaration workload = new WorkloadDeclaration("String", "class", 16);
    workload.thread(threadRecv());
    return workload;
  }

  private static ThreadDeclaration threadRecv() {
    ThreadDeclaration thread = new ThreadDeclaration("Recv", 16);
    return thread;
  }
}
