package org.sockmodel.runtime.trace.ctf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.trace.TraceException;

/**
 * Finds the files that hold one stream after another, as LTTng writes with {@code --tracefile-size}: packets are
 * numbered on, and what was lost is counted on, from one to the next. The names of files do not tell the order, since
 * the oldest is overwritten where {@code --tracefile-count} allows no more.
 */
final class RotatedFiles {

  private static final Comparator<CtfPacket> ORDER = Comparator.comparingLong(CtfPacket::number)
      .thenComparing(CtfPacket::beginTicks, Long::compareUnsigned);

  private RotatedFiles() {
  }

  /**
   * Opens the first packet of each file, and links those of the same stream in the order in which they were written;
   * they take each other's places in the list in that order, so that it holds for events of the same time, too.
   *
   * @param files none of which was opened
   * @throws TraceException if a later file does not tell its times but from the end of the one before on
   */
  static void link(List<CtfStream> files) throws TraceException {
    Map<List<Object>, List<Integer>> placesOfStream = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).openFirstPacket()) {
        placesOfStream.computeIfAbsent(stream(files.get(i).packet()), any -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> places : placesOfStream.values()) {
      link(files, places);
    }
  }

  /** What a packet tells of the stream that it is of. As a record it would cost Java ten milliseconds to compare. */
  private static List<Object> stream(CtfPacket packet) {
    return List.of(packet.layout(), packet.instance(), packet.cpu());
  }

  private static void link(List<CtfStream> files, List<Integer> places) throws TraceException {
    List<CtfStream> inOrder =
        places.stream().map(files::get).sorted(Comparator.comparing(CtfStream::packet, ORDER)).toList();
    for (int i = 0; i < inOrder.size(); i++) {
      refuseIfTimesWrap(inOrder.get(i).packet(), inOrder.get(0).packet());
      files.set(places.get(i), inOrder.get(i));
      if (i > 0) {
        inOrder.get(i - 1).setAfter(inOrder.get(i));
      }
    }
  }

  /** Packets that are numbered on from one file to the next are of one stream. */
  private static void refuseIfTimesWrap(CtfPacket packet, CtfPacket first) throws TraceException {
    int bits = packet.layout().bits(DecodePlan.SLOT_TIMESTAMP_BEGIN);
    if (first.number() >= 0 && packet.number() > first.number() && bits < Long.SIZE
        && packet.layout().headerShape().timeBits < Long.SIZE) {
      throw new TraceException("the trace is in several files for a CPU whose packets tell "
          + (bits == 0 ? "no times" : bits + " bits of their times") + ", so that a later file does not say when it"
          + " begins; record without a limit of the size of files");
    }
  }
}
