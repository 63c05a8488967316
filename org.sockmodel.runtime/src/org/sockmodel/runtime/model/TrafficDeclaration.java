package org.sockmodel.runtime.model;

/**
 * Messages that arrive at a NIC from outside, for one port. The sender is a peer on the wire that costs no CPU here.
 * If the port belongs to a socket that {@link Instruction.Established} connected, the peer just sends its messages; if
 * a socket listens there, the peer connects first and sends on that connection.
 */
public final class TrafficDeclaration {

  /** What carries the messages. */
  public enum Protocol {
    UDP, TCP
  }

  private static final long KNOWS_CARD = -1;

  private final String name;
  private final String nic;
  private final int port;
  private final int line;
  private Protocol protocol = Protocol.UDP;
  private long startNs;
  private long count = 1;
  private long payloadBytes = 1;
  private int flows = 1;
  private boolean closed;
  private double corruptShare;
  private long sendsAfterAnswerNs = KNOWS_CARD;
  private Distribution gap = new Distribution.Constant(0);

  /**
   * @param name unique within the workload; random streams are named after it
   */
  public TrafficDeclaration(String name, String nic, int port, int line) {
    this.name = name;
    this.nic = nic;
    this.port = port;
    this.line = line;
  }

  /** What carries the messages; UDP unless it is said. */
  public TrafficDeclaration protocol(Protocol newProtocol) {
    protocol = newProtocol;
    return this;
  }

  /**
   * @param ns when the first message is on the wire, counted from the beginning of the run
   */
  public TrafficDeclaration startNs(long ns) {
    startNs = ns;
    return this;
  }

  /** How many messages there are; one unless it is said. */
  public TrafficDeclaration count(long messages) {
    count = messages;
    return this;
  }

  /** The data of one message, without headers; one byte unless it is said. */
  public TrafficDeclaration payloadBytes(long bytes) {
    payloadBytes = bytes;
    return this;
  }

  /** Has the messages come from so many ports of the sender, each message from a random one. */
  public TrafficDeclaration flows(int ports) {
    flows = ports;
    return this;
  }

  /** Sets the time from the start of one message to the start of the next. */
  public TrafficDeclaration gap(Distribution distribution) {
    gap = distribution;
    return this;
  }

  /**
   * Has packets arrive with data that are not what was sent, or datagrams where they come in fragments.
   *
   * @param share how many of all, from 0 to 1
   */
  public TrafficDeclaration corrupt(double share) {
    corruptShare = share;
    return this;
  }

  /** Has the sender close its TCP connection, a gap after the last message. */
  public TrafficDeclaration closed() {
    closed = true;
    return this;
  }

  /**
   * Has the sender ask for the card's address before its first message (ARP).
   *
   * @param ns how long after the answer it begins to send
   */
  public TrafficDeclaration arp(long ns) {
    sendsAfterAnswerNs = ns;
    return this;
  }

  public String name() {
    return name;
  }

  public String nic() {
    return nic;
  }

  public int port() {
    return port;
  }

  public int line() {
    return line;
  }

  public Protocol protocol() {
    return protocol;
  }

  public long startNs() {
    return startNs;
  }

  public long count() {
    return count;
  }

  public long payloadBytes() {
    return payloadBytes;
  }

  public int flows() {
    return flows;
  }

  public Distribution gap() {
    return gap;
  }

  /** Which share of the packets is damaged on the way, from 0 to 1. */
  public double corruptShare() {
    return corruptShare;
  }

  public boolean isClosed() {
    return closed;
  }

  /** Whether the sender has to ask for the card's address first. */
  public boolean asksFirst() {
    return sendsAfterAnswerNs != KNOWS_CARD;
  }

  public long sendsAfterAnswerNs() {
    return sendsAfterAnswerNs;
  }
}
