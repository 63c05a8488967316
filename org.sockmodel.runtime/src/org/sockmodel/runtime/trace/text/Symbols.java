package org.sockmodel.runtime.trace.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sockmodel.runtime.trace.bytes.ByteOutput;
import org.sockmodel.runtime.trace.bytes.Literal;

/**
 * Values that the kernel prints as names. Source: {@code include/trace/events/sched.h}, {@code sock.h}, {@code irq.h},
 * {@code timer.h}.
 */
final class Symbols {

  /** Names of softirqs by vector, {@code show_softirq_name}. */
  private static final String[] SOFTIRQS = {
      "HI", "TIMER", "NET_TX", "NET_RX", "BLOCK", "IRQ_POLL", "TASKLET", "SCHED", "HRTIMER", "RCU"};

  /** Letters of task states by bit, {@code __trace_sched_switch_state}; no bit is R. */
  static final String STATES = "SDTtXZPI";

  /** The letters of libtraceevent's plugin ({@code plugin_sched_switch.c}), which stayed with an older kernel. */
  static final String PLUGIN_STATES = "SDTtZXxW";

  /** Added to a state if the task was preempted, {@code TASK_REPORT_MAX}. */
  private static final long PREEMPTED = 0x100;

  private static final String[] MODE_FLAGS = {"REL", "PINNED", "SOFT", "HARD"};

  private static final Literal ACTION = new Literal(" [action=");
  private static final Literal AF_INET = new Literal("AF_INET");
  private static final Literal IPPROTO_TCP = new Literal("IPPROTO_TCP");
  private static final Literal IPPROTO_UDP = new Literal("IPPROTO_UDP");
  private static final Literal[] SOFTIRQ_LITERALS = Arrays.stream(SOFTIRQS).map(Literal::new).toArray(Literal[]::new);

  private Symbols() {
  }

  static long readState(TextCursor cursor, String letters) {
    int letter = cursor.peek();
    if (letter >= '0' && letter <= '9') {
      return cursor.decimal();
    }
    long state = 0;
    while (letter != 0 && letter != ' ') {
      int bit = letters.indexOf(letter);
      if (bit >= 0) {
        state |= 1L << bit;
      } else if (letter == '+') {
        state |= PREEMPTED;
      }
      cursor.moveTo(cursor.position() + 1);
      letter = cursor.peek();
    }
    return state;
  }

  static void printState(long state, ByteOutput out) {
    if (state == 0) {
      out.put('R');
      return;
    }
    boolean printed = false;
    for (int bit = 0; bit < STATES.length(); bit++) {
      if ((state >>> bit & 1) != 0) {
        if (printed) {
          out.put('|');
        }
        out.put(STATES.charAt(bit));
        printed = true;
      }
    }
    if (!printed) {
      out.put('R');
    }
    if ((state & PREEMPTED) != 0) {
      out.put('+');
    }
  }

  static void printSoftirq(long vector, ByteOutput out) {
    out.decimal(vector).put(ACTION);
    if (vector >= 0 && vector < SOFTIRQS.length) {
      out.put(SOFTIRQ_LITERALS[(int) vector]);
    } else {
      out.decimal(vector);
    }
    out.put(']');
  }

  /** Reads {@code AF_INET}, {@code 0x1} or a number. */
  static long readFamily(TextCursor cursor) {
    if (cursor.peek() != 'A') {
      return cursor.decimal();
    }
    int start = cursor.position();
    cursor.word();
    return isLonger(cursor, start, "AF_INET") ? 10 : 2;
  }

  static void printFamily(long family, ByteOutput out) {
    if (family == 2) {
      out.put(AF_INET);
    } else if (family == 10) {
      out.put(AF_INET).put('6');
    } else {
      out.put('0').put('x').hex(family, 1);
    }
  }

  /** Reads {@code IPPROTO_TCP}, {@code 0x6} or a number. */
  static long readProtocol(TextCursor cursor) {
    if (cursor.peek() != 'I') {
      return cursor.decimal();
    }
    int start = cursor.position();
    cursor.word();
    String name = new String(cursor.bytes(), start, cursor.position() - start, StandardCharsets.UTF_8);
    return switch (name) {
      case "IPPROTO_TCP" -> 6;
      case "IPPROTO_UDP" -> 17;
      case "IPPROTO_DCCP" -> 33;
      case "IPPROTO_SCTP" -> 132;
      case "IPPROTO_MPTCP" -> 262;
      default -> 0;
    };
  }

  static void printProtocol(long protocol, ByteOutput out) {
    switch ((int) protocol) {
      case 6 -> out.put(IPPROTO_TCP);
      case 17 -> out.put(IPPROTO_UDP);
      case 33 -> out.put("IPPROTO_DCCP");
      case 132 -> out.put("IPPROTO_SCTP");
      case 262 -> out.put("IPPROTO_MPTCP");
      default -> out.put('0').put('x').hex(protocol, 1);
    }
  }

  /** Reads {@code ABS|PINNED|HARD}; each flag is a bit of {@code enum hrtimer_mode}. */
  static long readMode(TextCursor cursor) {
    if (cursor.peek() >= '0' && cursor.peek() <= '9') {
      return cursor.decimal();
    }
    int start = cursor.position();
    cursor.word();
    String flags = new String(cursor.bytes(), start, cursor.position() - start,
        StandardCharsets.UTF_8);
    long mode = 0;
    for (int bit = 0; bit < MODE_FLAGS.length; bit++) {
      if (flags.contains(MODE_FLAGS[bit])) {
        mode |= 1L << bit;
      }
    }
    return mode;
  }

  static void printMode(long mode, ByteOutput out) {
    if (mode < 0 || mode >= 1L << MODE_FLAGS.length) {
      out.decimal(mode);
      return;
    }
    out.put((mode & 1) != 0 ? "REL" : "ABS");
    for (int bit = 1; bit < MODE_FLAGS.length; bit++) {
      if ((mode >>> bit & 1) != 0) {
        out.put('|').put(MODE_FLAGS[bit]);
      }
    }
  }

  private static boolean isLonger(TextCursor cursor, int start, String name) {
    return cursor.position() - start > name.length();
  }
}
