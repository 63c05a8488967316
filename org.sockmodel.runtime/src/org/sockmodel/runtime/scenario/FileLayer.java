package org.sockmodel.runtime.scenario;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.pipe.Pipe;
import org.sockmodel.runtime.kernel.pipe.PipeEnvironment;
import org.sockmodel.runtime.kernel.pipe.PipeRead;
import org.sockmodel.runtime.kernel.pipe.PipeRelease;
import org.sockmodel.runtime.kernel.pipe.PipeWrite;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.syscall.CloseCall;
import org.sockmodel.runtime.kernel.syscall.PipeCall;
import org.sockmodel.runtime.kernel.syscall.ReceiveCall;
import org.sockmodel.runtime.kernel.syscall.SendCall;
import org.sockmodel.runtime.kernel.syscall.TaskWorkRun;
import org.sockmodel.runtime.kernel.wait.WakeFunction;
import org.sockmodel.runtime.kernel.wait.WakeUp;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.workload.FileCalls;

/** Files on one machine, sockets and pipes: which function calls which. */
final class FileLayer implements FileCalls {

  private final KernelFunction readSocket;
  private final KernelFunction writeSocket;
  private final KernelFunction readPipe;
  private final KernelFunction writePipe;
  private final KernelFunction close;
  private final KernelFunction taskWork;
  private final boolean splitWaits;

  FileLayer(SimulatedMachine machine) {
    Path[] paths = machine.paths();
    Scheduler scheduler = machine.scheduler();
    readSocket = ReceiveCall.read(paths, scheduler);
    writeSocket = SendCall.write(paths, scheduler);
    splitWaits = machine.profile().has("pipe_split_waits");
    PipeEnvironment pipes = new PipeEnvironment(paths, scheduler, WakeUp.pipe(paths),
        WakeFunction.autoremove(paths, scheduler.tryToWakeUp()), machine.profile().copyNsPerByte(), splitWaits);
    KernelFunction read = new PipeRead(pipes);
    KernelFunction write = new PipeWrite(pipes, machine.sendSig());
    readPipe = new PipeCall(Syscall.READ, read, paths, scheduler);
    writePipe = new PipeCall(Syscall.WRITE, write, paths, scheduler);
    KernelFunction releasePipe = new PipeRelease(paths, WakeUp.all(paths));
    CloseCall.Releases releases = file -> file instanceof Sock sock ? sock.ops().release() : releasePipe;
    taskWork = new TaskWorkRun(releases, paths, scheduler);
    close = new CloseCall(releases, machine.profile().has("close_fput_sync"), paths, scheduler);
  }

  @Override
  public KernelFunction readSocket() {
    return readSocket;
  }

  @Override
  public KernelFunction writeSocket() {
    return writeSocket;
  }

  @Override
  public KernelFunction readPipe() {
    return readPipe;
  }

  @Override
  public KernelFunction writePipe() {
    return writePipe;
  }

  @Override
  public KernelFunction close() {
    return close;
  }

  @Override
  public KernelFunction taskWork() {
    return taskWork;
  }

  @Override
  public Pipe newPipe() {
    return new Pipe(splitWaits);
  }
}
