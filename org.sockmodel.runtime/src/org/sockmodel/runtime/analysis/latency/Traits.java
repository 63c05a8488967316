package org.sockmodel.runtime.analysis.latency;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.trace.Names;

/** Counts in what messages differ, by bins of latency. */
final class Traits {

  private static final String HELD_BACK = "held_back";
  private static final int NONE = -1;
  /** Ids of names are not negative. */
  private static final int OTHER_TASK = 0;
  /** By so much a trait must be more frequent among the slow messages to be worth a line. */
  private static final double LEAST_EXCESS = 0.1;

  private final Names names;
  private final TraitCounts irqs = new TraitCounts(TraitKind.IRQ, Traits::number);
  private final TraitCounts softirqCpus = new TraitCounts(TraitKind.SOFTIRQ_CPU, Traits::number);
  private final TraitCounts ksoftirqds = new TraitCounts(TraitKind.KSOFTIRQD, Traits::number);
  private final TraitCounts readerCpus = new TraitCounts(TraitKind.READER_CPU, Traits::number);
  private final TraitCounts ranBefore = new TraitCounts(TraitKind.RAN_BEFORE, this::task);
  private final TraitCounts heldUpBy = new TraitCounts(TraitKind.HELD_UP_BY, this::otherTask);
  private final TraitCounts cpuRan = new TraitCounts(TraitKind.CPU_RAN, Traits::kindOfTask);
  private final TraitCounts interrupts;
  private final TraitCounts readers;
  private final List<TraitCounts> all;

  Traits(Names names, IntFunction<String> interrupt) {
    this.names = names;
    interrupts = new TraitCounts(TraitKind.INTERRUPT, interrupt);
    readers = new TraitCounts(TraitKind.READER, names::text);
    all = List.of(irqs, softirqCpus, ksoftirqds, readerCpus, cpuRan, heldUpBy, ranBefore, interrupts, readers);
  }

  /**
   * Counts a message.
   *
   * @param interrupt what was in its way; {@link RecentContexts#NONE} if nothing was
   * @param task what its CPU ran meanwhile, as {@link RecentRuns} tells it
   */
  void add(int bin, Message message, int interrupt, int task) {
    Delivery way = message.delivery();
    irqs.add(bin, way.irq());
    softirqCpus.add(bin, way.cpu());
    ksoftirqds.add(bin, way.inKsoftirqd() ? way.cpu() : NONE);
    readerCpus.add(bin, message.cpu());
    ranBefore.add(bin, message.ranBefore());
    heldUpBy.add(bin, task);
    cpuRan.add(bin, Math.min(task, OTHER_TASK));
    interrupts.add(bin, interrupt);
    readers.add(bin, message.comm());
  }

  /** What is more frequent among the messages from a bin on than among all, the largest difference first. */
  List<Trait> of(int fromBin, long slow, long messages) {
    return all.stream().flatMap(counts -> counts.traits(fromBin, slow, messages))
        .filter(trait -> trait.excess() >= LEAST_EXCESS)
        .sorted(Comparator.comparingDouble(Trait::excess).reversed()).toList();
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
    return switch (comm) {
      case Message.UNKNOWN -> "";
      case Message.IDLE -> "idle";
      case RecentRuns.READER -> "reader";
      case RecentRuns.HELD_BACK -> HELD_BACK;
      default -> names.text(comm);
    };
  }

  private String otherTask(int comm) {
    return comm < OTHER_TASK ? "" : names.text(comm);
  }

  private static String kindOfTask(int comm) {
    return switch (comm) {
      case Message.UNKNOWN -> "";
      case Message.IDLE -> "idle";
      case RecentRuns.READER -> "reader";
      case RecentRuns.HELD_BACK -> HELD_BACK;
      default -> "others";
    };
  }

  private static String number(int number) {
    return number < 0 ? "" : Integer.toString(number);
  }
}
