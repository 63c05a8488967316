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
  CPUS(MACHINE, Dimension.NUMBER, 1, 8192),
  NETDEV_BUDGET(MACHINE, Dimension.NUMBER, 1, Integer.MAX_VALUE),
  NETDEV_BUDGET_USECS(MACHINE, Dimension.TIME, 1_000, Limits.DAY_NS),
  NETDEV_MAX_BACKLOG(MACHINE, Dimension.NUMBER, 1, Integer.MAX_VALUE),
  FLOW_LIMIT_CPU_BITMAP(MACHINE, Dimension.NUMBER, 0, Long.MAX_VALUE),
  FLOW_LIMIT_TABLE_LEN(MACHINE, Dimension.NUMBER, 1, 1 << 20),
  DEV_WEIGHT(MACHINE, Dimension.NUMBER, 1, Integer.MAX_VALUE),
  BUSY_READ(MACHINE, Dimension.TIME, 0, Limits.SECOND_NS),
  BUSY_POLL(MACHINE, Dimension.TIME, 0, Limits.SECOND_NS),
  TCP_LOW_LATENCY(MACHINE, Dimension.NUMBER, 0, 1),
  RPS_SOCK_FLOW_ENTRIES(MACHINE, Dimension.NUMBER, 0, 1 << 20),
  RMEM_DEFAULT(MACHINE, Dimension.SIZE, 2304, Integer.MAX_VALUE),
  RMEM_MAX(MACHINE, Dimension.SIZE, 2304, Integer.MAX_VALUE),

  LINK(NIC, Dimension.BIT_RATE, 1_000, 1_000_000_000_000_000L),
  QUEUES(NIC, Dimension.NUMBER, 1, 1024),
  GRO(NIC, Dimension.NUMBER, 0, 1),
  NTUPLE(NIC, Dimension.NUMBER, 0, 1),
  RPS_FLOW_CNT(Set.of(NIC, QUEUE), Dimension.NUMBER, 0, 1 << 20),
  THREADED(NIC, Dimension.NUMBER, 0, 1),
  RING(NIC, Dimension.NUMBER, 1, 1 << 20),
  MTU(NIC, Dimension.SIZE, 68, 65_535),
  DMA(NIC, Dimension.TIME, 0, Limits.SECOND_NS),

  RX_USECS(MODERATION, Dimension.TIME, 0, Limits.SECOND_NS),
  RX_FRAMES(MODERATION, Dimension.NUMBER, 0, 1 << 20),
  CQE_MODE_RX(MODERATION, Dimension.NUMBER, 0, 1),
  TX_USECS(MODERATION, Dimension.TIME, 0, Limits.SECOND_NS),
  TX_FRAMES(MODERATION, Dimension.NUMBER, 0, 1 << 20),
  GRO_FLUSH_TIMEOUT(MODERATION, Dimension.TIME, 0, Limits.SECOND_NS),
  NAPI_DEFER_HARD_IRQS(MODERATION, Dimension.NUMBER, 0, Integer.MAX_VALUE),
  IRQ_SUSPEND_TIMEOUT(MODERATION, Dimension.TIME, 0, 10 * Limits.SECOND_NS),

  START(TRAFFIC, Dimension.TIME, 0, Limits.DAY_NS),
  COUNT(TRAFFIC, Dimension.NUMBER, 1, 1_000_000_000_000L),
  PAYLOAD(TRAFFIC, Dimension.SIZE, 1, 1 << 30),
  FLOWS(TRAFFIC, Dimension.NUMBER, 1, 20_000),
  CORRUPT(TRAFFIC, Dimension.SHARE, 0, 100),
  UNBOUND(TRAFFIC, Dimension.NUMBER, 0, 1),
  FIN(TRAFFIC, Dimension.NUMBER, 0, 1),
  ARP(TRAFFIC, Dimension.TIME, 0, Limits.SECOND_NS),
  RATE(TRAFFIC, Dimension.PACKET_RATE, 1, 1_000_000_000L),

  BUSY_POLL_USECS(EPOLL, Dimension.TIME, 0, Limits.SECOND_NS),
  BUSY_POLL_BUDGET(EPOLL, Dimension.NUMBER, 0, 0xffff),
  PREFER_BUSY_POLL(EPOLL, Dimension.NUMBER, 0, 1);

  /** Ends of ranges. They stand apart since an enum cannot refer to its own constants before they exist. */
  private static final class Limits {

    static final long SECOND_NS = 1_000_000_000L;
    static final long DAY_NS = 86_400 * SECOND_NS;
  }

  private final Set<Place> places;
  private final Dimension dimension;
  private final long least;
  private final long most;

  SettingKind(Place place, Dimension dimension, long least, long most) {
    this(Set.of(place), dimension, least, most);
  }

  SettingKind(Set<Place> places, Dimension dimension, long least, long most) {
    this.places = places;
    this.dimension = dimension;
    this.least = least;
    this.most = most;
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

  /** The settings that may stand in {@code place}. */
  public static List<SettingKind> in(Place place) {
    return Arrays.stream(values()).filter(kind -> kind.places.contains(place)).toList();
  }

  /** The setting with this word in {@code place}. */
  public static Optional<SettingKind> of(Place place, String word) {
    return in(place).stream().filter(kind -> kind.word().equals(word)).findFirst();
  }
}
