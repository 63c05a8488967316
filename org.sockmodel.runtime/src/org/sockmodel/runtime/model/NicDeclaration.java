package org.sockmodel.runtime.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One network card: its wire, its queues and rings, and where its interrupts go. */
public final class NicDeclaration {

  /**
   * One queue of a direction with its interrupt.
   *
   * @param irq interrupt number
   * @param cpu the CPU that takes the interrupt
   */
  public record Queue(int number, int irq, int cpu, int line) {
  }

  private final String name;
  private final String machine;
  private final int line;
  private NicDriver driver = NicDriver.IDEAL;
  private long linkBitsPerSecond = 10_000_000_000L;
  private int ringPackets = 256;
  private int mtuBytes = 1500;
  private long dmaNs;
  private int napiWeightPackets = 64;
  private Moderation moderation = new Moderation();
  private int[] rpsCpus = {};
  private int rpsFlows;
  private final Map<Integer, int[]> rpsCpusOfQueues = new HashMap<>();
  private final Map<Integer, Integer> rpsFlowsOfQueues = new HashMap<>();
  private boolean ntuple;
  private boolean threaded;
  private boolean gro = true;
  private final List<Queue> queues = new ArrayList<>();
  private final List<Queue> transmitQueues = new ArrayList<>();

  public NicDeclaration(String name, String machine, int line) {
    this.name = name;
    this.machine = machine;
    this.line = line;
  }

  /** Chooses the driver; {@link NicDriver#IDEAL} unless it is said. */
  public NicDeclaration driver(NicDriver newDriver) {
    driver = newDriver;
    return this;
  }

  /** The rate of the wire; 10 Gbit/s unless it is said. */
  public NicDeclaration linkBitsPerSecond(long rate) {
    linkBitsPerSecond = rate;
    return this;
  }

  /** How many packets the ring of a receive queue holds; 256 unless it is said. */
  public NicDeclaration ringPackets(int descriptors) {
    ringPackets = descriptors;
    return this;
  }

  /** The largest IP packet of its wire, such as 9000 for jumbo frames; {@code ETH_DATA_LEN} unless it is said. */
  public NicDeclaration mtuBytes(int bytes) {
    mtuBytes = bytes;
    return this;
  }

  /** How long after its last bit a packet is in memory, with its descriptor: PCIe, and the memory behind it. */
  public NicDeclaration dmaNs(long ns) {
    dmaNs = ns;
    return this;
  }

  /** How many packets one poll may take, {@code NAPI_POLL_WEIGHT}; 64 unless it is said. */
  public NicDeclaration napiWeightPackets(int weight) {
    napiWeightPackets = weight;
    return this;
  }

  /** How interrupts are held back; not at all unless it is said. */
  public NicDeclaration moderation(Moderation newModeration) {
    moderation = newModeration;
    return this;
  }

  /**
   * @param cpus what {@code rps_cpus} of every queue names that has none of its own; packets are steered to their
   *     backlogs
   */
  public NicDeclaration rpsCpus(int... cpus) {
    rpsCpus = cpus.clone();
    return this;
  }

  /**
   * @param flows {@code rps_flow_cnt} of every queue that has none of its own; packets follow their readers if it is
   *     not 0
   */
  public NicDeclaration rpsFlows(int flows) {
    rpsFlows = flows;
    return this;
  }

  /** Sets {@code rps_cpus} of one queue. */
  public NicDeclaration queueRpsCpus(int queue, int... cpus) {
    rpsCpusOfQueues.put(queue, cpus.clone());
    return this;
  }

  /** Sets {@code rps_flow_cnt} of one queue. */
  public NicDeclaration queueRpsFlows(int queue, int flows) {
    rpsFlowsOfQueues.put(queue, flows);
    return this;
  }

  /** Has the card send flows that follow their readers to the queues of the readers' CPUs: {@code ntuple on}. */
  public NicDeclaration ntuple() {
    ntuple = true;
    return this;
  }

  /** Has TCP segments come up one by one: {@code ethtool -K gro off}. */
  public NicDeclaration withoutGro() {
    gro = false;
    return this;
  }

  /** Has threads poll instead of NET_RX: {@code /sys/class/net/DEV/threaded}. */
  public NicDeclaration threaded() {
    threaded = true;
    return this;
  }

  /** Adds a receive queue, whose interrupt goes to a CPU. */
  public NicDeclaration queue(int number, int irq, int cpu, int atLine) {
    queues.add(new Queue(number, irq, cpu, atLine));
    return this;
  }

  /** Says which interrupt tells that a transmit queue has sent something; else it is one after those of all queues. */
  public NicDeclaration transmitQueue(int number, int irq, int cpu, int atLine) {
    transmitQueues.add(new Queue(number, irq, cpu, atLine));
    return this;
  }

  public String name() {
    return name;
  }

  public String machine() {
    return machine;
  }

  public int line() {
    return line;
  }

  public NicDriver driver() {
    return driver;
  }

  public long linkBitsPerSecond() {
    return linkBitsPerSecond;
  }

  public int ringPackets() {
    return ringPackets;
  }

  public int mtuBytes() {
    return mtuBytes;
  }

  public long dmaNs() {
    return dmaNs;
  }

  public int napiWeightPackets() {
    return napiWeightPackets;
  }

  public Moderation moderation() {
    return moderation;
  }

  /** {@code rps_cpus} of a queue. */
  public int[] rpsCpusOf(int queue) {
    return rpsCpusOfQueues.getOrDefault(queue, rpsCpus).clone();
  }

  /** {@code rps_flow_cnt} of a queue. */
  public int rpsFlowsOf(int queue) {
    return rpsFlowsOfQueues.getOrDefault(queue, rpsFlows);
  }

  public boolean hasNtuple() {
    return ntuple;
  }

  public boolean hasGro() {
    return gro;
  }

  public boolean isThreaded() {
    return threaded;
  }

  /** Every receive queue of the card, by number from 0. */
  public List<Queue> queues() {
    return Collections.unmodifiableList(queues);
  }

  /** The transmit queue beside a receive queue, which goes to the same CPU unless something else is said. */
  public Queue transmitQueue(Queue receive) {
    return transmitQueues.stream().filter(queue -> queue.number() == receive.number()).findFirst().orElseGet(() -> {
      int lastIrq = queues.stream().mapToInt(Queue::irq).max().orElse(0);
      return new Queue(receive.number(), lastIrq + 1 + receive.number(), receive.cpu(), receive.line());
    });
  }
}
