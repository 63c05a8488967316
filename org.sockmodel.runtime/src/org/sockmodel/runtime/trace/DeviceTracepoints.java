package org.sockmodel.runtime.trace;

import static org.sockmodel.runtime.trace.Field.Kind.POINTER;
import static org.sockmodel.runtime.trace.Field.Kind.TEXT;
import static org.sockmodel.runtime.trace.Field.Kind.U32;

import java.util.List;

/**
 * What a network card does by itself, before any code runs: the one kind of event that is not the kernel's. A real
 * machine shows it only with a capture at the card; a simulated card shows it always.
 */
public final class DeviceTracepoints {

  /** The card has received a packet whole, and goes on to write it to memory, for the CPU that takes its interrupt. */
  public static final class NicRx {

    public static final int DEV = 0;
    public static final int QUEUE = 1;
    public static final int SKBADDR = 2;
    public static final int LEN = 3;
    public static final Tracepoint TRACEPOINT = new Tracepoint(46, "nic_rx", List.of(
        new Field("dev", TEXT), new Field("queue", U32), new Field("skbaddr", POINTER), new Field("len", U32)));

    private NicRx() {
    }
  }

  /** The card loses a received packet since its ring is full: what {@code rx_missed_errors} counts. */
  public static final class NicDrop {

    public static final int DEV = 0;
    public static final int QUEUE = 1;
    public static final int LEN = 2;
    public static final Tracepoint TRACEPOINT = new Tracepoint(47, "nic_drop", List.of(
        new Field("dev", TEXT), new Field("queue", U32), new Field("len", U32)));

    private NicDrop() {
    }
  }

  /** The card has written a packet to memory, where that took time; otherwise {@link NicRx} says so too. */
  public static final class NicDma {

    public static final int DEV = 0;
    public static final int QUEUE = 1;
    public static final int SKBADDR = 2;
    public static final Tracepoint TRACEPOINT = new Tracepoint(48, "nic_dma", List.of(
        new Field("dev", TEXT), new Field("queue", U32), new Field("skbaddr", POINTER)));

    private NicDma() {
    }
  }

  static final List<Tracepoint> ALL = List.of(NicRx.TRACEPOINT, NicDrop.TRACEPOINT, NicDma.TRACEPOINT);

  private DeviceTracepoints() {
  }
}
