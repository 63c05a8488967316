package org.sockmodel.tests.trace.perf.data;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.EndDirective;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockmodel.tests.trace.Bytes;
import org.sockmodel.tests.trace.Formats;

/**
 * Makes a small {@code perf.data}, whose tracepoint is {@code softirq_exit}. Source:
 * {@code tools/perf/Documentation/perf.data-file-format.txt} and {@code include/uapi/linux/perf_event.h}.
 */
final class PerfFile {

  static final int TRACEPOINT = 2;
  static final int SOFTWARE = 1;
  static final int DUMMY = 9;

  static final long IP = 1;
  static final long TID = 1 << 1;
  static final long TIME = 1 << 2;
  static final long READ = 1 << 4;
  static final long CALLCHAIN = 1 << 5;
  static final long ID = 1 << 6;
  static final long CPU = 1 << 7;
  static final long PERIOD = 1 << 8;
  static final long RAW = 1 << 10;
  static final long IDENTIFIER = 1 << 16;
  /** As perf record samples several tracepoints. */
  static final long USUAL = IDENTIFIER | IP | TID | TIME | CPU | PERIOD | RAW;

  static final long SAMPLE_ID_ALL = 1 << 18;
  static final long WRITE_BACKWARD = 1 << 27;

  private static final int ATTR_BYTES = 136;
  private static final int HEAD_BYTES = 104;
  private static final int PIPE_BYTES = 16;
  private static final int SAMPLE_ID = 1;
  private static final long FIRST_ID = 71;

  private final List<byte[]> attributes = new ArrayList<>();
  private final List<Long> ids = new ArrayList<>();
  private final Bytes records = new Bytes();
  private boolean described = true;
  private boolean folder;

  /** A file of one event that is sampled as usual. */
  static PerfFile usual() {
    return new PerfFile().event(TRACEPOINT, 7, USUAL, 0, SAMPLE_ID_ALL);
  }

  /** Adds an event. */
  PerfFile event(int type, long config, long sampleType, long readFormat, long flags) {
    attributes.add(new Bytes().u32(type).u32(ATTR_BYTES).u64(config).u64(1).u64(sampleType).u64(readFormat).u64(flags)
        .fill(ATTR_BYTES).toArray());
    ids.add(FIRST_ID + ids.size());
    return this;
  }

  PerfFile records(byte[]... added) {
    Arrays.stream(added).forEach(records::bytes);
    return this;
  }

  /** Leaves out what the events are, as perf does when it is killed. */
  PerfFile undescribed() {
    described = false;
    return this;
  }

  /** Says that there are records in other files beside it. */
  PerfFile folder() {
    folder = true;
    return this;
  }

  /** The number by which records name an event. */
  static long id(int event) {
    return FIRST_ID + event;
  }

  /** Any record. */
  static byte[] record(int type, Bytes content) {
    int size = 8 + content.size();
    return new Bytes().u32(type).u16(0).u16(size).bytes(content.toArray()).toArray();
  }

  /** A sample as usual, of a task whose number perf and the kernel call the same. */
  static byte[] sample(int cpu, long timeNs, int tid, int vec) {
    return record(9, new Bytes().u64(id(0)).u64(0xffff).u32(tid).u32(tid).u64(timeNs).u32(cpu).u32(0).u64(1)
        .bytes(raw(tid, vec)));
  }

  /** The tracepoint's record behind its size. */
  static byte[] raw(int tid, int vec) {
    return new Bytes().u32(12).u16(7).u16(0).u32(tid).u32(vec).toArray();
  }

  static byte[] comm(int cpu, long timeNs, int tid, String name) {
    Bytes content = new Bytes().u32(tid).u32(tid).text(name);
    return record(3, content.fill(16 + name.length() / 8 * 8).bytes(end(cpu, timeNs, tid)));
  }

  static byte[] fork(int cpu, long timeNs, int tid, int parent) {
    return record(7, new Bytes().u32(tid).u32(parent).u32(tid).u32(parent).u64(timeNs).bytes(end(cpu, timeNs, tid)));
  }

  static byte[] lost(int cpu, long timeNs, long count) {
    return record(2, new Bytes().u64(id(0)).u64(count).bytes(end(cpu, timeNs, 0)));
  }

