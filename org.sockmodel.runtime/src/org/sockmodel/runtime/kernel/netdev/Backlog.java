package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.SmpCall;
import org.sockmodel.runtime.kernel.skb.FlowKeys;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;

/**
 * One CPU's queue of packets that no driver polls, and its NAPI context: {@code input_pkt_queue}, {@code
 * process_queue} and {@code backlog} of {@code struct softnet_data}. Others put packets into the first queue; its CPU
 * takes all of them over into the second when that is empty.
 */
public final class Backlog extends NapiStruct {

  private final int cpu;
  private final int maxPackets;
  private final KernelFunction poll;
  private final SoftnetStat stat;
  private SkBuffHead input = new SkBuffHead();
  private SkBuffHead processing = new SkBuffHead();
  private SmpCall trigger;
  private long queuedPackets;
  private long takenPackets;

  /**
   * @param noDevice what a trace shows instead of a device's name
   * @param weightPackets {@code net.core.dev_weight}
   * @param maxPackets {@code net.core.netdev_max_backlog}
   * @param poll a {@link Process}
   */
  public Backlog(int cpu, long address, int noDevice, int weightPackets, int maxPackets, KernelFunction poll,
      SoftnetStat stat) {
    super(address, noDevice, weightPackets);
    this.cpu = cpu;
    this.maxPackets = maxPackets;
    this.poll = poll;
    this.stat = stat;
  }

  /** Says how other CPUs have this one poll it: by a call of {@link RpsTriggerSoftirq}. */
  public void onSteering(SmpCall call) {
    trigger = call;
  }

  /** {@code net_rps_send_ipi}. */
  void interruptItsCpu(Cpu from) {
    trigger.send(from);
  }

  int cpu() {
    return cpu;
  }

  SoftnetStat stat() {
    return stat;
  }

  /**
   * Puts a packet into the queue: false if the kernel finds it longer than {@code netdev_max_backlog}, or the packet's
   * flow to have more than its share of it.
   *
   * @param limit of the CPU that does it; null if it has none
   */
  boolean add(SkBuff skb, FlowLimit limit) {
    if (input.length() > maxPackets || limit != null && limit.exceeds(FlowKeys.hash(skb), input.length(), maxPackets)) {
      stat.dropped++;
      return false;
    }
    input.add(skb);
    queuedPackets++;
    return true;
  }

  /** {@code input_queue_tail}: packets that were ever queued. */
  long queuedPackets() {
    return queuedPackets;
  }

  /** {@code input_queue_head}: packets that its CPU has handled. */
  long takenPackets() {
    return takenPackets;
  }

  @Override
  public KernelFunction poll() {
    return poll;
  }

  /** The next packet, or null if both queues are empty, which completes the poll. */
  private SkBuff take() {
    if (processing.isEmpty()) {
      SkBuffHead empty = processing;
      processing = input;
      input = empty;
    }
    SkBuff skb = processing.poll();
    if (skb == null) {
      complete();
    } else {
      takenPackets++;
    }
    return skb;
  }

  /**
   * {@code process_backlog}, {@code net/core/dev.c}. {@code self}: the {@link Backlog}; locals: {@code n} budget left,
   * {@code m} packets taken.
   */
  public static final class Process extends KernelFunction {

    private static final int BEGIN = 0;
    private static final int NEXT = 1;

    private final Path path;
    private final KernelFunction receive;
    private final NetRxAction netRx;

    /**
     * @param receive takes a packet from here to the protocols
     */
    public Process(Path[] paths, KernelFunction receive, NetRxAction netRx) {
      super("process_backlog");
      path = PathPoint.PROCESS_BACKLOG.in(paths);
      this.receive = receive;
      this.netRx = netRx;
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      if (frame.pc == BEGIN) {
        netRx.interruptSteeredTo(cpu);
        cpu.walk(frame, path, NEXT);
        return;
      }
      SkBuff skb = frame.n > 0 ? ((Backlog) frame.self).take() : null;
      if (skb == null) {
        cpu.ret(frame, frame.m);
        return;
      }
      frame.n--;
      frame.m++;
      cpu.call(frame, receive, skb, NEXT);
    }
  }
}
