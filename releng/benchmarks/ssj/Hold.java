import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** The hold model in SSJ: {@code Hold PENDING EVENTS} prints ns of this thread's CPU time for each event. */
public final class Hold {

  private static final int TIMES = 1 << 16;

  private static double[] later;
  private static int next;
  private static int left;

  private Hold() {
  }

  private static final class Holder extends Event {

    Holder(Simulator simulator) {
      super(simulator);
    }

    @Override
    public void actions() {
      if (left-- > 0) {
        schedule(later[next++ & TIMES - 1]);
      }
    }
  }

  public static void main(String[] arguments) {
    int pending = Integer.parseInt(arguments[0]);
    int events = Integer.parseInt(arguments[1]);
    double meanNs = Math.max(1000, 100.0 * pending);
    Random random = new Random(1);
    later = new double[TIMES];
    Arrays.setAll(later, i -> Math.floor(-Math.log(1 - random.nextDouble()) * meanNs));
    double[] rounds = new double[3];
    for (int round = 0; round < rounds.length; round++) {
      rounds[round] = round(pending, events);
    }
    Arrays.sort(rounds);
    System.out.printf("%.1f%n", rounds[rounds.length / 2]);
  }

  private static double round(int pending, int events) {
    Simulator simulator = new Simulator(new SplayTree());
    simulator.init();
    left = events;
    for (int i = 0; i < pending; i++) {
      new Holder(simulator).schedule(later[next++ & TIMES - 1]);
    }
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    simulator.start();
    return (double) (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / (pending + events);
  }
}