  static byte[] lostSamples(long count) {
    return record(13, new Bytes().u64(count).bytes(end(0, 0, 0)));
  }

  /** What is the same at the end of all records but samples. */
  private static byte[] end(int cpu, long timeNs, int tid) {
    return new Bytes().u32(tid).u32(tid).u64(timeNs).u32(cpu).u32(0).u64(timeNs == 0 ? 0 : id(0)).toArray();
  }

  /** The records compressed, cut into pieces that end anywhere. */
  PerfFile compressed(int type, int pieceBytes) {
    byte[] plain = records.toArray();
    PerfFile packed = new PerfFile();
    packed.attributes.addAll(attributes);
    packed.ids.addAll(ids);
    try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      for (int at = 0; at < plain.length; at += pieceBytes) {
        ByteBuffer in = ByteBuffer.allocateDirect(pieceBytes);
        in.put(plain, at, Math.min(pieceBytes, plain.length - at)).flip();
        ByteBuffer out = ByteBuffer.allocateDirect(4096);
        zstd.compressDirectByteBufferStream(out, in, EndDirective.FLUSH);
        byte[] piece = new byte[out.flip().remaining()];
        out.get(piece);
        Bytes content = type == 81 ? new Bytes() : new Bytes().u64(piece.length);
        content.bytes(piece);
        packed.records(record(type, type == 81 ? content : content.fill((content.size() + 7) / 8 * 8)));
      }
    }
    return packed;
  }

  /** The records alone, as in a file beside the first one. */
  byte[] toRecords() {
    return records.toArray();
  }

  /** As {@code perf record} writes a file. */
  byte[] toArray() {
    int idsStart = HEAD_BYTES;
    int attributesStart = idsStart + ids.size() * Long.BYTES;
    int dataStart = attributesStart + attributes.size() * (ATTR_BYTES + 16);
    int features = (described ? 1 : 0) + (folder ? 1 : 0) + 1;
    int featuresStart = dataStart + records.size() + features * 16;
    Bytes release = new Bytes().u32(8).text("6.18.0\0\0");
    Bytes file = new Bytes().text("PERFILE2").u64(HEAD_BYTES).u64(ATTR_BYTES + 16).u64(attributesStart)
        .u64((long) attributes.size() * (ATTR_BYTES + 16)).u64(dataStart).u64(records.size()).u64(0).u64(0)
        .u64((described ? 1 << 1 : 0) | 1 << 4 | (folder ? 1 << 24 : 0)).u64(0).u64(0).u64(0);
    ids.forEach(file::u64);
    for (int i = 0; i < attributes.size(); i++) {
      file.bytes(attributes.get(i)).u64(idsStart + i * 8L).u64(Long.BYTES);
    }
    file.bytes(records.toArray());
    byte[] tracing = tracingData();
    if (described) {
      file.u64(featuresStart).u64(tracing.length);
    }
    int releaseStart = featuresStart + (described ? tracing.length : 0);
    file.u64(releaseStart).u64(release.size());
    if (folder) {
      file.u64(releaseStart + release.size()).u64(8);
    }
    return file.bytes(described ? tracing : new byte[0]).bytes(release.toArray()).u64(1).toArray();
  }

  /** As {@code perf record -o -} writes into a pipe. */
  byte[] toPipe() {
    Bytes file = new Bytes().text("PERFILE2").u64(PIPE_BYTES);
    for (int i = 0; i < attributes.size(); i++) {
      file.bytes(record(64, new Bytes().bytes(attributes.get(i)).u64(ids.get(i))));
    }
    byte[] tracing = tracingData();
    int aligned = (tracing.length + 7) / 8 * 8;
    file.bytes(record(66, new Bytes().u32(aligned))).bytes(Arrays.copyOf(tracing, aligned));
    file.bytes(record(80, new Bytes().u64(4).u32(8).text("6.18.0\0\0")));
    return file.bytes(records.toArray()).toArray();
  }

  private static byte[] tracingData() {
    return new Bytes().u16(0x0817).text("Dtracing0.6\0\0\b").u32(4096).text("header_page\0").sized("")
        .text("header_event\0").sized("").u32(0).u32(1).text("irq\0").u32(1)
        .sized(Formats.SOFTIRQ_EXIT).u32(0).u32(0).sized("").toArray();
  }
}
