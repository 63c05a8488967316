package org.sockmodel.runtime.trace.ctf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * Writes the stream file of one CPU, packet by packet ({@link CtfLayout}). Memory: one packet.
 *
 * <p>Time never runs backwards within a stream: an event that is earlier than the one before gets the time of that.
 */
final class CtfStreamWriter {

  /** Packets hold at most this many bytes, unless one event alone is larger. */
  static final int PACKET_BYTES = 1 << 16;

  private static final int TASK_BYTES = 4 + CtfLayout.COMM_BYTES;
  private static final int MOST_BEFORE_FIELDS = CtfLayout.EXTENDED_BYTES + TASK_BYTES;

  private final OutputStream out;
  private final CtfNameBytes texts;
  private final boolean taskContext;
  private byte[] packet = new byte[PACKET_BYTES + CtfEventWriter.SLACK_BYTES];
  private int position = CtfLayout.FIRST_EVENT;
  private boolean hasEvents;
  private long beginNs;
  private long lastNs;
  private long sequence;
  private long discarded;
  private boolean discardedUnsaid;

  CtfStreamWriter(Path file, int cpu, UUID uuid, CtfNameBytes texts, boolean taskContext) throws IOException {
    this.texts = texts;
    this.taskContext = taskContext;
    this.out = Files.newOutputStream(file);
    LittleEndian.put32(packet, 0, CtfLayout.MAGIC);
    LittleEndian.put64(packet, 4, Long.reverseBytes(uuid.getMostSignificantBits()));
    LittleEndian.put64(packet, 12, Long.reverseBytes(uuid.getLeastSignificantBits()));
    LittleEndian.put64(packet, CtfLayout.STREAM_INSTANCE_ID, cpu);
    LittleEndian.put32(packet, CtfLayout.CPU_ID, cpu);
  }

  void write(CtfEventWriter writer, TraceEvent event) {
    if (lacks(writer.mostBytes()) && lacks(writer.size(event))) {
      makeRoom(writer.size(event));
    }
    long timeNs = Math.max(event.timeNs(), lastNs);
    if (!hasEvents) {
      hasEvents = true;
      beginNs = timeNs;
      lastNs = timeNs;
    }
    position = header(writer.id(), timeNs);
    lastNs = timeNs;
    if (taskContext) {
      LittleEndian.put32(packet, position, event.tid());
      texts.putComm(event.comm(), packet, position + 4);
      position += TASK_BYTES;
    }
    position = writer.write(event, packet, position);
  }

  /** Counts lost events: a reader is to learn of them between the events before and after. */
  void lost(long count) {
    if (hasEvents) {
      flush();
    }
    discarded += Math.max(count, 1);
    discardedUnsaid = true;
  }

  /** Writes what is left; a stream has at least one packet. */
  void close() throws IOException {
    try (out) {
      if (hasEvents || discardedUnsaid || sequence == 0) {
        flush();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Gives up; the file is somebody else's to delete. */
  void abort() {
    try {
      out.close();
    } catch (IOException e) {
      // What could not be written is not wanted any more.
      hasEvents = false;
    }
  }

  private int header(int id, long timeNs) {
    if (id < CtfLayout.EXTENDED && timeNs - lastNs <= CtfLayout.TIMESTAMP_MASK) {
      LittleEndian.put32(packet, position, id | (int) timeNs << CtfLayout.ID_BITS);
      return position + 4;
    }
    packet[position] = CtfLayout.EXTENDED;
    LittleEndian.put32(packet, position + 1, id);
    LittleEndian.put64(packet, position + 5, timeNs);
    return position + CtfLayout.EXTENDED_BYTES;
  }

  /** Whether the packet has not room for so many bytes of fields. */
  private boolean lacks(int fieldBytes) {
    return position + MOST_BEFORE_FIELDS + fieldBytes > packet.length - CtfEventWriter.SLACK_BYTES;
  }

  private void makeRoom(int fieldBytes) {
    if (hasEvents) {
      flush();
    }
    if (lacks(fieldBytes)) {
      packet = Arrays.copyOf(packet, padded(position + MOST_BEFORE_FIELDS + fieldBytes) + CtfEventWriter.SLACK_BYTES);
    }
  }

  private void flush() {
    int size = padded(position);
    Arrays.fill(packet, position, size, (byte) 0);
    LittleEndian.put64(packet, CtfLayout.TIMESTAMP_BEGIN, hasEvents ? beginNs : lastNs);
    LittleEndian.put64(packet, CtfLayout.TIMESTAMP_END, lastNs);
    LittleEndian.put64(packet, CtfLayout.CONTENT_SIZE, position * 8L);
    LittleEndian.put64(packet, CtfLayout.PACKET_SIZE, size * 8L);
    LittleEndian.put64(packet, CtfLayout.PACKET_SEQ_NUM, sequence++);
    LittleEndian.put64(packet, CtfLayout.EVENTS_DISCARDED, discarded);
    try {
      out.write(packet, 0, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    position = CtfLayout.FIRST_EVENT;
    hasEvents = false;
    discardedUnsaid = false;
  }

  private static int padded(int bytes) {
    return bytes + CtfLayout.PACKET_ALIGNMENT - 1 & -CtfLayout.PACKET_ALIGNMENT;
  }
}
