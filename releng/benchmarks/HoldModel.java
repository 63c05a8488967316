import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * The hold model: as many events are pending all the time; the earliest fires and schedules one later, by an
 * exponentially distributed time. Measures the simulator's agenda and, as the yardstick, a calendar that is cut for the
 * load beforehand, has no priorities, takes nothing back and calls nobody.
 */
public final class HoldModel {

  private static final int TIMES = 1 << 16;

  private HoldModel() {
  }

  /** Prints the median of five rounds, in ns of this thread's CPU time for each event. */
  public static void main(String[] arguments) {
    int pending = Integer.parseInt(arguments[1]);
    double meanNs = Math.max(1000, 100.0 * pending);
    Random random = new Random(1);
    long[] later = new long[TIMES];
    Arrays.setAll(later, i -> (long) (-Math.log(1 - random.nextDouble()) * meanNs));
    int events = 5_000_000;
    double[] rounds = new double[5];
    for (int round = 0; round < rounds.length; round++) {
      rounds[round] = arguments[0].equals("agenda") ? agenda(pending, later, events)
          : calendar(pending, meanNs, later, events);
    }
    Arrays.sort(rounds);
    System.out.printf("%.1f%n", rounds[rounds.length / 2]);
  }

  private static double agenda(int pending, long[] later, int events) {
    Simulator simulator = new Simulator();
    Holder holder = new Holder(simulator, later, pending + events);
    for (int i = 0; i < pending; i++) {
      holder.fire(i);
    }
    long before = cpuNs();
    simulator.run();
    return (double) (cpuNs() - before) / (pending + events);
  }

  private static final class Holder implements Event {

    private final Simulator simulator;
    private final long[] later;
    private int left;
    private int next;

    Holder(Simulator simulator, long[] later, int left) {
      this.simulator = simulator;
      this.later = later;
      this.left = left;
    }

    @Override
    public void fire(int argument) {
      if (left-- > 0) {
        simulator.schedule(simulator.nowNs() + later[next++ & TIMES - 1], 1, this, argument);
      }
    }
  }

  private static double calendar(int pending, double meanNs, long[] later, int events) {
    Calendar calendar = new Calendar(pending, meanNs);
    for (int i = 0; i < pending; i++) {
      calendar.add(later[i & TIMES - 1], i);
    }
    long before = cpuNs();
    for (int i = 0; i < events; i++) {
      long timeNs = calendar.poll();
      calendar.add(timeNs + later[i & TIMES - 1], calendar.polled);
    }
    return (double) (cpuNs() - before) / events;
  }

  /** A calendar queue after Brown, CACM 31(10), 1988, with lists in primitive arrays. */
  private static final class Calendar {

    private final long[] time;
    private final long[] content;
    private final int[] next;
    private final int[] head;
    private final int shift;
    private int free;
    private long day;
    private long polled;

    Calendar(int pending, double meanNs) {
      head = new int[2 * Integer.highestOneBit(Math.max(2, pending))];
      Arrays.fill(head, -1);
      shift = Math.max(0, (int) Math.round(Math.log(1.5 * meanNs / pending) / Math.log(2)));
      time = new long[pending + 1];
      content = new long[pending + 1];
      next = new int[pending + 1];
      Arrays.setAll(next, i -> i + 1);
    }

    void add(long atNs, long newContent) {
      int slot = free;
      free = next[slot];
      time[slot] = atNs;
      content[slot] = newContent;
      int at = (int) (atNs >> shift) & head.length - 1;
      int previous = head[at];
      if (previous < 0 || time[previous] > atNs) {
        next[slot] = previous;
        head[at] = slot;
        return;
      }
      int following = next[previous];
      while (following >= 0 && time[following] <= atNs) {
        previous = following;
        following = next[previous];
      }
      next[slot] = following;
      next[previous] = slot;
    }

    long poll() {
      while (true) {
        int at = (int) day & head.length - 1;
        int slot = head[at];
        if (slot >= 0 && time[slot] >> shift <= day) {
          head[at] = next[slot];
          next[slot] = free;
          free = slot;
          polled = content[slot];
          return time[slot];
        }
        day++;
      }
    }
  }

  private static long cpuNs() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
