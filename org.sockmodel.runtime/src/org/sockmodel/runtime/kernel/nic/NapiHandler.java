package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.netdev.NapiStruct;
import org.sockmodel.runtime.kernel.netdev.NetRxAction;

/**
 * The interrupt handler of a driver that has its rings polled, such as {@code e1000_intr_msix_rx}; the card has masked
 * its vector. {@code self}: what is to be polled.
 */
public final class NapiHandler extends StraightFunction {

  private static final int BEGIN = 0;
  private static final int SCHEDULE = 1;
  private static final int DONE = 2;

  private final Path napiSchedule;
  private final NetRxAction netRx;

  public NapiHandler(Path[] paths, NetRxAction netRx) {
    super("napi_schedule");
    napiSchedule = PathPoint.NAPI_SCHEDULE.in(paths);
    this.netRx = netRx;
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    NapiStruct napi = (NapiStruct) self;
    int pc = from;
    if (pc == BEGIN) {
      pc = cpu.walkOn(frame, napiSchedule, SCHEDULE);
    }
    if (pc == SCHEDULE) {
      pc = netRx.schedule(cpu, frame, napi, DONE);
    }
    return pc == DONE ? ret(cpu, 0) : suspend(frame, napi);
  }
}
