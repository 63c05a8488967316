package org.sockmodel.tests.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Datagrams on the loopback device, each to a reader that already sleeps. */
public final class Echo implements AutoCloseable {

  private static final int PAUSE_MS = 2;
  private static final int LAST_PAUSE_MS = 50;

  private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  private final Thread reader = new Thread(this::read, "echo-reader");

  /** Opens a socket and lets a thread read from it. */
  public Echo() throws IOException {
    reader.start();
  }

  /** Sends so many and waits until the last has arrived. */
  public void send(int datagrams) throws IOException, InterruptedException {
    DatagramPacket packet = new DatagramPacket(new byte[64], 64, socket.getLocalSocketAddress());
    try (DatagramSocket sender = new DatagramSocket()) {
      for (int i = 0; i < datagrams; i++) {
        Thread.sleep(PAUSE_MS);
        sender.send(packet);
      }
      Thread.sleep(LAST_PAUSE_MS);
    }
  }

  /** Sends so many to a port that nobody has opened. */
  static void sendToNobody(int datagrams) {
    try (DatagramSocket sender = new DatagramSocket()) {
      DatagramPacket packet = new DatagramPacket(new byte[64], 64, InetAddress.getLoopbackAddress(), 1);
      for (int i = 0; i < datagrams; i++) {
        sender.send(packet);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  private void read() {
    DatagramPacket packet = new DatagramPacket(new byte[64], 64);
    while (!socket.isClosed()) {
      try {
        socket.receive(packet);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
