package org.sockmodel.dsl.setting;

import static org.sockmodel.dsl.setting.Place.EPOLL;
import static org.sockmodel.dsl.setting.Place.MACHINE;
import static org.sockmodel.dsl.setting.Place.MODERATION;
import static org.sockmodel.dsl.setting.Place.NIC;
import static org.sockmodel.dsl.setting.Place.QUEUE;
import static org.sockmodel.dsl.setting.Place.TRAFFIC;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sockmodel.dsl.conversion.Dimension;

/** One setting of the language: where it stands, what it measures and how far it may go. */
public enum SettingKind {
  CPUS(MACHINE, Dimension.NUMBER, 1, 8192, "how many CPUs the machine has"),
  NETDEV_BUDGET(MACHINE, Dimension.NUMBER, 1, Integer.MAX_VALUE, "packets one run of net_rx_action may take"),
  NETDEV_BUDGET_USECS(MACHINE, Dimension.TIME, 1_000, Limits.DAY_NS, "time one run of net_rx_action may take"),
  NETDEV_MAX_BACKLOG(MACHINE, Dimension.NUMBER, 1, Integer.MAX_VALUE, "packets a CPU's backlog holds"),
  FLOW_LIMIT_CPU_BITMAP(MACHINE, Dimension.NUMBER, 0, Long.MAX_VALUE, "CPUs that give large flows half of a backlog"),
  FLOW_LIMIT_TABLE_LEN(MACHINE, Dimension.NUMBER, 1, 1 << 20, "flows that such a CPU tells apart"),
  DEV_WEIGHT(MACHINE, Dimension.NUMBER, 1, Integer.MAX_VALUE, "packets one poll of a CPU's backlog may take"),
  BUSY_READ(MACHINE, Dimension.TIME, 0, Limits.SECOND_NS, "time a reader of a new socket polls before it sleeps"),
  BUSY_POLL(MACHINE, Dimension.TIME, 0, Limits.SECOND_NS, "time poll, select and epoll_wait poll before they sleep"),
  TCP_LOW_LATENCY(MACHINE, Dimension.NUMBER, 0, 1, "whether TCP leaves no segment to its reader: 1 yes, 0 no"),
  RPS_SOCK_FLOW_ENTRIES(MACHINE, Dimension.NUMBER, 0, 1 << 20, "flows whose reader's CPU is known; 0 for no RFS"),
  RMEM_DEFAULT(MACHINE, Dimension.SIZE, 2304, Integer.MAX_VALUE, "receive buffer of a new socket"),
  RMEM_MAX(MACHINE, Dimension.SIZE, 2304, Integer.MAX_VALUE, "largest receive buffer SO_RCVBUF may ask for"),

  LINK(NIC, Dimension.BIT_RATE, 1_000, 1_000_000_000_000_000L, "rate of the wire"),
  QUEUES(NIC, Dimension.NUMBER, 1, 1024, "receive queues, each with its interrupt"),
  GRO(NIC, Dimension.NUMBER, 0, 1, "whether TCP segments of a poll are merged: 1 yes, 0 no"),
  NTUPLE(NIC, Dimension.NUMBER, 0, 1, "whether flows go to the queue of their reader's CPU: 1 yes, 0 no"),
  RPS_FLOW_CNT(Set.of(NIC, QUEUE), Dimension.NUMBER, 0, 1 << 20,
      "flows of a queue that follow their readers; 0 for no RFS"),
  THREADED(NIC, Dimension.NUMBER, 0, 1, "whether threads poll instead of NET_RX: 1 yes, 0 no"),
  RING(NIC, Dimension.NUMBER, 1, 1 << 20, "packets the receive ring of a queue holds"),
  MTU(NIC, Dimension.SIZE, 68, 65_535, "bytes of the largest IP packet on the wire"),
  DMA(NIC, Dimension.TIME, 0, Limits.SECOND_NS, "time until a packet that has come is in memory"),

  RX_USECS(MODERATION, Dimension.TIME, 0, Limits.SECOND_NS, "time the first packet may wait for its interrupt"),
  RX_FRAMES(MODERATION, Dimension.NUMBER, 0, 1 << 20, "packets that interrupt before rx_usecs is over"),
  CQE_MODE_RX(MODERATION, Dimension.NUMBER, 0, 1, "whether each packet starts rx_usecs anew: 1 yes, 0 no"),
  TX_USECS(MODERATION, Dimension.TIME, 0, Limits.SECOND_NS, "time from an interrupt to the next for what is sent"),
  TX_FRAMES(MODERATION, Dimension.NUMBER, 0, 1 << 20, "packets sent that interrupt before tx_usecs is over"),
  GRO_FLUSH_TIMEOUT(MODERATION, Dimension.TIME, 0, Limits.SECOND_NS, "time NAPI holds packets for GRO"),
  NAPI_DEFER_HARD_IRQS(MODERATION, Dimension.NUMBER, 0, Integer.MAX_VALUE, "empty polls before interrupts return"),
  IRQ_SUSPEND_TIMEOUT(MODERATION, Dimension.TIME, 0, 10 * Limits.SECOND_NS, "time a busy reader suspends interrupts"),

