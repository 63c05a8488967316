package org.sockmodel.runtime.analysis.conform.rule;

import java.util.Set;
import org.sockmodel.runtime.analysis.conform.step.Step;

/** Calls on files that are no sockets, and sleeps: how a program looks at others and waits between its steps. */
final class FileCalls implements Rule {

  /** Calls that need not be about a socket. */
  static final Set<String> NAMES = Set.of("read", "readv", "pread64", "write", "writev", "pwrite64", "open", "openat",
      "close", "fcntl", "ioctl", "clock_nanosleep", "nanosleep", "futex", "mmap", "munmap", "mprotect", "brk");

  @Override
  public String name() {
    return "calls on other files, and sleeps";
  }

  @Override
  public boolean covers(Step step, Scope scope) {
    Owner owner = scope.owner(step);
    return owner.call() != null && scope.isFileCall(owner.call());
  }
}
