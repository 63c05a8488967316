package org.sockmodel.runtime.kernel.epoll;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * How {@code do_poll} and {@code do_select}, {@code fs/select.c}, ask their sockets again and again before they sleep,
 * if {@code net.core.busy_poll} says so and one of the sockets has {@code SO_BUSY_POLL}: {@code POLL_BUSY_LOOP}. With a
 * card behind the socket, each round polls that too ({@code sock_poll}, {@code net/socket.c}).
 */
final class PollBusyLoop {

  private static final long NOT_BEGUN = -1;

  private final Scheduler scheduler;
  private final long busyPollNs;

  /** What one call remembers of it: {@code busy_flag}, {@code can_busy_loop} and {@code busy_start}. */
  static final class State {
    private boolean on;
    private boolean canLoop;
    private long startNs;
  }

  /**
   * @param busyPollNs {@code net.core.busy_poll}, in ns; 0 for not at all
   */
  PollBusyLoop(Scheduler scheduler, long busyPollNs) {
    this.scheduler = scheduler;
    this.busyPollNs = busyPollNs;
  }

  /** A call begins: {@code net_busy_loop_on}. */
  void begin(State state) {
    state.on = busyPollNs > 0;
    state.canLoop = false;
    state.startNs = NOT_BEGUN;
  }

  /** A socket is asked: whether its reader is to poll the card before, if there is one. */
  boolean asks(Cpu cpu, State state, Sock sock) {
    boolean polls = state.on && sock.isBusyPolling() && !scheduler.current(cpu).signalPending();
    state.canLoop |= polls;
    return polls;
  }

  /** Something is found, or it is time to sleep. */
  void end(State state) {
    state.on = false;
    state.canLoop = false;
  }

  /** All sockets have been asked in vain: whether to ask them again at once. */
  boolean goesOn(Cpu cpu, State state) {
    if (!state.canLoop || scheduler.needResched(cpu)) {
      return false;
    }
    state.canLoop = false;
    if (state.startNs == NOT_BEGUN) {
      state.startNs = cpu.nowNs();
      return true;
    }
    return cpu.nowNs() - state.startNs <= busyPollNs;
  }
}