  START(TRAFFIC, Dimension.TIME, 0, Limits.DAY_NS, "when the first message is on the wire"),
  COUNT(TRAFFIC, Dimension.NUMBER, 1, 1_000_000_000_000L, "messages in all"),
  PAYLOAD(TRAFFIC, Dimension.SIZE, 1, 1 << 30, "bytes of one message"),
  FLOWS(TRAFFIC, Dimension.NUMBER, 1, 20_000, "ports of the sender that datagrams come from"),
  CORRUPT(TRAFFIC, Dimension.SHARE, 0, 100, "packets whose data are damaged on the way"),
  UNBOUND(TRAFFIC, Dimension.NUMBER, 0, 1, "whether no socket is to have the port: 1 yes, 0 no"),
  FIN(TRAFFIC, Dimension.NUMBER, 0, 1, "whether the sender of TCP closes after the last message: 1 yes, 0 no"),
  ARP(TRAFFIC, Dimension.TIME, 0, Limits.SECOND_NS, "how long after the answer of ARP the sender begins"),
  RATE(TRAFFIC, Dimension.PACKET_RATE, 1, 1_000_000_000L, "messages per second, evenly spaced; instead of gap"),

  BUSY_POLL_USECS(EPOLL, Dimension.TIME, 0, Limits.SECOND_NS, "time epoll_wait polls the card before it sleeps"),
  BUSY_POLL_BUDGET(EPOLL, Dimension.NUMBER, 0, 0xffff, "packets one such poll may take; above 64 for CAP_NET_ADMIN"),
  PREFER_BUSY_POLL(EPOLL, Dimension.NUMBER, 0, 1, "whether interrupts stay off between polls: 1 yes, 0 no");

  /** Ends of ranges. They stand apart since an enum cannot refer to its own constants before they exist. */
  private static final class Limits {

    static final long SECOND_NS = 1_000_000_000L;
    static final long DAY_NS = 86_400 * SECOND_NS;
  }

  private final Set<Place> places;
  private final Dimension dimension;
  private final long least;
  private final long most;
  private final String meaning;

  SettingKind(Place place, Dimension dimension, long least, long most, String meaning) {
    this(Set.of(place), dimension, least, most, meaning);
  }

  SettingKind(Set<Place> places, Dimension dimension, long least, long most, String meaning) {
    this.places = places;
    this.dimension = dimension;
    this.least = least;
    this.most = most;
    this.meaning = meaning;
  }

  /** As a model writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Dimension dimension() {
    return dimension;
  }

  /** Whether the kernel counts this setting in microseconds, so that a finer value means nothing to it. */
  public boolean countsMicroseconds() {
    return this == NETDEV_BUDGET_USECS || this == RX_USECS || this == TX_USECS || this == BUSY_READ
        || this == BUSY_POLL || this == BUSY_POLL_USECS;
  }

  /** The option of a kernel's profile without which it does not have this setting; empty if every kernel has it. */
  public Optional<String> kernelOption() {
    return switch (this) {
      case NETDEV_BUDGET_USECS -> Optional.of("netdev_budget_usecs");
      case BUSY_READ, BUSY_POLL -> Optional.of("busy_poll");
      case FLOW_LIMIT_CPU_BITMAP, FLOW_LIMIT_TABLE_LEN -> Optional.of("flow_limit");
      case THREADED -> Optional.of("threaded_napi");
      case GRO_FLUSH_TIMEOUT -> Optional.of("gro_flush_timeout");
      case NAPI_DEFER_HARD_IRQS -> Optional.of("napi_defer_hard_irqs");
      default -> Optional.empty();
    };
  }

  /** The smallest value, in the dimension's first unit. */
  public long least() {
    return least;
  }

  /** The largest value, in the dimension's first unit. */
  public long most() {
    return most;
  }

  /** What it says, for messages and the editor. */
  public String meaning() {
    return meaning;
  }

  /** The settings that may stand in {@code place}. */
  public static List<SettingKind> in(Place place) {
    return Arrays.stream(values()).filter(kind -> kind.places.contains(place)).toList();
  }

  /** The setting with this word in {@code place}. */
  public static Optional<SettingKind> of(Place place, String word) {
    return in(place).stream().filter(kind -> kind.word().equals(word)).findFirst();
  }
}
