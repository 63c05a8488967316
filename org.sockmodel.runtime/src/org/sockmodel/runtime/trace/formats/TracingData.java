package org.sockmodel.runtime.trace.formats;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmodel.runtime.trace.bytes.FileCursor;

/**
 * What tells the meaning of records, as trace-cmd and perf take it from tracefs and {@code /proc} into their files:
 * formats of events, addresses of functions and names of tasks. Source: trace-cmd.dat.v6(5),
 * {@code tools/perf/util/trace-event-info.c}.
 */
public final class TracingData {

  /** What it begins with, and so a {@code trace.dat}. */
  public static final byte[] MAGIC = {0x17, 0x08, 0x44, 't', 'r', 'a', 'c', 'i', 'n', 'g'};

  private static final Pattern DATA = Pattern.compile("field: *char data;\\s*offset:(\\d{1,3})");

  /** Texts of the formats by the event's number; they are parsed when an event of that number is met. */
  final Map<Integer, String> formats = new HashMap<>();

  private Supplier<byte[]> kallsyms = () -> new byte[0];
  private byte[] commandLines = {};
  private String machine = "";
  private int dataOffset = 16;

  /**
   * Reads all of it with what stands before it: the first bytes of a {@code trace.dat}.
   *
   * @throws IOException also if it begins otherwise
   */
  public void readWhole(FileCursor file) throws IOException {
    if (!Arrays.equals(file.bytes(MAGIC.length), MAGIC)) {
      throw new IOException("what describes its events is damaged");
    }
    file.text();
    file.bytes(2);
    file.i32();
    read(file);
  }

  /** Reads it in one piece, from behind the size of a page on. */
  public void read(FileCursor file) throws IOException {
    file.text(12);
    takePageFormat(file.text(file.u64()));
    file.text(13);
    file.text(file.u64());
    readFormats(file);
    int systems = file.i32();
    for (int i = 0; i < systems; i++) {
      file.text();
      readFormats(file);
    }
    takeKallsyms(file.bytes(file.i32()));
    file.bytes(file.i32());
    commandLines = file.bytes(file.u64());
  }

  private void readFormats(FileCursor file) throws IOException {
    int count = file.i32();
    for (int i = 0; i < count; i++) {
      takeFormat(file.text(file.u64()));
    }
  }

  /** Takes the text of an event's format; what has no number is left out. */
  public void takeFormat(String text) {
    int id = EventFormat.id(text);
    if (id >= 0) {
      formats.put(id, text);
    }
  }

  /** Takes the text of the format of a page's header. */
  public void takePageFormat(String format) {
    Matcher data = DATA.matcher(format);
    if (data.find()) {
      dataOffset = Integer.parseInt(data.group(1));
    }
  }

  /** Takes the text of {@code /proc/kallsyms}. */
  public void takeKallsyms(byte[] text) {
    kallsyms = () -> text;
  }

  /** Takes where that text is to be had, if it is asked for. */
  public void takeKallsyms(Supplier<byte[]> source) {
    kallsyms = source;
  }

  /** Takes lines of a task's number and name, as of {@code saved_cmdlines}. */
  public void takeCommandLines(byte[] text) {
    commandLines = text;
  }

  /** Takes the machine, as of {@code uname -m}. */
  public void takeMachine(String name) {
    machine = name;
  }

  Supplier<byte[]> kallsyms() {
    return kallsyms;
  }

  public byte[] commandLines() {
    return commandLines;
  }

  /** As of {@code uname -m}; empty if the file does not tell. */
  String machine() {
    return machine;
  }

  /** Where the records of a page of the ring buffer begin. */
  public int dataOffset() {
    return dataOffset;
  }
}
