package org.sockmodel.runtime.kernel.nic;

/** A timer whose driver chooses it anew from what its polls bring. */
abstract class AdaptiveTimer extends InterruptModeration {

  private final InterruptModeration timer;

  /**
   * @param timer what holds the interrupts back, by what is chosen
   */
  AdaptiveTimer(InterruptModeration timer) {
    this.timer = timer;
  }

  final InterruptModeration timer() {
    return timer;
  }

  @Override
  final void attach(InterruptVector vector) {
    timer.attach(vector);
  }

  @Override
  final void packetsWait(int packets) {
    timer.packetsWait(packets);
  }

  @Override
  final boolean isPending() {
    return timer.isPending();
  }

  @Override
  final void set(long delayNs, int frames) {
    timer.set(delayNs, frames);
  }
}
