package org.sockmodel.tests.analysis.recorded;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.tests.trace.Oracle;

/**
 * Latencies against the clocks of the recorded programs. A program's stamps surround its system calls: by 0.4 to 1.1 us
 * before the entry and up to 0.85 us after the exit.
 */
class ReceiveLatencyTest {

  private static final String FOLDER = "host-6.18-calibration/open";
  private static final long LEAST_STAMPS_NS = 400;
  private static final long MOST_STAMPS_NS = 1950;
  private static final long TOLERANCE_NS = 2000;

  /** One message by the program's clock. */
  private record Stamp(long sentNs, long returnedNs) {
  }

  @ParameterizedTest
  @ValueSource(strings = {"pp_udp_lo_x", "pp_udp_lo_same", "pp_udp_lo_nopin", "pp_udp_veth_x", "pp_udp_veth_same",
      "pp_tcp_lo_x", "pp_tcp_lo_same", "pp_tcp_veth_x", "pp_unixd_x", "pp_unixs_x", "rate_udp_lo_R10000_z64_k1",
      "rate_udp_lo_R10000_z64_k4", "rate_udp_lo_R50000_z64_k1", "rate_udp_lo_Rmax_z64_k1",
      "rate_udp_veth_R50000_z64_k1", "rate_udp_veth_Rmax_z64_k1", "burst4_udp_lo_R4000",
      "rate_tcp_lo_R10000_z64_k1", "rate_tcp_veth_R10000_z64_k1"})
  void shouldAgreeWithTheProgramsOwnClock(String name) throws Exception {
    TreeSet<Long> sends = new TreeSet<>();
    TreeMap<Long, Long> firstByReturn = new TreeMap<>();
    Path path = Oracle.folder(FOLDER).resolve(name + ".ns.txt.gz");
    try (InputStream in = Oracle.open(path)) {
      TraceReader reader = Recording.reader(in, path);
      Analysis analysis = new Analysis(reader.names(), Filter.ALL)
          .listen(message -> firstByReturn.put(message.returnNs(), message.delivery().firstNs()));
      analysis.state().on(Syscall.SENDTO.enter(), (event, cpu) -> sends.add(event.timeNs()));
      reader.read(analysis);
    }

    long compared = 0;
    long agreeing = 0;
    List<Stamp> stamps = stamps(name);
    for (Stamp stamp : stamps) {
      Map.Entry<Long, Long> message = firstByReturn.floorEntry(stamp.returnedNs());
      if (message != null && message.getValue() != Delivery.UNKNOWN_NS && sends.floor(message.getValue()) != null) {
        long latencyNs = message.getKey() - sends.floor(message.getValue());
        long differenceNs = stamp.returnedNs() - stamp.sentNs() - latencyNs;
        compared++;
        agreeing += differenceNs >= LEAST_STAMPS_NS - TOLERANCE_NS && differenceNs <= MOST_STAMPS_NS + TOLERANCE_NS
            ? 1 : 0;
      }
    }
    assertTrue(compared >= 0.97 * stamps.size(), compared + " of " + stamps.size() + " messages are attributed");
    assertTrue(agreeing >= 0.99 * compared, agreeing + " of " + compared + " messages agree");
  }

  private static List<Stamp> stamps(String name) throws IOException {
    List<Stamp> stamps = new ArrayList<>();
    try (InputStream in = Oracle.open(Oracle.folder(FOLDER).resolve(name + ".csv.gz"));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      boolean pingPong = lines.readLine().startsWith("i,");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",");
        if (pingPong) {
          stamps.add(new Stamp(Long.parseLong(cells[1]), Long.parseLong(cells[3])));
          stamps.add(new Stamp(Long.parseLong(cells[4]), Long.parseLong(cells[5])));
        } else if (!cells[5].equals("0")) {
          stamps.add(new Stamp(Long.parseLong(cells[2]), Long.parseLong(cells[5])));
        }
      }
    }
    return stamps;
  }
}
