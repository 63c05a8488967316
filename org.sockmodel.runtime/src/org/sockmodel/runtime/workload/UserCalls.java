package org.sockmodel.runtime.workload;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.workload.time.RandomTimes;

/** Binds each instruction to the system call that it makes, once, when a program is prepared: by topic. */
final class UserCalls {

  private final List<Function<Instruction, UserCall>> topics;

  /**
   * @param times makes the times that threads compute
   */
  UserCalls(SystemCalls kernel, RandomTimes times) {
    topics = List.of(new SocketInstructions(kernel)::of, new ThreadInstructions(kernel, times)::of,
        new FileInstructions(kernel.files())::of, new PollInstructions(kernel.polling())::of,
        new SignalInstructions(kernel.signals())::of, new ConnectionInstructions(kernel)::of);
  }

  /** What a thread does for an instruction that is no loop and no branch. */
  UserCall of(Instruction instruction) {
    return topics.stream().map(topic -> topic.apply(instruction)).filter(Objects::nonNull).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(instruction.toString()));
  }
}
