package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.syscall.SocketCreateCall;
import org.sockmodel.runtime.model.Instruction;

/** {@code socket(2)}: the descriptor is reserved before the call and names the socket after it. */
final class CreateSocket implements UserCall {

  private final SystemCalls kernel;
  private final Instruction.Socket socket;

  CreateSocket(SystemCalls kernel, Instruction.Socket socket) {
    this.kernel = kernel;
    this.socket = socket;
  }

  @Override
  public long begin(Cpu cpu, Frame user, AppThread thread) {
    thread.reservedFd = thread.descriptors().reserve();
    SocketCreateCall.Request request =
        new SocketCreateCall.Request(thread.process(), socket.family(), socket.type(), socket.protocol(),
            thread.reservedFd);
    cpu.call(user, kernel.socket(), request, UserProgram.RETURNED);
    return ENTERED;
  }

  @Override
  public long end(Frame user, AppThread thread, long result) {
    if (result < 0) {
      thread.descriptors().release(thread.reservedFd);
      return result;
    }
    Sock sock = kernel.newSock(thread.process(), thread.net, socket.family(), socket.type(), socket.protocol());
    if (sock != null) {
      thread.descriptors().install(socket.variable(), thread.reservedFd, socket.type(), sock);
    }
    return result;
  }
}
