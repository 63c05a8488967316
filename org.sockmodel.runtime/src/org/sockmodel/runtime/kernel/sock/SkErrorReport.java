package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.trace.NetTracepoints.InetSkErrorReport;
import org.sockmodel.runtime.uapi.AddressFamily;

/**
 * {@code sk_error_report}, {@code net/core/sock.c}: tells those who wait for a socket, and the owner of one with {@code
 * O_ASYNC}, that it has failed. {@code self}: the {@link Sock}.
 */
public final class SkErrorReport extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int REPORTED = 1;
  private static final int RETURN = 2;

  private final KernelFunction sockDefErrorReport;

  public SkErrorReport(KernelFunction sockDefErrorReport) {
    super("sk_error_report");
    this.sockDefErrorReport = sockDefErrorReport;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.call(frame, sockDefErrorReport, sock, REPORTED);
      case REPORTED -> sock.wakeAsync().io(cpu, frame, sock, SkWakeAsync.POLL_ERR, RETURN);
      default -> {
        trace(cpu, sock);
        cpu.ret(frame, 0);
      }
    }
  }

  private static void trace(Cpu cpu, Sock sock) {
    if (sock.family() == AddressFamily.AF_INET && cpu.trace().enabled()) {
      cpu.trace().begin(InetSkErrorReport.TRACEPOINT)
          .set(InetSkErrorReport.ERROR, sock.error())
          .set(InetSkErrorReport.FAMILY, sock.family())
          .set(InetSkErrorReport.PROTOCOL, sock.protocol())
          .set(InetSkErrorReport.SPORT, sock.port())
          .set(InetSkErrorReport.DPORT, sock.peerPort());
      cpu.trace().commit();
    }
  }
}
