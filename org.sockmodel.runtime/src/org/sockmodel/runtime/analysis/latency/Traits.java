package org.sockmodel.runtime.analysis.latency;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.receive.LastWakeup;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.trace.Names;

/** Counts in what messages differ, by bins of latency. */
final class Traits {

  /** Words that stand for no task; a task that is called so is told in quotes. */
  private static final Set<String> WORDS = Set.of("idle", "reader", "held_back", "asleep", "blocked", "stopped");
  private static final int NONE = -1;
  /** What is not a task but an interrupt or a softirq counts down from here. */
  private static final int FIRST_CONTEXT = -2;
  /** Ids of names are not negative. */
  private static final int OTHER_TASK = 0;
  /** By so much a trait must be more frequent among the slow messages to be worth a line. */
  private static final double LEAST_EXCESS = 0.1;

  private static final int CPU_BITS = 13;
  private static final int NAME_BITS = 26;

  private final Names names;

  /** By what they came, who read them, what ran meanwhile, what interrupted it, and who woke their readers. */
  private final TraitCounts ways = new TraitCounts();
  private final TraitCounts readings = new TraitCounts();
  private final TraitCounts waits = new TraitCounts();
  private final TraitCounts interruptions = new TraitCounts();
  private final TraitCounts wakers = new TraitCounts();

  private final TraitCounts.Part readerCpus = readings.new Part(TraitKind.READER_CPU, Traits::cpu, Traits::number);
  private final TraitCounts.Part readers;
  private final List<TraitCounts.Part> all;

  Traits(Names names, IntFunction<String> interrupt) {
    this.names = names;
    readers = readings.new Part(TraitKind.READER, value -> (int) (value >> CPU_BITS), names::text);
    all = List.of(
        ways.new Part(TraitKind.IRQ, value -> (int) (value >> 1 + CPU_BITS), Traits::number),
        ways.new Part(TraitKind.SOFTIRQ_CPU, value -> cpu(value >> 1), Traits::number),
        ways.new Part(TraitKind.KSOFTIRQD, value -> (value & 1) != 0 ? cpu(value >> 1) : NONE, Traits::number),
        readerCpus,
        waits.new Part(TraitKind.CPU_RAN, value -> Math.min(heldUpBy(value), OTHER_TASK), Traits::kindOfTask),
        waits.new Part(TraitKind.HELD_UP_BY, Traits::heldUpBy, this::otherTask),
        waits.new Part(TraitKind.RAN_BEFORE, value -> low(value, NAME_BITS), this::task),
        interruptions.new Part(TraitKind.INTERRUPT, value -> (int) value, interrupt),
        wakers.new Part(TraitKind.WOKEN_BY, value -> (int) value, waker -> waker(waker, interrupt)),
        readers);
  }

  /**
   * Counts a message.
   *
   * @param task what its CPU ran meanwhile, as {@link RecentRuns} tells it
   */
  void add(int bin, Message message, int task) {
    Delivery way = message.delivery();
    ways.add(bin, pair(way.irq(), way.cpu(), CPU_BITS) << 1 | (way.inKsoftirqd() ? 1 : 0));
    readings.add(bin, pair(message.comm(), message.cpu(), CPU_BITS));
    waits.add(bin, pair(task, message.ranBefore(), NAME_BITS));
    interruptions.add(bin, message.meanwhile().interrupt());
    if (message.sleptUntilNs() != Delivery.UNKNOWN_NS) {
      wakers.add(bin, waker(message.lastWakeup()));
    }
  }

  private static int waker(LastWakeup wakeup) {
    return wakeup.context() == null ? wakeup.task()
        : FIRST_CONTEXT - RecentContexts.context(wakeup.context(), wakeup.number(), wakeup.name());
  }

  /** An inter-processor interrupt only carries out what another CPU asks for, so it is not told. */
  private String waker(int waker, IntFunction<String> interrupt) {
    if (waker > FIRST_CONTEXT) {
      return otherTask(waker);
    }
    int context = FIRST_CONTEXT - waker;
    return RecentContexts.isVector(context) && !interrupt.apply(context).endsWith("local_timer") ? ""
        : interrupt.apply(context);
  }

  /** One value of two, of which the second has so many bits. */
  private static long pair(long high, int low, int bits) {
    return high << bits | low & (1 << bits) - 1;
  }

  private static int low(long value, int bits) {
    return (int) value << Integer.SIZE - bits >> Integer.SIZE - bits;
  }

  private static int cpu(long value) {
    return low(value, CPU_BITS);
  }

  private static int heldUpBy(long value) {
    return (int) (value >> NAME_BITS);
  }

  /** What is more frequent among the messages from a bin on than among all, largest differences first, then by name. */
  List<Trait> of(int fromBin, long slow, long messages) {
    return all.stream().flatMap(part -> part.traits(fromBin, slow, messages))
        .filter(trait -> trait.excess() >= LEAST_EXCESS)
        .sorted(Comparator.comparingDouble(Trait::excess).reversed()
            .thenComparing(Trait::kind).thenComparing(Trait::value)).toList();
  }

  /** The CPU on which all messages from a bin on were read; -1 if there are several. */
  int onlyReaderCpu(int fromBin) {
    return readerCpus.only(fromBin);
  }

  /** How long messages took to readers, by their names. */
  List<ReaderLatency> readers() {
    return readers.latencies();
  }

  /** The task that ran before or meanwhile; empty if none is known. */
  String task(int comm) {
    if (comm < OTHER_TASK) {
      return noTask(comm);
    }
    String name = names.text(comm);
    return WORDS.contains(name) ? '"' + name + '"' : name;
  }

  private String otherTask(int comm) {
    return comm < OTHER_TASK ? "" : names.text(comm);
  }

  private static String kindOfTask(int comm) {
    return comm < OTHER_TASK ? noTask(comm) : "others";
  }

  private static String noTask(int comm) {
    return switch (comm) {
      case Message.IDLE -> "idle";
      case RecentRuns.READER -> "reader";
      case RecentRuns.HELD_BACK -> "held_back";
      case RecentRuns.ASLEEP -> "asleep";
      case RecentRuns.BLOCKED -> "blocked";
      case RecentRuns.STOPPED -> "stopped";
      default -> "";
    };
  }

  private static String number(int number) {
    return number < 0 ? "" : Integer.toString(number);
  }
}
