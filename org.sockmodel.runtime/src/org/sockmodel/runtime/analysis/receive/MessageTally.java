package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockmodel.runtime.analysis.distribution.KeyCounts;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.path.Origin;

/**
 * Counts messages: how many, by which evidence, on which ways, and how long their stages took. All of that, and what
 * listeners do that need not know at once, is done later, so what has been counted is known when all is settled.
 */
final class MessageTally {

  private static final Origin[] ORIGINS = Origin.values();
  private static final int NO_CPU = 0x1fff;
  private static final int NO_IRQ = 0xffff;

  private final StageTimes stages = new StageTimes();
  private final KeyCounts paths = new KeyCounts();
  private final RecentTimes hardirqs = new RecentTimes();
  private final RecentTimes softirqs = new RecentTimes();
  private final long[] byAttribution = new long[Attribution.values().length];
  private final MessageQueue queue = new MessageQueue(this::count);
  private MessageListener[] listeners = {};
  private MessageListener[] laterListeners = {};
  private long messages;
  private long bytes;
  private long unseenSwitchIns;
  /** Messages of which only the number is known. */
  private long unknown;

  void listen(MessageListener listener) {
    listeners = with(listener, listeners);
  }

  void listenLater(MessageListener listener) {
    laterListeners = with(listener, laterListeners);
  }

  private static MessageListener[] with(MessageListener listener, MessageListener[] others) {
    MessageListener[] all = Arrays.copyOf(others, others.length + 1);
    all[others.length] = listener;
    return all;
  }

  /** The message that is to be described and added next. */
  Message next() {
    return queue.next();
  }

  /** Counts a message, the next one; {@code unseen} says that its reader's switch-in was not recorded. */
  void add(Message message, boolean unseen) {
    unseenSwitchIns += unseen ? 1 : 0;
    for (MessageListener listener : listeners) {
      listener.received(message);
    }
    queue.add();
  }

  private void count(Message message) {
    messages++;
    bytes += Math.max(0, message.bytes());
    byAttribution[message.attribution().ordinal()]++;
    stages.record(message);
    paths.add(pathKey(message));
    addCauses(message.delivery());
    for (MessageListener listener : laterListeners) {
      listener.received(message);
    }
  }

  /** Counts what waits for that, unless another thread does so just now; to be called by any thread. */
  void catchUp() {
    queue.catchUp();
  }

  /** Returns when all messages have been counted. */
  void settle() {
    queue.settle();
  }

  private void addCauses(Delivery delivery) {
    if (delivery.hardirqNs() != UNKNOWN_NS) {
      hardirqs.add(delivery.irq(), delivery.hardirqNs());
    }
    if (delivery.softirqNs() != UNKNOWN_NS) {
      softirqs.add(delivery.cpu(), delivery.softirqNs());
    }
  }

  /** Counts further messages of the same call, of which only the number is known. */
  void addUnattributed(long count) {
    unknown += count;
  }

  long messages() {
    return messages + unknown;
  }

  long bytes() {
    return bytes;
  }

  long unseenSwitchIns() {
    return unseenSwitchIns;
  }

  /** Interrupts that brought at least one message. */
  long hardirqs() {
    return hardirqs.count();
  }

  /** Runs of NET_RX that brought at least one message. */
  long softirqs() {
    return softirqs.count();
  }

  long unattributed() {
    return count(Attribution.NONE);
  }

  private long count(Attribution attribution) {
    return byAttribution[attribution.ordinal()] + (attribution == Attribution.NONE ? unknown : 0);
  }

  long backwards() {
    return stages.backwards();
  }

  List<StageTime> stages() {
    return stages.snapshot();
  }

  List<ReceiveSummary.AttributionCount> attributions() {
    List<ReceiveSummary.AttributionCount> result = new ArrayList<>();
    for (Attribution attribution : Attribution.values()) {
      result.add(new ReceiveSummary.AttributionCount(attribution, count(attribution)));
    }
    return result;
  }

  List<PathCount> paths(int top) {
    return paths.entries().stream().limit(top).map(entry -> path(entry.key(), entry.count())).toList();
  }

  private static long pathKey(Message message) {
    Delivery delivery = message.delivery();
    long key = delivery.origin().ordinal();
    key = key << 16 | (delivery.irq() < 0 ? NO_IRQ : delivery.irq() & 0xffff);
    key = key << 13 | (delivery.cpu() < 0 || delivery.softirqNs() == UNKNOWN_NS ? NO_CPU : delivery.cpu() & NO_CPU);
    key = key << 1 | (delivery.inKsoftirqd() ? 1 : 0);
    key = key << 1 | (message.wakingNs() == UNKNOWN_NS ? 0 : 1);
    return key << 13 | message.cpu() & NO_CPU;
  }

  private static PathCount path(long key, long count) {
    int irq = (int) (key >> 28) & 0xffff;
    int softirqCpu = (int) (key >> 15) & NO_CPU;
    return new PathCount(ORIGINS[(int) (key >> 44)], irq == NO_IRQ ? -1 : irq, softirqCpu == NO_CPU ? -1 : softirqCpu,
        (key >> 14 & 1) != 0, (key >> 13 & 1) != 0, (int) key & NO_CPU, count);
  }
}
