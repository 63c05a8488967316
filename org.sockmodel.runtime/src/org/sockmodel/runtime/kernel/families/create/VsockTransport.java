package org.sockmodel.runtime.kernel.families.create;

import static org.sockmodel.runtime.uapi.Errno.ENODEV;

import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.CreationCheck;
import org.sockmodel.runtime.kernel.families.Socket;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * {@code vsock_assign_transport} for datagrams ({@code net/vmw_vsock/af_vsock.c}): the transport is that of the entry's
 * module, which no socket call loads. Streams choose theirs when they connect.
 */
final class VsockTransport implements CreateStep {

  @Override
  public int run(Creation c, Socket socket) {
    if (socket.type() != SocketType.SOCK_DGRAM) {
      return 0;
    }
    c.enter("vsock_assign_transport");
    boolean held = socket.answer().owner().tryGet();
    if (held) {
      socket.answer().owner().put();
    }
    return c.leave(c.decide(CreationCheck.TRANSPORT, 0, held, ENODEV, socket.answer()));
  }
}
