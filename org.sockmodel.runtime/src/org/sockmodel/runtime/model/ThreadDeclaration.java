package org.sockmodel.runtime.model;

import java.util.List;

/** One thread of a workload and the program it runs. */
public final class ThreadDeclaration {

  /** {@link #cpu} of a thread that may run on any CPU. */
  public static final int UNPINNED = -1;

  /** {@code TASK_COMM_LEN}, {@code include/linux/sched.h}: as much of a thread's name as a trace shows. */
  private static final int COMM_LENGTH = 15;

  private final String name;
  private final int line;
  private int cpu = UNPINNED;
  private int nice;
  private boolean startedByThread;
  private List<Instruction> program = List.of();

  public ThreadDeclaration(String name, int line) {
    this.name = name;
    this.line = line;
  }

  /** {@code strscpy} of {@code task_struct.comm}: what the kernel keeps of a thread's name. */
  public static String comm(String name) {
    return name.length() > COMM_LENGTH ? name.substring(0, COMM_LENGTH) : name;
  }

  /** Binds the thread to a CPU ({@code sched_setaffinity}). */
  public ThreadDeclaration cpu(int number) {
    cpu = number;
    return this;
  }

  /** {@code nice(2)}, from -20 to 19; 0 unless it is said. */
  public ThreadDeclaration nice(int value) {
    nice = value;
    return this;
  }

  /** The thread does not run from the beginning but when a {@link Instruction.StartThread} names it. */
  public ThreadDeclaration startedByThread() {
    startedByThread = true;
    return this;
  }

  /** What the thread does; it ends behind the last instruction. */
  public ThreadDeclaration program(Instruction... instructions) {
    program = List.of(instructions);
    return this;
  }

  public String name() {
    return name;
  }

  public int line() {
    return line;
  }

  /** The CPU the thread is bound to, or {@link #UNPINNED}. */
  public int cpu() {
    return cpu;
  }

  /** From -20, most favoured, to 19. */
  public int nice() {
    return nice;
  }

  public boolean isStartedByThread() {
    return startedByThread;
  }

  public List<Instruction> program() {
    return program;
  }
}
