import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import org.sockmodel.runtime.model.Model;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.TraceWriter;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfWriter;

/**
 * Runs the generated code of a model several times in one Java machine, without a trace or with all of it as CTF.
 *
 * <p>{@code Receive CLASS ROUNDS [FOLDER]} prints, for the first run and for the median of the others, the CPU time of
 * the whole process in ns: the first pays for what Java compiles, the others are what every further packet costs.
 */
public final class Receive {

  private Receive() {
  }

  public static void main(String[] arguments) throws Exception {
    Model model = (Model) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
    long[] rounds = new long[Integer.parseInt(arguments[1])];
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    for (int round = 0; round < rounds.length; round++) {
      long before = round == 0 ? 0 : system.getProcessCpuTime();
      run(model, arguments.length > 2 ? Path.of(arguments[2]) : null);
      rounds[round] = system.getProcessCpuTime() - before;
    }
    long first = rounds[0];
    Arrays.sort(rounds, 1, rounds.length);
    System.out.println(first + " " + rounds[rounds.length / 2]);
  }

  private static void run(Model model, Path folder) throws Exception {
    Simulation simulation = new Simulation(model.declare(), 1, false);
    if (folder == null) {
      simulation.run(null);
      return;
    }
    CtfEnvironment environment = CtfEnvironment.of(simulation.hostname(), simulation.kernelRelease());
    try (TraceWriter writer = new CtfWriter(folder, simulation.cpus(), simulation.names(), environment)) {
      simulation.run(writer);
    }
  }
}
