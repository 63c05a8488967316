package org.sockmodel.runtime.scenario;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.signal.DeliverSignals;
import org.sockmodel.runtime.kernel.signal.DoSigtimedwait;
import org.sockmodel.runtime.kernel.signal.SendSignal;
import org.sockmodel.runtime.kernel.syscall.SigtimedwaitCall;
import org.sockmodel.runtime.kernel.syscall.TgkillCall;
import org.sockmodel.runtime.workload.SignalCalls;

/** Signals on one machine: which function calls which. */
final class SignalLayer implements SignalCalls {

  private final KernelFunction deliver;
  private final KernelFunction tgkill;
  private final KernelFunction sigtimedwait;

  SignalLayer(SimulatedMachine machine) {
    Path[] paths = machine.paths();
    Scheduler scheduler = machine.scheduler();
    deliver = new DeliverSignals(paths, scheduler);
    machine.softirqs().onSignal(deliver);
    tgkill = new TgkillCall(SendSignal.toThread(paths, scheduler), paths, scheduler);
    sigtimedwait = new SigtimedwaitCall(new DoSigtimedwait(paths, scheduler), paths, scheduler);
  }

  @Override
  public KernelFunction deliver() {
    return deliver;
  }

  @Override
  public KernelFunction tgkill() {
    return tgkill;
  }

  @Override
  public KernelFunction sigtimedwait() {
    return sigtimedwait;
  }
}
