package org.sockmodel.runtime.trace.ctf;

import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.IntegerType;

/** Makes the stretches that a {@link ByteDecoder} follows while a structure is compiled, or gives up. */
final class ByteProgram {

  /** The longest stretch. */
  static final int MAX_STRETCH_BYTES = 2047;

  private static final int MAX_STRETCHES = 256;

  private final ByteStretch first = new ByteStretch();
  private ByteStretch before;
  private ByteStretch stretch = first;
  private int count = 1;
  private boolean possible = true;

  void giveUp() {
    possible = false;
  }

  void integer(IntegerType integer, int target) {
    int bytes = integer.size() / 8;
    if (integer.size() % 8 != 0 || bytes > Long.BYTES || integer.bigEndian() && bytes > 1
        || target == DecodePlan.TASK_COMM) {
      giveUp();
      return;
    }
    if (target == DecodePlan.TASK_TID) {
      possible &= bytes >= Integer.BYTES;
      stretch.setTid();
    } else if (target != DecodePlan.SKIPPED) {
      stretch.addInteger(target, integer.size(), integer.signed());
    }
    skip(integer.size());
  }

  void string(int target) {
    possible &= target != DecodePlan.TASK_TID;
    end(target == DecodePlan.SKIPPED ? ByteStretch.Ending.SKIPPED_STRING
        : target == DecodePlan.TASK_COMM ? ByteStretch.Ending.COMM_STRING : ByteStretch.Ending.STRING, target);
  }

  void characters(int count, int target) {
    if (count > MAX_STRETCH_BYTES) {
      giveUp();
      return;
    }
    if (target == DecodePlan.TASK_COMM) {
      possible &= count == CtfLayout.COMM_BYTES;
      stretch.setComm();
    } else if (target != DecodePlan.SKIPPED) {
      stretch.addCharacters(target, count);
    }
    skip(count * 8L);
  }

  void align(int bytes) {
    end(ByteStretch.Ending.ALIGNMENT, bytes);
  }

  void skip(long bits) {
    if (bits % 8 != 0 || bits / 8 > MAX_STRETCH_BYTES - stretch.bytes) {
      giveUp();
    } else {
      stretch.bytes += (int) (bits / 8);
    }
  }

  /** The first stretch, or null if the structure needs a {@link BitDecoder}. */
  ByteStretch first() {
    if (before != null && stretch.bytes == 0) {
      before.next = null;
    }
    return possible ? first : null;
  }

  private void end(ByteStretch.Ending ending, int argument) {
    if (count++ == MAX_STRETCHES) {
      giveUp();
      return;
    }
    stretch.ending = ending;
    stretch.endingArgument = argument;
    stretch.next = new ByteStretch();
    before = stretch;
    stretch = stretch.next;
  }
}
