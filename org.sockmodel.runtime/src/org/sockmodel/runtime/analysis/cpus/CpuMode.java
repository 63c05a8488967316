package org.sockmodel.runtime.analysis.cpus;

/** What a CPU's time is spent on. */
public enum CpuMode {
  /** Handlers of device interrupts, of the local timer and of inter-processor interrupts. */
  HARDIRQ,
  /** Softirqs that interrupts or tasks let run at their end. */
  SOFTIRQ,
  /** {@code ksoftirqd}, with the softirqs that it runs. */
  KSOFTIRQD,
  /** Tasks in system calls, and other threads of the kernel. */
  SYSTEM,
  /** Tasks that the trace shows in no system call. */
  USER,
  /** The idle task. */
  IDLE,
  /** Nothing has shown yet what the CPU does. */
  UNKNOWN
}
