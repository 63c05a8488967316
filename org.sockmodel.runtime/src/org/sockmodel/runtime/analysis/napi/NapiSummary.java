package org.sockmodel.runtime.analysis.napi;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Polls of NAPI contexts.
 *
 * @param devices by device, most polls first
 */
public record NapiSummary(List<Device> devices) {

  /**
   * Polls of one device's NAPI contexts.
   *
   * @param name the device's name; {@code (no_device)} is the backlog of loopback and veth
   * @param all polls of all its contexts
   * @param contexts each of them, as one for each queue of a card, where the trace tells them; most polls first
   */
  public record Device(String name, Polls all, List<Context> contexts) {

    public Device {
      contexts = List.copyOf(contexts);
    }

    /** Gives the end of the address of any of the contexts: five digits, or as many as tell all of them apart. */
    public Function<Context, String> shortAddresses() {
      int digits = 5;
      while (digits < 16 && contexts.stream().map(ending(digits)).distinct().count() < contexts.size()) {
        digits++;
      }
      return ending(digits).andThen(ending -> ".." + ending);
    }

    private static Function<Context, String> ending(int digits) {
      return context -> String.format(Locale.ROOT, "%016x", context.address()).substring(16 - digits);
    }
  }

  /**
   * One NAPI context: a queue of a card, or of its transmits, or a CPU's backlog.
   *
   * @param address of the {@code struct napi_struct}, or what the trace shows instead of it
   * @param cpu that polled it most often
   * @param cpus how many CPUs polled it
   */
  public record Context(long address, int cpu, int cpus, Polls polls) {
  }

  /**
   * What polls found.
   *
   * @param count how many there were
   * @param packets of all of them
   * @param empty polls that found no packet
   * @param budgetExhausted polls that used up their budget
   * @param packetsPerPoll how many polls found how many packets, fewest packets first
   */
  public record Polls(long count, long packets, long empty, long budgetExhausted, List<PollCount> packetsPerPoll) {

    public Polls {
      packetsPerPoll = List.copyOf(packetsPerPoll);
    }

    /** Packets for each poll. */
    public OptionalDouble packetsEach() {
      return OptionalDouble.of((double) packets / count);
    }

    /** How many packets {@code percent} of the polls found at most. */
    public int percentile(int percent) {
      long left = (count * percent + 99) / 100;
      for (PollCount polls : packetsPerPoll) {
        left -= polls.polls();
        if (left <= 0) {
          return polls.packets();
        }
      }
      return 0;
    }
  }

  /** How many polls found that many packets. */
  public record PollCount(int packets, long polls) {
  }

  public NapiSummary {
    devices = List.copyOf(devices);
  }

  public long polls() {
    return devices.stream().mapToLong(device -> device.all().count()).sum();
  }
}
