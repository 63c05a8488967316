package org.sockmodel.tests.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.sockmodel.runtime.model.Distribution;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.NicDeclaration;
import org.sockmodel.runtime.model.NicDriver;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.PollEvent;
import org.sockmodel.runtime.uapi.SocketType;
import org.sockmodel.tests.analysis.recorded.NicCounts;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;

/**
 * The machine of a recording with an emulated card: its kernel, the card with the interrupts where they went, the
 * reader, and the messages at the times at which the sender stamped them. What was sent within the time that the
 * emulated CPU needs to take an interrupt arrives together.
 *
 * @param row what was counted
 * @param kernel the version that is simulated, which is the recorded one unless a test wants another
 */
record RecordedCard(Map<String, String> row, String kernel) {

  static final long TOGETHER_NS = 250_000;
  /** QEMU's sender looks for an answer of ARP when its main loop comes round; recorded are 230 to 690 us. */
  private static final long AFTER_ANSWER_NS = 250_000;
  private static final long WATCHDOG_NS = 2_000_000_000;
  private static final double PART_BEFORE_LAST_TURN = 5.0 / 12;
  static final double TOLERANCE = 0.05;
  private static final int SENT_COLUMN = 6;
  private static final int PAYLOAD_BYTES = 64;

  static RecordedCard of(String kernel, String nic, String scenario) throws IOException {
    return new RecordedCard(NicCounts.rows().stream()
        .filter(row -> row.get("kernel").equals(kernel) && row.get("nic").equals(nic)
            && row.get("scenario").equals(scenario))
        .findFirst().orElseThrow(), kernel);
  }

  /** The same machine with another kernel. */
  RecordedCard on(String another) {
    return new RecordedCard(row, another);
  }

  boolean functionsTraced() {
    return scenario().endsWith("_func");
  }

  long counted(String column) {
    return Long.parseLong(row.get(column));
  }

  /** Whether a count is as recorded: exactly where each message was alone, else within 5 %. */
  boolean agrees(String column, long count) {
    double most = scenario().startsWith("single") ? 0 : TOLERANCE * counted(column);
    return Math.abs(count - counted(column)) <= most;
  }

  /**
   * @param watchdogTurns how often the driver's watchdog had its turn in the recording; the last comes between messages
   */
  ModelDeclaration model(int watchdogTurns) throws IOException {
    return model(watchdogTurns, TOGETHER_NS, 1);
  }

  /**
   * @param togetherNs what was sent within this time after a message arrives with it
   * @param spacing of the times between messages, as part of what they were
   */
  ModelDeclaration model(int watchdogTurns, long togetherNs, double spacing) throws IOException {
    long[] gapsNs = LongStream.of(gapsNs(togetherNs)).map(ns -> Math.round(ns * spacing)).toArray();
    long startNs = watchdogTurns * WATCHDOG_NS - beforeLastTurnNs(gapsNs);
    boolean tcp = scenario().contains("_tcp");
    WorkloadDeclaration workload = new WorkloadDeclaration("w", "host", 4).thread(reader(tcp))
        .traffic(new TrafficDeclaration("t", "eth0", Models.PORT, 9)
            .protocol(tcp ? TrafficDeclaration.Protocol.TCP : TrafficDeclaration.Protocol.UDP)
            .startNs(startNs).count(counted("msgs_received")).payloadBytes(PAYLOAD_BYTES)
            .gap(new Distribution.Sequence(gapsNs)));
    if (tcp) {
      workload.traffics().get(0).closed();
    } else if (counted("napi_work") > counted("msgs_received")) {
      workload.traffics().get(0).arp(AFTER_ANSWER_NS); // one packet more than messages: the sender had to ask first
    }
    return new ModelDeclaration("m", "m.sockmodel")
        .machine(machine())
        .nic(card())
        .workload(workload);
  }

  /** As many packets as were polled, all of which wait while the first one interrupts. */
  ModelDeclaration flood() {
    TrafficDeclaration traffic = new TrafficDeclaration("t", "eth0", Models.PORT, 9).startNs(1_000_000)
        .count(counted("napi_work")).payloadBytes(PAYLOAD_BYTES);
    return new ModelDeclaration("m", "m.sockmodel")
        .machine(machine())
        .nic(card().ringPackets((int) counted("napi_work")))
        .workload(new WorkloadDeclaration("w", "host", 4).thread(reader(false)).traffic(traffic));
  }

  /**
   * Packets that come to the reader's socket when they were recorded to, in as much memory, on a machine that takes no
   * time for them, and a reader that is as slow as recorded.
   *
   * @param gapsNs from one packet to the next
   * @param readNs from when there is a message to when the reader has it
   * @param usedNs from then to when it wants the next one
   */
  ModelDeclaration delivered(long[] gapsNs, long[] readNs, long[] usedNs) {
    TrafficDeclaration traffic = new TrafficDeclaration("t", "eth0", Models.PORT, 9).startNs(1_000_000)
        .count(gapsNs.length + 1L).payloadBytes(PAYLOAD_BYTES).gap(new Distribution.Sequence(gapsNs));
    NicDriver recorded = NicDriver.of(row.get("nic")).orElseThrow();
    NicDriver unthrottled = recorded == NicDriver.IGB ? recorded : NicDriver.VIRTIO_NET;
    NicDeclaration nic = card(unthrottled).moderation(new Moderation().rxUsecs(0));
    ThreadDeclaration reader = reader(false, new Instruction.Poll(List.of("s"), PollEvent.POLLIN, -1, Models.READ_LINE),
        new Instruction.Compute(new Distribution.Sequence(readNs), Models.READ_LINE),
        new Instruction.Recv("s", 10_000, 0, Models.READ_LINE),
        new Instruction.Compute(new Distribution.Sequence(usedNs), Models.READ_LINE));
    MachineDeclaration machine = machine();
    machine.cost("all", 0);
    return new ModelDeclaration("m", "m.sockmodel").machine(machine).nic(nic)
        .workload(new WorkloadDeclaration("w", "host", 4).thread(reader).traffic(traffic));
  }

