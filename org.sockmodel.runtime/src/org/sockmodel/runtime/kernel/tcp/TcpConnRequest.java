package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;

/**
 * {@code tcp_conn_request}, {@code net/ipv4/tcp_input.c}: a listener answers a SYN. {@code self}: the segment; {@code
 * other}: the listener.
 */
final class TcpConnRequest extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int REQUEST = 1;
  private static final int ANSWERED = 2;

  private final Path path;
  private final Path done;
  private final TcpConnections connections;
  private final TcpSegments segments;
  private final KernelFunction sendSynack;
  private final ReqskTimer reqskTimer;
  private final int location;

  /**
   * @param sendSynack {@code tcp_v4_send_synack}
   */
  TcpConnRequest(Path[] paths, TcpConnections connections, TcpSegments segments, KernelFunction sendSynack,
      ReqskTimer reqskTimer, Names names) {
    super("tcp_conn_request");
    path = PathPoint.TCP_CONN_REQUEST.in(paths);
    done = CallPoint.TCP_CONN_REQUEST_DONE.in(paths);
    this.connections = connections;
    this.segments = segments;
    this.sendSynack = sendSynack;
    this.reqskTimer = reqskTimer;
    location = names.intern("tcp_rcv_state_process");
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, REQUEST);
      case REQUEST -> {
        boolean syn = skb.tcp().has(TcpHeader.SYN) && !skb.tcp().has(TcpHeader.ACK);
        TcpSock child = syn ? connections.request((TcpSock) frame.other, skb) : null;
        frame.pc = ANSWERED;
        if (child != null) {
          SkBuff synack = segments.synack(cpu, child);
          child.writeSeq = synack.tcp().endSeq();
          child.sndNxt = child.writeSeq;
          child.pushedSeq = child.writeSeq;
          child.synackNs = cpu.nowNs();
          reqskTimer.start(cpu, child);
          cpu.call(frame, sendSynack, synack, ANSWERED).other = child;
        }
      }
      default -> {
        cpu.enter(done);
        cpu.trace().fire(ConsumeSkb.TRACEPOINT, skb.address(), location);
        segments.free(skb);
        cpu.ret(frame, 0);
      }
    }
  }
}
