package org.sockmodel.runtime.kernel.families;

/**
 * What a new {@code struct sock} begins with: {@code sock_init_data} ({@code net/core/sock.c}), then what the family's
 * create function and the protocol's init function change. Functions are C symbols. Immutable, one for all sockets of
 * a protocol.
 *
 * @param stateChange {@code sk_state_change}
 * @param dataReady {@code sk_data_ready}
 * @param writeSpace {@code sk_write_space}
 * @param errorReport {@code sk_error_report}
 * @param destruct {@code sk_destruct}
 * @param rcvbufBytes {@code sk_rcvbuf}
 * @param sndbufBytes {@code sk_sndbuf}
 * @param rcvlowatBytes {@code sk_rcvlowat}
 * @param rcvtimeoJiffies {@code sk_rcvtimeo}
 * @param sndtimeoJiffies {@code sk_sndtimeo}
 * @param busyReadUsecs {@code sk_ll_usec}
 * @param maxAckBacklog {@code sk_max_ack_backlog}
 */
public record SockDefaults(
    String stateChange,
    String dataReady,
    String writeSpace,
    String errorReport,
    String destruct,
    int rcvbufBytes,
    int sndbufBytes,
    int rcvlowatBytes,
    long rcvtimeoJiffies,
    long sndtimeoJiffies,
    int busyReadUsecs,
    int maxAckBacklog) {

  /** {@code MAX_SCHEDULE_TIMEOUT}: wait for ever. */
  public static final long MAX_SCHEDULE_TIMEOUT = Long.MAX_VALUE;

  /** What {@code sock_init_data} alone leaves. */
  public static SockDefaults sockInitData(int rmemDefaultBytes, int wmemDefaultBytes, int busyReadUsecs) {
    return new SockDefaults("sock_def_wakeup", "sock_def_readable", "sock_def_write_space", "sock_def_error_report",
        "sock_def_destruct", rmemDefaultBytes, wmemDefaultBytes, 1, MAX_SCHEDULE_TIMEOUT, MAX_SCHEDULE_TIMEOUT,
        busyReadUsecs, 0);
  }

  public SockDefaults withDestruct(String symbol) {
    return new SockDefaults(stateChange, dataReady, writeSpace, errorReport, symbol, rcvbufBytes, sndbufBytes,
        rcvlowatBytes, rcvtimeoJiffies, sndtimeoJiffies, busyReadUsecs, maxAckBacklog);
  }

  public SockDefaults withWriteSpace(String symbol) {
    return new SockDefaults(stateChange, dataReady, symbol, errorReport, destruct, rcvbufBytes, sndbufBytes,
        rcvlowatBytes, rcvtimeoJiffies, sndtimeoJiffies, busyReadUsecs, maxAckBacklog);
  }

  public SockDefaults withBuffers(long rcvbuf, long sndbuf) {
    return new SockDefaults(stateChange, dataReady, writeSpace, errorReport, destruct, (int) rcvbuf, (int) sndbuf,
        rcvlowatBytes, rcvtimeoJiffies, sndtimeoJiffies, busyReadUsecs, maxAckBacklog);
  }

  public SockDefaults withMaxAckBacklog(long backlog) {
    return new SockDefaults(stateChange, dataReady, writeSpace, errorReport, destruct, rcvbufBytes, sndbufBytes,
        rcvlowatBytes, rcvtimeoJiffies, sndtimeoJiffies, busyReadUsecs, (int) backlog);
  }
}
