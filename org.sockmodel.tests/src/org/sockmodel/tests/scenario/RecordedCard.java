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
import java.util.stream.IntStream;
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

  private static final long TOGETHER_NS = 250_000;
  /** QEMU's sender looks for an answer of ARP when its main loop comes round; recorded are 230 to 690 us. */
  private static final long AFTER_ANSWER_NS = 250_000;
  /** Of the receive queues. */
  private static final List<Integer> IGB_IRQS = List.of(27, 28);
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
    long[] gapsNs = gapsNs();
    long startNs = watchdogTurns * WATCHDOG_NS - beforeLastTurnNs(gapsNs);
    TrafficDeclaration traffic = traffic().startNs(startNs).count(counted("msgs_received"))
        .gap(new Distribution.Sequence(gapsNs));
    if (isAskedFirst()) {
      traffic.arp(AFTER_ANSWER_NS);
    }
    return new ModelDeclaration("m", "m.sockmodel")
        .machine(machine())
        .nic(card())
        .workload(new WorkloadDeclaration("w", "host", 4).thread(reader()).traffic(traffic));
  }

  /**
   * The machine for a run in step with the recording, on which nothing takes time but what its host says.
   *
   * @param beginNs when the run begins, in the recording's time
   */
  ModelDeclaration inStep(RecordedSteps steps, long beginNs) {
    boolean byFirst = steps.interruptsNs(IGB_IRQS.get(0)).size() > steps.interruptsNs(IGB_IRQS.get(1)).size();
    NicDeclaration nic = card(driver(), byFirst);
    List<Long> arrivals = steps.arrivalsNs(nic.queues().stream().map(NicDeclaration.Queue::irq).toList());
    int questions = isAskedFirst() ? 1 : 0;
    int messages = arrivals.size() - questions - (isTcp() ? 1 : 0); // the last segment closes the connection
    long[] gapsNs = IntStream.range(questions + 1, arrivals.size())
        .mapToLong(i -> arrivals.get(i) - arrivals.get(i - 1)).toArray();
    TrafficDeclaration traffic = traffic().startNs(arrivals.get(0) - beginNs).count(messages)
        .gap(new Distribution.Sequence(gapsNs));
    if (isAskedFirst()) {
      traffic.arp(Math.max(1, arrivals.get(1) - steps.firstPollNs()));
    }
    MachineDeclaration machine = machine();
    machine.cost("all", 0);
    ThreadDeclaration untilEnd = new ThreadDeclaration("end", 9).cpu(1)
        .program(new Instruction.Sleep(steps.lastNs() - beginNs, 9));
    return new ModelDeclaration("m", "m.sockmodel").machine(machine).nic(nic)
        .workload(new WorkloadDeclaration("w", "host", 4).thread(reader()).thread(untilEnd).traffic(traffic));
  }

  /** As many packets as were polled, all of which wait while the first one interrupts. */
  ModelDeclaration flood() {
    TrafficDeclaration traffic = new TrafficDeclaration("t", "eth0", Models.PORT, 9).startNs(1_000_000)
        .count(counted("napi_work")).payloadBytes(PAYLOAD_BYTES);
    return new ModelDeclaration("m", "m.sockmodel")
        .machine(machine())
        .nic(card().ringPackets((int) counted("napi_work")))
        .workload(new WorkloadDeclaration("w", "host", 4).thread(reader()).traffic(traffic));
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
    NicDriver unthrottled = driver() == NicDriver.IGB ? NicDriver.IGB : NicDriver.VIRTIO_NET;
    NicDeclaration nic = card(unthrottled, false).moderation(new Moderation().rxUsecs(0));
    ThreadDeclaration reader = reader(new Instruction.Poll(List.of("s"), PollEvent.POLLIN, -1, Models.READ_LINE),
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

  boolean isTcp() {
    return scenario().contains("_tcp");
  }

  /** Whether the sender had to ask for the address: there was one packet more than messages. */
  private boolean isAskedFirst() {
    return !isTcp() && counted("napi_work") == counted("msgs_received") + 1;
  }

  /** Messages to the reader; the sender of a stream closes it. */
  private TrafficDeclaration traffic() {
    TrafficDeclaration traffic = new TrafficDeclaration("t", "eth0", Models.PORT, 9).payloadBytes(PAYLOAD_BYTES);
    return isTcp() ? traffic.protocol(TrafficDeclaration.Protocol.TCP).closed() : traffic;
  }

  private NicDriver driver() {
    return NicDriver.of(row.get("nic")).orElseThrow();
  }

  private MachineDeclaration machine() {
    return new MachineDeclaration("host", 1).cpus(2).kernel("v" + kernel.replace('.', '_'));
  }

  private NicDeclaration card() {
    return card(driver(), false);
  }

  /**
   * @param swapped whether an igb has what comes in its first queue, where a simulated one has it in the second one
   */
  private NicDeclaration card(NicDriver driver, boolean swapped) {
    NicDeclaration nic = new NicDeclaration("eth0", "host", 2).driver(driver).linkBitsPerSecond(400_000_000_000L);
    Moderation moderation = new Moderation();
    if (scenario().startsWith("rxusecs")) {
      moderation.rxUsecs(1_000 * Long.parseLong(scenario().substring("rxusecs".length(), scenario().indexOf('_'))));
    }
    nic.moderation(moderation);
    return switch (driver) {
      case IGB -> swapped
          ? nic.queue(0, 28, 0, 3).queue(1, 27, 1, 3).transmitQueue(0, 30, 0, 3).transmitQueue(1, 29, 1, 3)
          : nic.queue(0, 27, 1, 3).queue(1, 28, 0, 3).transmitQueue(0, 29, 1, 3).transmitQueue(1, 30, 0, 3);
      case E1000 -> nic.queue(0, 10, 0, 3);
      case VIRTIO_NET -> nic.queue(0, 27, 1, 3).transmitQueue(0, 28, 0, 3);
      default -> nic.queue(0, 26, 0, 3).transmitQueue(0, 27, 1, 3);
    };
  }

  private ThreadDeclaration reader() {
    return reader(new Instruction.Recv("s", 10_000, 0, Models.READ_LINE));
  }

  private ThreadDeclaration reader(Instruction... body) {
    long receives = isTcp() ? counted("msgs_received") + 1 : Instruction.FOREVER; // the last one returns 0
    Instruction receive = new Instruction.Loop(receives, List.of(body), Models.READ_LINE);
    int type = isTcp() ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM;
    Instruction port = isTcp() ? new Instruction.Established("s", Models.PORT, 6)
        : new Instruction.Bind("s", Endpoint.port(Models.PORT), 6);
    ThreadDeclaration reader = new ThreadDeclaration(KernelStep.READER, 5);
    if (!scenario().endsWith("_nopin")) {
      reader.cpu(scenario().endsWith("_cpu0") ? 0 : 1);
    }
    return reader.program(new Instruction.Socket("s", AddressFamily.AF_INET, type, 0, 5), port, receive);
  }

  private long[] gapsNs() throws IOException {
    List<String> lines = Files.readAllLines(file(".csv"));
    List<Long> gaps = new ArrayList<>();
    long firstNs = sentNs(lines.get(1));
    for (String line : lines.subList(2, lines.size())) {
      boolean together = sentNs(line) - firstNs < TOGETHER_NS;
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
