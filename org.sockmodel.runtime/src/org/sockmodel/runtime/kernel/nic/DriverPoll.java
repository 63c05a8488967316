package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.trace.NetTracepoints.NapiGroReceiveEntry;
import org.sockmodel.runtime.trace.TraceEvent;

/**
 * A driver's NAPI poll: frees what was sent, if one poll is for both, takes packets from the ring through GRO, hands
 * them up in lists, and completes when the ring is empty. Locals: {@code n} budget left, {@code m} packets taken,
 * {@code k} whether the ring was found empty.
 */
public final class DriverPoll extends StraightFunction {

  private static final int BEGIN = 0;
  private static final int NEXT = 1;
  private static final int RECEIVED = 2;
  private static final int COMPLETED = 3;
  private static final int FLUSH = 4;
  private static final int END = 5;

  private final Path groReceive;
  private final Path napiComplete;

  public DriverPoll(Path[] paths) {
    super("napi_poll");
    groReceive = PathPoint.NAPI_GRO_RECEIVE.in(paths);
    napiComplete = PathPoint.NAPI_COMPLETE.in(paths);
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    RxQueue queue = (RxQueue) self;
    int pc = from;
    if (pc == BEGIN) {
      queue.cleanTransmits();
      pc = NEXT;
    }
    while (pc != END && pc != Cpu.SUSPENDED) {
      if (pc == NEXT) {
        pc = queue.isEmpty() ? cpu.walkOn(frame, napiComplete, COMPLETED) : cpu.walkOn(frame, groReceive, RECEIVED);
      }
      if (pc == RECEIVED) {
        pc = receive(cpu, frame, queue);
      }
      if (pc == COMPLETED) {
        queue.prepareCompletion();
        queue.flushGro(cpu.nowNs(), frame.m);
        frame.k = 1;
        pc = FLUSH;
      }
      if (pc == FLUSH) {
        pc = flush(cpu, frame, queue);
      }
    }
    return pc == END ? ret(cpu, frame.m) : suspend(frame, queue);
  }

  private static int receive(Cpu cpu, Frame frame, RxQueue queue) {
    SkBuff skb = queue.take();
    skb.memory().allocCpu(cpu.id());
    skb.napiId(queue.napiId());
    traceGro(cpu, skb, queue.queueMapping());
    queue.gro().receive(skb, cpu.nowNs());
    frame.n--;
    frame.m++;
    if (frame.n == 0) {
      queue.gro().flush();
    }
    return frame.n == 0 || queue.gro().isBatchFull() ? FLUSH : NEXT;
  }

  private static int flush(Cpu cpu, Frame frame, RxQueue queue) {
    SkBuff skb = queue.gro().poll();
    if (skb != null) {
      return cpu.callOn(frame, queue.receive(), skb, FLUSH);
    }
    if (frame.k != 0) {
      queue.complete(cpu);
    }
    return frame.k != 0 || frame.n == 0 ? END : NEXT;
  }

  private static void traceGro(Cpu cpu, SkBuff skb, int queueMapping) {
    if (cpu.trace().enabled()) {
      TraceEvent event = cpu.trace().begin(NapiGroReceiveEntry.TRACEPOINT);
      event.set(NapiGroReceiveEntry.DEV_NAME, skb.device().name())
          .set(NapiGroReceiveEntry.NAPI_ID, skb.napiId())
          .set(NapiGroReceiveEntry.QUEUE_MAPPING, queueMapping)
          .set(NapiGroReceiveEntry.SKBADDR, skb.address())
          .set(NapiGroReceiveEntry.LEN, skb.lengthBytes());
      cpu.trace().commit();
    }
  }
}
