package org.sockmodel.runtime.trace;

import static org.sockmodel.runtime.trace.Field.Kind.POINTER;
import static org.sockmodel.runtime.trace.Field.Kind.S32;
import static org.sockmodel.runtime.trace.Field.Kind.U32;
import static org.sockmodel.runtime.trace.Field.Kind.U64;

import java.util.List;

/** Tracepoints of {@code include/trace/events/io_uring.h}. */
public final class UringTracepoints {

  /** A request has a result, which whoever asked for it finds in the completion queue from now on. */
  public static final class IoUringComplete {

    public static final int CTX = 0;
    public static final int REQ = 1;
    public static final int USER_DATA = 2;
    public static final int RES = 3;
    public static final int CFLAGS = 4;
    public static final int EXTRA1 = 5;
    public static final int EXTRA2 = 6;
    public static final Tracepoint TRACEPOINT = new Tracepoint(49, "io_uring_complete", List.of(
        new Field("ctx", POINTER), new Field("req", POINTER), new Field("user_data", U64), new Field("res", S32),
        new Field("cflags", U32), new Field("extra1", U64), new Field("extra2", U64)));

    private IoUringComplete() {
    }
  }

  static final List<Tracepoint> ALL = List.of(IoUringComplete.TRACEPOINT);

  private UringTracepoints() {
  }
}
