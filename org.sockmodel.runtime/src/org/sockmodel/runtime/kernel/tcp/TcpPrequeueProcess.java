package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.softirq.Softirqs;

/**
 * {@code tcp_prequeue_process}, {@code net/ipv4/tcp.c}: the reader processes what was left to it, while softirqs of its
 * CPU wait; the kernel lets them in while it copies, here they wait for that, too. {@code self}: the {@link TcpSock}.
 */
final class TcpPrequeueProcess extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int NEXT = 1;
  private static final int RETURN = 2;

  private final Path path;
  private final Path done;
  private final KernelFunction doRcv;
  private final Softirqs softirqs;

  TcpPrequeueProcess(Path[] paths, KernelFunction doRcv, Softirqs softirqs) {
    super("tcp_prequeue_process");
    path = PathPoint.TCP_PREQUEUE_PROCESS.in(paths);
    done = CallPoint.TCP_PREQUEUE_DONE.in(paths);
    this.doRcv = doRcv;
    this.softirqs = softirqs;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        sock.count(SnmpCounter.TCP_EXT_PREQUEUED);
        softirqs.disable(cpu);
        cpu.walk(frame, path, NEXT);
      }
      case NEXT -> {
        SkBuff skb = sock.ucopy.poll();
        if (skb == null) {
          cpu.enter(done);
          softirqs.enable(cpu, frame, RETURN);
        } else {
          cpu.call(frame, doRcv, skb, NEXT).other = sock;
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
