package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;

/**
 * {@code tcp_data_ready}, {@code net/ipv4/tcp_input.c}: tells the reader, once the low water mark is reached. {@code
 * self}: the {@link TcpSock}.
 */
final class TcpDataReady extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int READY = 1;

  private final Path path;
  private final boolean honoursLowWaterMark;

  /**
   * @param honoursLowWaterMark whether a reader is told of less than {@code SO_RCVLOWAT} or not
   */
  TcpDataReady(Path[] paths, boolean honoursLowWaterMark) {
    super("tcp_data_ready");
    path = PathPoint.TCP_DATA_READY.in(paths);
    this.honoursLowWaterMark = honoursLowWaterMark;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, READY);
      case READY -> {
        frame.pc = READY + 1;
        if (!honoursLowWaterMark || sock.done || sock.isReadable()) {
          cpu.call(frame, sock.dataReady(), sock, READY + 1);
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
