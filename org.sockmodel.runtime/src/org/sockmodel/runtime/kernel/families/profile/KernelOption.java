package org.sockmodel.runtime.kernel.families.profile;

/** A sysctl, a limit or a constant of a kernel: a name and a number. Flags are 0 and 1. */
public record KernelOption(String name, long value, String location) implements Declared {

  /** Families that the kernel numbers, {@code include/linux/net.h}. */
  public static final String NPROTO = "NPROTO";
  /** Bound of the protocols that {@code inet_create} takes, {@code include/uapi/linux/in.h}. */
  public static final String IPPROTO_MAX = "IPPROTO_MAX";
  /** Bound of the protocols that {@code can_create} takes, {@code include/uapi/linux/can.h}. */
  public static final String CAN_NPROTO = "CAN_NPROTO";
  /** Whether the kernel can load modules at all. */
  public static final String CONFIG_MODULES = "CONFIG_MODULES";
  /** Whether {@code kernel.modprobe} names a program, which is then run for every module that is asked for. */
  public static final String MODPROBE_PATH = "modprobe_path";
  /** Whether that program is there, so that modules are loaded on demand. */
  public static final String MODPROBE = "modprobe";
  /** The process's bound of descriptors. */
  public static final String RLIMIT_NOFILE = "RLIMIT_NOFILE";
  /** {@code fs.nr_open}: the bound of every process's descriptors. */
  public static final String NR_OPEN = "nr_open";
  /** {@code fs.file-max}: open files of the whole machine. */
  public static final String FILE_MAX = "file_max";
  /** First group of {@code net.ipv4.ping_group_range}. */
  public static final String PING_GROUP_LOW = "ping_group_range_low";
  /** Last group of {@code net.ipv4.ping_group_range}. */
  public static final String PING_GROUP_HIGH = "ping_group_range_high";
  /** {@code net.mptcp.enabled}. */
  public static final String MPTCP_ENABLED = "mptcp_enabled";
  /** {@code net.core.rmem_default} in bytes. */
  public static final String RMEM_DEFAULT = "rmem_default";
  /** {@code net.core.wmem_default} in bytes. */
  public static final String WMEM_DEFAULT = "wmem_default";
  /** {@code net.core.rmem_max} in bytes: what SO_RCVBUF may ask for. */
  public static final String RMEM_MAX = "rmem_max";
  /** {@code net.core.wmem_max} in bytes: what SO_SNDBUF may ask for. */
  public static final String WMEM_MAX = "wmem_max";
  /** The middle number of {@code net.ipv4.tcp_rmem}, in bytes. */
  public static final String TCP_RMEM_DEFAULT = "tcp_rmem_default";
  /** The middle number of {@code net.ipv4.tcp_wmem}, in bytes. */
  public static final String TCP_WMEM_DEFAULT = "tcp_wmem_default";
  /** {@code net.unix.max_dgram_qlen}. */
  public static final String MAX_DGRAM_QLEN = "max_dgram_qlen";
  /** {@code net.core.somaxconn}: the bound of {@code listen}'s backlog. */
  public static final String SOMAXCONN = "somaxconn";
  /** {@code net.core.busy_read} in microseconds. */
  public static final String BUSY_READ = "busy_read";

  @Override
  public String declaration() {
    return "option " + name + " " + value;
  }
}
