import java.io.File;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.sockmodel.runtime.model.Model;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.TraceWriter;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfWriter;
import org.sockmodel.runtime.trace.ftrace.FtraceWriter;

/**
 * Compares states of the simulator on a machine that others use too: one Java machine runs them in turn, a run each,
 * every state with classes of its own. What disturbs one disturbs the next as well, so that the ratios of neighbours
 * tell what absolute figures of two processes cannot.
 *
 * <p>{@code InTurn MODEL none|ctf|text SECONDS CLASSPATH...} prints, for each state by its number, ns of the simulating
 * thread's CPU time for a run: the least, the median, and the median ratio to the first state with its quartiles. The
 * first third of the rounds is left out. Text goes to nowhere, CTF to the folder {@code in-turn} of the temporary one.
 */
public final class InTurn {

  private InTurn() {
  }

  public static void main(String[] arguments) throws Exception {
    String[] states = Arrays.copyOfRange(arguments, 3, arguments.length);
    List<ToLongFunction<String>> runs = new ArrayList<>();
    for (String classPath : states) {
      runs.add(run(classPath, arguments[0]));
    }
    List<long[]> rounds = new ArrayList<>();
    long endNs = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000;
    while (rounds.size() < 3 || System.nanoTime() < endNs) {
      rounds.add(runs.stream().mapToLong(run -> run.applyAsLong(arguments[1])).toArray());
    }
    List<long[]> warm = rounds.subList(rounds.size() / 3, rounds.size());
    for (int i = 0; i < states.length; i++) {
      int state = i;
      long[] ns = warm.stream().mapToLong(round -> round[state]).sorted().toArray();
      double[] ratios = warm.stream().mapToDouble(round -> (double) round[state] / round[0]).sorted().toArray();
      int n = ns.length;
      System.out.printf("%d: least %d, median %d, ratio %.3f (%.3f to %.3f) of %d rounds%n", i + 1, ns[0],
          ns[n / 2], ratios[n / 2], ratios[n / 4], ratios[n * 3 / 4], n);
    }
  }

  @SuppressWarnings("unchecked")
  private static ToLongFunction<String> run(String classPath, String model) throws Exception {
    URL[] urls = Arrays.stream((System.getProperty("java.class.path") + File.pathSeparator + classPath)
        .split(File.pathSeparator)).map(InTurn::url).toArray(URL[]::new);
    ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    return (ToLongFunction<String>) loader.loadClass(InTurn.class.getName() + "$Run")
        .getConstructor(String.class).newInstance(model);
  }

  private static URL url(String path) {
    try {
      return new File(path).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** One run; loaded once for each state. */
  public static final class Run implements ToLongFunction<String> {

    private final Model model;

    public Run(String model) throws ReflectiveOperationException {
      this.model = (Model) Class.forName(model).getDeclaredConstructor().newInstance();
    }

    @Override
    public long applyAsLong(String trace) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Simulation simulation = new Simulation(model.declare(), 1, false);
      try (TraceWriter writer = writer(trace, simulation)) {
        simulation.run(writer);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static TraceWriter writer(String trace, Simulation simulation) throws Exception {
      return switch (trace) {
        case "ctf" -> new CtfWriter(Path.of(System.getProperty("java.io.tmpdir"), "in-turn"), simulation.cpus(),
            simulation.names(), CtfEnvironment.of(simulation.hostname(), simulation.kernelRelease()));
        case "text" -> new FtraceWriter(OutputStream.nullOutputStream(), simulation.cpus());
        default -> null;
      };
    }
  }
}
