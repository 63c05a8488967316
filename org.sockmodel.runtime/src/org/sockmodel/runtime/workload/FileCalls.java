package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.pipe.Pipe;

/** The system calls on files of any kind; see {@code kernel.syscall} for their locals. */
public interface FileCalls {

  /** {@code read(2)} of a socket. */
  KernelFunction readSocket();

  /** {@code write(2)} of a socket. */
  KernelFunction writeSocket();

  /** {@code read(2)} of a pipe. */
  KernelFunction readPipe();

  /** {@code write(2)} of a pipe. */
  KernelFunction writePipe();

  /** {@code close(2)} of any file. */
  KernelFunction close();

  /** What releases a file that was closed while a call used it. */
  KernelFunction taskWork();

  /** The pipe that {@code pipe2(2)} makes, in no time. */
  Pipe newPipe();
}
