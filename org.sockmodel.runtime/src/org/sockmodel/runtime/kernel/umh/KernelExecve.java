package org.sockmodel.runtime.kernel.umh;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;

/** {@code kernel_execve}, {@code fs/exec.c}: looks for the program's file and has the task run it. */
final class KernelExecve extends KernelFunction {

  private final Path path;

  KernelExecve(Path path) {
    super("kernel_execve");
    this.path = path;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc == 0) {
      cpu.walk(frame, path, 1);
    } else {
      cpu.ret(frame, 0);
    }
  }
}
