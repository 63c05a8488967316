import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.SplittableRandom;

/** Sends datagrams over loopback to a reader, at irregular times; for a recording to measure readers with. */
final class Flood {

  private Flood() {
  }

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[0]);
    SplittableRandom random = new SplittableRandom(1);
    try (DatagramSocket reader = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramSocket sender = new DatagramSocket()) {
      reader.setSoTimeout(500);
      Thread thread = new Thread(() -> read(reader));
      thread.start();
      DatagramPacket packet = new DatagramPacket(new byte[64], 64, reader.getLocalSocketAddress());
      for (int i = 0; i < count; i++) {
        sender.send(packet);
        long untilNs = System.nanoTime() + random.nextLong(20_000);
        while (System.nanoTime() < untilNs) {
          Thread.onSpinWait();
        }
      }
      thread.join();
    }
  }

  private static void read(DatagramSocket socket) {
    try {
      DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
      while (true) {
        socket.receive(packet);
      }
    } catch (IOException e) {
      // Half a second without a datagram is the end.
      Thread.currentThread().interrupt();
    }
  }
}
