package org.sockmodel.runtime.workload;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sockmodel.runtime.model.Instruction;

/** What a loop reads: without a number it is over when all of that has ended. */
final class LoopReads {

  private final Set<String> read = new LinkedHashSet<>();
  private final Set<String> renewed = new HashSet<>();

  private LoopReads() {
  }

  /**
   * The variables of the files that a loop reads. None if it opens or closes one of them itself, as a server does that
   * accepts the next connection: an end is not the last one then.
   */
  static List<String> of(List<Instruction> body) {
    LoopReads reads = new LoopReads();
    reads.look(body);
    return Collections.disjoint(reads.read, reads.renewed) ? List.copyOf(reads.read) : List.of();
  }

  /** The variable of the file that a call reads; null if it reads none. */
  static String by(Instruction call) {
    if (call instanceof Instruction.Recv recv) {
      return recv.socket();
    }
    if (call instanceof Instruction.Recvmsg recv) {
      return recv.socket();
    }
    return call instanceof Instruction.Read read ? read.socket() : null;
  }

  private void look(List<Instruction> body) {
    for (Instruction instruction : body) {
      if (instruction instanceof Instruction.Loop loop) {
        look(loop.body());
      } else if (instruction instanceof Instruction.IfErrno branch) {
        look(branch.then());
        look(branch.otherwise());
      } else if (by(instruction) != null) {
        read.add(by(instruction));
      } else {
        renewed.addAll(renewedBy(instruction));
      }
    }
  }

  private static List<String> renewedBy(Instruction call) {
    if (call instanceof Instruction.Socket socket) {
      return List.of(socket.variable());
    }
    if (call instanceof Instruction.Accept accept) {
      return List.of(accept.variable());
    }
    if (call instanceof Instruction.Socketpair pair) {
      return Arrays.asList(pair.first(), pair.second());
    }
    if (call instanceof Instruction.Pipe pipe) {
      return Arrays.asList(pipe.read(), pipe.write());
    }
    return call instanceof Instruction.Close close ? List.of(close.socket()) : List.of();
  }
}
