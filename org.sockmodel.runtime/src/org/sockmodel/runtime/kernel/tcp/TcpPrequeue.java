package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;
import org.sockmodel.runtime.kernel.wait.WakeUp;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * {@code tcp_prequeue}, {@code net/ipv4/tcp_ipv4.c}: leaves a segment to the reader that sleeps in {@code tcp_recvmsg}.
 * The first one wakes it; the timer of delayed acknowledgements watches over its coming. More than the receive buffer
 * may hold is processed at once, which the kernel counts as {@code TCPPrequeueDropped}. {@code self}: the segment;
 * {@code other}: the {@link TcpSock}. Returns 1 if it took the segment, else 0.
 */
final class TcpPrequeue extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int DECIDE = 1;
  private static final int PROCESS = 2;
  private static final int WOKEN = 3;

  private final Path path;
  private final KernelFunction wakeUp;
  private final KernelFunction doRcv;
  private final TimerSoftirq timers;

  TcpPrequeue(Path[] paths, KernelFunction doRcv, TimerSoftirq timers) {
    super("tcp_prequeue");
    path = PathPoint.TCP_PREQUEUE.in(paths);
    wakeUp = WakeUp.prequeue(paths);
    this.doRcv = doRcv;
    this.timers = timers;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.other;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, DECIDE);
      case DECIDE -> decide(cpu, frame, (SkBuff) frame.self, sock);
      case PROCESS -> {
        SkBuff skb = sock.ucopy.poll();
        if (skb == null) {
          cpu.ret(frame, 1);
        } else {
          sock.count(SnmpCounter.TCP_EXT_PREQUEUE_DROPPED);
          cpu.call(frame, doRcv, skb, PROCESS).other = sock;
        }
      }
      default -> {
        if (!sock.ack.isScheduled()) {
          timers.modify(cpu, sock.delackTimer, sock.ack.armForReader());
        }
        cpu.ret(frame, 1);
      }
    }
  }

  private void decide(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    if (!sock.ucopy.isInstalled() || skb.payloadBytes() == 0 && sock.ucopy.isEmpty()) {
      cpu.ret(frame, 0);
      return;
    }
    sock.ucopy.add(skb);
    if (sock.ucopy.memoryBytes() > sock.rcvbufBytes()) {
      frame.pc = PROCESS;
    } else if (sock.ucopy.length() == 1) {
      cpu.call(frame, wakeUp, sock.sleepers(), WOKEN).m = PollEvent.POLLIN;
    } else {
      cpu.ret(frame, 1);
    }
  }
}
