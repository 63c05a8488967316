package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;

/**
 * {@code ip_rcv} to {@code ip_protocol_deliver_rcu}, {@code net/ipv4/ip_input.c}: raw sockets get their copies, then
 * the protocol gets the packet. {@code self}: the packet; {@code m}: whether a raw socket took it.
 */
public final class IpRcv extends StraightFunction {

  private static final int BEGIN = 0;
  private static final int ORPHAN = 1;
  private static final int ROUTE = 2;
  private static final int LOCAL = 3;
  private static final int DEFRAG = 4;
  private static final int FINISH = 5;
  private static final int RAW = 6;
  private static final int RAW_DONE = 7;
  private static final int PROTOCOL = 8;
  private static final int END = 9;

  private final Path rcv;
  private final Path finish;
  private final Path localDeliver;
  private final Path localDeliverFinish;
  private final Path tcpWfree;
  private final Above above;

  /** What stands above IP, the same for all ways that lead to it. */
  public static final class Above {

    private final InetProtos protos;
    private final RawHash raws;
    private final KernelFunction rawLocalDeliver;
    private final Path routeInput;
    private final Path defragPath;
    private final IpDefrag defrag;
    private final SkBuffPool pool;
    private final Drops drops;
    private final int location;

    public Above(InetEnvironment kernel, InetProtos protos, RawHash raws, KernelFunction rawLocalDeliver,
        IpDefrag defrag) {
      this.protos = protos;
      this.raws = raws;
      this.rawLocalDeliver = rawLocalDeliver;
      pool = kernel.pool();
      routeInput = PathPoint.IP_ROUTE_INPUT.in(kernel.paths());
      defragPath = PathPoint.IP_DEFRAG.in(kernel.paths());
      this.defrag = defrag;
      location = kernel.names().intern("ip_local_deliver_finish");
      drops = kernel.drops("ip_protocol_deliver_rcu");
    }
  }

  private IpRcv(Path[] paths, PathPoint rcv, PathPoint finish, PathPoint localDeliver, PathPoint localDeliverFinish,
      Path tcpWfree, Above above) {
    super("ip_rcv");
    this.rcv = rcv.in(paths);
    this.finish = finish.in(paths);
    this.localDeliver = localDeliver.in(paths);
    this.localDeliverFinish = localDeliverFinish.in(paths);
    this.tcpWfree = tcpWfree;
    this.above = above;
  }

  /** {@code ip_list_rcv}: packets of a device, which come from outside. */
  public static IpRcv list(Path[] paths, Above above) {
    return new IpRcv(paths, PathPoint.IP_LIST_RCV, PathPoint.IP_SUBLIST_RCV, PathPoint.IP_SUBLIST_DELIVER,
        PathPoint.IP_SUBLIST_DELIVER_FINISH, null, above);
  }

  /** {@code ip_rcv}: packets of a backlog, which a socket of this machine may still have to pay for. */
  public static IpRcv single(Path[] paths, Above above) {
    return new IpRcv(paths, PathPoint.IP_RCV, PathPoint.IP_RCV_FINISH, PathPoint.IP_LOCAL_DELIVER,
        PathPoint.IP_LOCAL_DELIVER_FINISH, CallPoint.TCP_WFREE_IN_IP_RCV.in(paths), above);
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    SkBuff skb = (SkBuff) self;
    int pc = from;
    if (pc == BEGIN) {
      NetDevice.mib(skb).count(SnmpCounter.IP_IN_RECEIVES);
      pc = cpu.walkOn(frame, rcv, ORPHAN);
    }
    if (pc == ORPHAN) {
      if (tcpWfree != null && !skb.isRouted() && skb.isChargedToTcp()) {
        cpu.enter(tcpWfree);
      }
      pc = cpu.walkOn(frame, finish, skb.isRouted() ? LOCAL : ROUTE);
    }
    if (pc == ROUTE) {
      InetProtos.Handler handler = above.protos.of(skb.protocol());
      pc = cpu.walkOn(frame, handler == null ? above.routeInput : handler.route(), LOCAL);
    }
    if (pc == LOCAL) {
      pc = cpu.walkOn(frame, localDeliver, skb.isFragment() ? DEFRAG : FINISH);
    }
    if (pc == DEFRAG) {
      boolean whole = above.defrag.add(cpu, skb);
      pc = cpu.walkOn(frame, above.defragPath, whole ? FINISH : END);
    }
    if (pc == FINISH) {
      pc = cpu.walkOn(frame, localDeliverFinish, above.raws.isEmpty(skb.protocol()) ? PROTOCOL : RAW);
    }
    pc = deliver(cpu, frame, skb, pc);
    return pc == END ? ret(cpu, 0) : suspend(frame, skb);
  }

  private int deliver(Cpu cpu, Frame frame, SkBuff skb, int from) {
    int pc = from;
    if (pc == RAW) {
      pc = cpu.callOn(frame, above.rawLocalDeliver, skb, RAW_DONE);
    }
    if (pc == RAW_DONE) {
      frame.m = cpu.result();
      pc = PROTOCOL;
    }
    if (pc == PROTOCOL) {
      pc = toProtocol(cpu, frame, skb);
    }
    return pc;
  }

  private int toProtocol(Cpu cpu, Frame frame, SkBuff skb) {
    InetProtos.Handler handler = above.protos.of(skb.protocol());
    if (handler == null) {
      unknownProtocol(cpu, frame, skb);
      return END;
    }
    NetDevice.mib(skb).count(SnmpCounter.IP_IN_DELIVERS);
    return cpu.callOn(frame, handler.rcv(), skb, END);
  }

  private void unknownProtocol(Cpu cpu, Frame frame, SkBuff skb) {
    if (frame.m == 0) {
      NetDevice.mib(skb).count(SnmpCounter.IP_IN_UNKNOWN_PROTOS);
      above.drops.noProtocol(cpu, skb);
    } else {
      NetDevice.mib(skb).count(SnmpCounter.IP_IN_DELIVERS);
      cpu.trace().fire(ConsumeSkb.TRACEPOINT, skb.address(), above.location);
      above.pool.free(skb);
    }
  }
}
