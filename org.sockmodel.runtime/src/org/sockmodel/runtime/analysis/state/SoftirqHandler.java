package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEvent.VEC;

import org.sockmodel.runtime.trace.Tracepoint;

/** What the events of softirqs have in common: they tell the vector. */
abstract class SoftirqHandler extends StateHandler {

  final Listeners listeners;

  SoftirqHandler(Listeners listeners) {
    this.listeners = listeners;
  }

  @Override
  final int fields() {
    return Tracepoint.bits(VEC);
  }
}
