package org.sockmodel.runtime.analysis.state;

/** Is told of interrupts, tasks and system calls. Every method does nothing unless overridden. */
public interface KernelListener extends InterruptListener, TaskListener, SyscallListener {
}