  /** Whether the recording has an event at this time, in the trace's seconds. */
  boolean hasLineAt(String seconds) throws IOException {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file(".trace.gz"))), StandardCharsets.UTF_8))) {
      return lines.lines().anyMatch(line -> line.contains(" " + seconds + ": "));
    }
  }

  /** The events of the recording, as {@link Run} has those of a simulation. */
  List<String> events() throws IOException, TraceException {
    EventLog log = new EventLog();
    read(log);
    return log.lines();
  }

  void read(TraceSink sink) throws IOException, TraceException {
    Path path = file(".trace.gz");
    try (InputStream in = Oracle.open(path)) {
      new FtraceReader(in, path.getFileName().toString()).read(sink);
    }
  }

  /** What the recorded kernel has counted of UDP meanwhile, with 0 where nothing was, by name. */
  Map<String, Long> udp() throws IOException {
    List<String[]> lines = Files.readAllLines(file(".counters.txt")).stream()
        .filter(line -> line.startsWith("Udp: ")).map(line -> line.split(" ")).toList();
    String[] names = lines.get(0);
    String[] before = lines.get(1);
    String[] after = lines.get(lines.size() - 1);
    Map<String, Long> counted = new TreeMap<>();
    for (int i = 1; i < names.length; i++) {
      counted.put(names[i], Long.parseLong(after[i]) - Long.parseLong(before[i]));
    }
    return counted;
  }

  private Path file(String suffix) throws IOException {
    return Oracle.folder("guest-nic").resolve(row.get("kernel")).resolve(row.get("nic")).resolve("open")
        .resolve(scenario() + suffix);
  }

  private String scenario() {
    return row.get("scenario");
  }

  private MachineDeclaration machine() {
    return new MachineDeclaration("host", 1).cpus(2).kernel("v" + kernel.replace('.', '_'));
  }

  private NicDeclaration card() {
    return card(NicDriver.of(row.get("nic")).orElseThrow());
  }

  private NicDeclaration card(NicDriver driver) {
    NicDeclaration nic = new NicDeclaration("eth0", "host", 2).driver(driver).linkBitsPerSecond(400_000_000_000L);
    Moderation moderation = new Moderation();
    if (scenario().startsWith("rxusecs")) {
      moderation.rxUsecs(1_000 * Long.parseLong(scenario().substring("rxusecs".length(), scenario().indexOf('_'))));
    }
    nic.moderation(moderation);
    return switch (driver) {
      case IGB -> nic.queue(0, 27, 1, 3).queue(1, 28, 0, 3).transmitQueue(0, 29, 1, 3).transmitQueue(1, 30, 0, 3);
      case VIRTIO_NET -> nic.queue(0, 27, 1, 3).transmitQueue(0, 28, 0, 3);
      default -> nic.queue(0, 26, 0, 3).transmitQueue(0, 27, 1, 3);
    };
  }

  private ThreadDeclaration reader(boolean tcp) {
    return reader(tcp, new Instruction.Recv("s", 10_000, 0, Models.READ_LINE));
  }

  private ThreadDeclaration reader(boolean tcp, Instruction... body) {
    long receives = tcp ? counted("msgs_received") + 1 : Instruction.FOREVER; // the last one returns 0
    Instruction receive = new Instruction.Loop(receives, List.of(body), Models.READ_LINE);
    int type = tcp ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM;
    Instruction port = tcp ? new Instruction.Established("s", Models.PORT, 6)
        : new Instruction.Bind("s", Endpoint.port(Models.PORT), 6);
    ThreadDeclaration reader = new ThreadDeclaration("rdr0", 5);
    if (!scenario().endsWith("_nopin")) {
      reader.cpu(scenario().endsWith("_cpu0") ? 0 : 1);
    }
    return reader.program(new Instruction.Socket("s", AddressFamily.AF_INET, type, 0, 5), port, receive);
  }

  private long[] gapsNs(long togetherNs) throws IOException {
    List<String> lines = Files.readAllLines(file(".csv"));
    List<Long> gaps = new ArrayList<>();
    long firstNs = sentNs(lines.get(1));
    for (String line : lines.subList(2, lines.size())) {
      boolean together = sentNs(line) - firstNs < togetherNs;
      gaps.add(together ? 0 : sentNs(line) - firstNs);
      firstNs = together ? firstNs : sentNs(line);
    }
    return gaps.stream().mapToLong(Long::longValue).toArray();
  }

  private static long beforeLastTurnNs(long[] gapsNs) {
    int gap = (int) (gapsNs.length * PART_BEFORE_LAST_TURN);
    long meanNs = LongStream.of(gapsNs).sum() / gapsNs.length;
    while (gapsNs[gap] < meanNs) {
      gap++; // not within a burst
    }
    return LongStream.of(gapsNs).limit(gap).sum() + gapsNs[gap] / 2;
  }

  private static long sentNs(String line) {
    return Long.parseLong(line.split(",")[SENT_COLUMN]);
  }
}
