import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.Model;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;
import sockmodel.large.LargeModel;

/** The generated model of a large machine, and on it 100 000 threads, each blocked in the receive of its own socket. */
public final class Large extends Model {

  private static final int SLEEPERS = 100_000;

  @Override
  public ModelDeclaration declare() {
    WorkloadDeclaration sleepers = new WorkloadDeclaration("sleepers", "host", 1);
    for (int i = 0; i < SLEEPERS; i++) {
      sleepers.thread(new ThreadDeclaration("sleeper" + i, 1).program(
          new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 1),
          new Instruction.Recv("s", 64, 0, 1)));
    }
    return new LargeModel().declare().workload(sleepers);
  }
}
