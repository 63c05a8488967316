import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The yardstick for readers of traces: the least that a Java program can do that looks at every event once. It knows
 * the one layout that this project writes, checks nothing and merges nothing: of every event it takes the time, the CPU
 * and the kind, and adds them up.
 *
 * <p>{@code MinimalReader FOLDER} reads CTF, {@code MinimalReader FILE} the text of ftrace, with its flags or without.
 * Of CTF, which tells how long each field is, it passes over the fields; {@code MinimalReader FOLDER values} parses
 * them: it adds up what they hold too, numbers by their sizes and texts byte by byte.
 */
public final class MinimalReader {

  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final Pattern EVENT =
      Pattern.compile("id = (\\d+);\\s+stream_id = 0;\\s+fields := struct \\{(.*?)\\};", Pattern.DOTALL);

  private static final int BUFFER_BYTES = 1 << 18;
  private static final int PACKET_HEADER_BYTES = 84;
  private static final int CONTEXT_BYTES = 20;
  private static final int STRING = -1;

  private final boolean values;
  private byte[] buffer = new byte[BUFFER_BYTES];
  private long events;
  private long sum;

  private MinimalReader(boolean values) {
    this.values = values;
  }

  public static void main(String[] args) throws IOException {
    MinimalReader reader = new MinimalReader(args.length > 1);
    Path trace = Path.of(args[0]);
    if (Files.isDirectory(trace)) {
      reader.ctf(trace);
    } else {
      reader.text(trace);
    }
    System.out.println(reader.events + " events, " + reader.sum);
  }

  private void ctf(Path folder) throws IOException {
    int[][] layouts = layouts(Files.readString(folder.resolve("metadata")));
    List<Path> streams;
    try (Stream<Path> files = Files.list(folder)) {
      streams = files.filter(file -> file.getFileName().toString().startsWith("channel")).sorted().toList();
    }
    for (Path stream : streams) {
      try (InputStream in = Files.newInputStream(stream)) {
        byte[] head = new byte[PACKET_HEADER_BYTES];
        while (in.readNBytes(head, 0, head.length) == head.length) {
          int content = (int) ((long) LONG.get(head, 48) / 8) - head.length;
          int size = (int) ((long) LONG.get(head, 56) / 8) - head.length;
          byte[] packet = packet(in, size);
          packet(packet, content, (long) LONG.get(head, 32), (int) INT.get(head, 80), layouts);
        }
      }
    }
  }

  private byte[] packet(InputStream in, int size) throws IOException {
    if (buffer.length < size + 16) {
      buffer = new byte[size + 16];
    }
    in.readNBytes(buffer, 0, size);
    return buffer;
  }

  private void packet(byte[] bytes, int end, long begin, int cpu, int[][] layouts) {
    long clock = begin;
    int at = 0;
    while (at < end) {
      int word = (int) INT.get(bytes, at);
      int id = word & 31;
      if (id == 31) {
        id = (int) INT.get(bytes, at + 1);
        clock = (long) LONG.get(bytes, at + 5);
        at += 13;
      } else {
        clock += (word >>> 5) - clock & (1 << 27) - 1;
        at += 4;
      }
      if (values) {
        sum += (int) INT.get(bytes, at) + text(bytes, at + 4, at + CONTEXT_BYTES);
        at = parse(bytes, at + CONTEXT_BYTES, layouts[id]);
      } else {
        at = skip(bytes, at + CONTEXT_BYTES, layouts[id]);
      }
      events++;
      sum += clock ^ id ^ cpu;
    }
  }

  private static int skip(byte[] bytes, int start, int[] fields) {
    int at = start;
    for (int field : fields) {
      if (field == STRING) {
        while (bytes[at++] != 0) {
          continue;
        }
      } else {
        at += field;
      }
    }
    return at;
  }

  /** Adds up what the fields hold. */
  private int parse(byte[] bytes, int start, int[] fields) {
    int at = start;
    for (int field : fields) {
      switch (field) {
        case STRING -> {
          int end = at;
          while (bytes[end] != 0) {
            end++;
          }
          sum += text(bytes, at, end);
          at = end + 1;
        }
        case 8 -> sum += (long) LONG.get(bytes, at);
        case 4 -> sum += (int) INT.get(bytes, at);
        case 2 -> sum += (short) SHORT.get(bytes, at);
        case 1 -> sum += bytes[at];
        default -> sum += text(bytes, at, at + field);
      }
      at += Math.max(0, field);
    }
    return at;
  }

  private static int text(byte[] bytes, int start, int end) {
    int hash = 0;
    for (int at = start; at < end && bytes[at] != 0; at++) {
      hash = hash * 31 + bytes[at];
    }
    return hash;
  }

  /** Bytes of an event's fields; where they are passed over, strings apart from the rest. */
  private int[][] layouts(String metadata) {
    List<int[]> layouts = new ArrayList<>();
    Matcher event = EVENT.matcher(metadata);
    while (event.find()) {
      int id = Integer.parseInt(event.group(1));
      while (layouts.size() <= id) {
        layouts.add(new int[0]);
      }
      List<Integer> sizes = new ArrayList<>();
      for (String field : event.group(2).trim().split(";")) {
        String text = field.trim();
        int size = text.isEmpty() ? 0 : text.startsWith("string") ? STRING : text.endsWith("[16]") ? 16
            : text.contains("64_t") || text.startsWith("pointer_t") || text.startsWith("unsigned long") ? 8
            : text.contains("32_t") ? 4 : text.contains("16_t") ? 2 : 1;
        int last = sizes.size() - 1;
        if (!values && size > 0 && last >= 0 && sizes.get(last) > 0) {
          sizes.set(last, sizes.get(last) + size);
        } else if (size != 0) {
          sizes.add(size);
        }
      }
      layouts.set(id, sizes.stream().mapToInt(Integer::intValue).toArray());
    }
    return layouts.toArray(int[][]::new);
  }

  private void text(Path file) throws IOException {
    byte[] bytes = new byte[BUFFER_BYTES];
    int limit = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int count; (count = in.read(bytes, limit, bytes.length - limit)) > 0;) {
        limit += count;
        int start = 0;
        for (int at = 0; at < limit; at++) {
          if (bytes[at] == '\n') {
            line(bytes, start, at);
            start = at + 1;
          }
        }
        System.arraycopy(bytes, start, bytes, 0, limit - start);
        limit -= start;
      }
    }
  }

  private void line(byte[] bytes, int start, int end) {
    if (start == end || bytes[start] != ' ') {
      return;
    }
    int at = start;
    while (bytes[at] != '[' || bytes[at - 1] != ' ') {
      at++;
    }
    int cpu = 0;
    while (bytes[++at] != ']') {
      cpu = cpu * 10 + bytes[at] - '0';
    }
    at = blanks(bytes, at + 1);
    if (bytes[at] < '0' || bytes[at] > '9') {
      while (bytes[at] != ' ') {
        at++;
      }
      at = blanks(bytes, at);
    }
    long time = 0;
    for (; bytes[at] != ':'; at++) {
      time = bytes[at] == '.' ? time : time * 10 + bytes[at] - '0';
    }
    int name = 0;
    for (at += 2; at < end && bytes[at] != ':' && bytes[at] != '('; at++) {
      name = name * 31 + bytes[at];
    }
    events++;
    sum += time ^ name ^ cpu;
  }

  private static int blanks(byte[] bytes, int start) {
    int at = start;
    while (bytes[at] == ' ') {
      at++;
    }
    return at;
  }
}
