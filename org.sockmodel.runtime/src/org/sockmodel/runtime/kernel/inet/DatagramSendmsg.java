package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.Errno;

/**
 * A protocol's send that makes one packet of what it is given, for the device that leads to the destination, or as many
 * fragments as the device needs ({@code ip_do_fragment}, {@code net/ipv4/ip_output.c}). {@code self}: the {@link Sock};
 * {@code n}: bytes; {@code k}: the {@link SockAddr} to send to, 0 for the one the socket is connected to; {@code m}:
 * the packet's id, and {@link #ID_SHIFT} bits lower, how much of it has been sent. Returns the bytes, or minus an
 * errno.
 */
abstract class DatagramSendmsg extends KernelFunction {

  /** First of the values of {@code pc} that belong to the protocol. */
  protected static final int PROTOCOL = 0x20;
  private static final int BEGIN = 0;
  private static final int SEND = 1;
  private static final int NEXT = 2;
  private static final int SENT = 3;
  private static final int ID_SHIFT = 32;
  /** Fragments begin at multiples of this. */
  private static final int FRAGMENT_UNIT_BYTES = 8;

  private final Path path;
  private final Path nextFragment;
  private final double copyNsPerByte;
  private final KernelFunction devQueueXmit;
  private long nextId;

  /**
   * @param point from the call to {@code __dev_queue_xmit}
   */
  protected DatagramSendmsg(String symbol, InetEnvironment kernel, PathPoint point) {
    super(symbol);
    path = point.in(kernel.paths());
    nextFragment = PathPoint.IP_FRAGMENT.in(kernel.paths());
    copyNsPerByte = kernel.profile().copyNsPerByte();
    devQueueXmit = kernel.devQueueXmit();
  }

  /** The errno that the protocol refuses to send so many bytes with; 0 if it does not. */
  protected abstract int refused(Sock sock, long bytes);

  /** A new packet, without addresses. */
  protected abstract SkBuff packet(Sock sock, NetDevice device, int port, int bytes);

  /** Nothing leads to the destination. */
  protected void unreachable(Sock sock) {
  }

  /** The packet is on its way: returns, or goes on at a {@code pc} of the protocol's own. */
  protected void sent(Cpu cpu, Frame frame) {
    cpu.ret(frame, frame.n);
  }

  @Override
  protected final void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        frame.k = frame.k != 0 ? frame.k : SockAddr.peer(sock);
        int errno = errno(sock, frame);
        if (errno != 0) {
          cpu.ret(frame, -errno);
        } else {
          frame.m = nextId++ << ID_SHIFT;
          cpu.walk(frame, path, SEND);
          cpu.spend(frame, Math.round(frame.n * copyNsPerByte), SEND);
        }
      }
      case SEND -> {
        if ((sock.shutdown() & Sock.SEND_SHUTDOWN) != 0) {
          cpu.ret(frame, -Errno.EPIPE);
        } else {
          send(cpu, frame, sock);
        }
      }
      case NEXT -> cpu.walk(frame, nextFragment, SEND);
      case SENT -> sent(cpu, frame);
      default -> cpu.ret(frame, frame.n);
    }
  }

  private void send(Cpu cpu, Frame frame, Sock sock) {
    int address = SockAddr.address(frame.k);
    NetDevice device = FibTable.output(sock.net(), address);
    SkBuff skb = packet(sock, device, SockAddr.port(frame.k), (int) frame.n)
        .between(FibTable.source(device, address), address);
    skb.memory().allocCpu(cpu.id());
    int roomBytes = device.mtuBytes() - SkBuff.IP_HEADER_BYTES;
    int leftBytes = skb.wholeBytes() - (int) frame.m;
    boolean last = leftBytes <= roomBytes;
    if (skb.wholeBytes() > roomBytes) {
      int bytes = last ? leftBytes : roomBytes / FRAGMENT_UNIT_BYTES * FRAGMENT_UNIT_BYTES;
      skb.fragment((int) (frame.m >>> ID_SHIFT), bytes, last);
      IpOutput.fragment(sock.net(), (int) frame.m == 0, last);
      frame.m += bytes;
    } else {
      IpOutput.whole(sock.net());
    }
    cpu.call(frame, devQueueXmit, skb, last ? SENT : NEXT).other = device;
  }

  private int errno(Sock sock, Frame frame) {
    int errno = refused(sock, frame.n);
    if (errno != 0) {
      return errno;
    }
    if (frame.k == 0) {
      return Errno.EDESTADDRREQ;
    }
    if (FibTable.output(sock.net(), SockAddr.address(frame.k)) == null) {
      unreachable(sock);
      return Errno.ENETUNREACH;
    }
    return -sock.sockError();
  }
}
