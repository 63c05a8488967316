package org.sockmodel.tests.kernel.families;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.DescriptorTable;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SockDefaults;
import org.sockmodel.runtime.kernel.families.Socket;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * Does what the recording program did in its named cases that are about creation, on a model of a kernel.
 *
 * <p>An answer is {@code RESULT}, {@code RESULT RETURNED} or {@code RESULT . DETAIL}, as much of a case as depends on
 * creation.
 */
final class MiscAnswers {

  private static final int NOFILE = 64;

  private final KernelProfile profile;
  private final Credentials credentials;
  private final Map<String, String> answers = new LinkedHashMap<>();

  /**
   * @param freed the descriptor that the recording program closed to have one free
   */
  MiscAnswers(String kernel, Credentials credentials, int freed) {
    profile = KernelProfile.of(kernel);
    this.credentials = credentials;
    flags();
    options();
    pairs();
    fullTable(freed);
  }

  /** Answers by the names of their cases. */
  Map<String, String> all() {
    return answers;
  }

  private void flags() {
    Process process = process(profile);
    int both = SocketType.SOCK_STREAM | SocketType.SOCK_NONBLOCK | SocketType.SOCK_CLOEXEC;
    int fd = process.socket(AddressFamily.AF_INET, both, 0);
    answers.put("flags_both", "OK " + process.socket(fd).fileFlags());
    answers.put("flags_both_cloexec", "OK " + (process.descriptors().closeOnExec(fd) ? 1 : 0));
    fd = process.socket(AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0);
    answers.put("flags_none", "OK " + process.socket(fd).fileFlags());
  }

  private void options() {
    Process process = process(profile);
    Socket udp = process.socket(process.socket(AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0));
    detail("so_type", udp.type());
    detail("so_protocol", udp.protocol());
    detail("so_domain", udp.family());
    detail("so_rcvbuf_udp", udp.defaults().rcvbufBytes());
    detail("so_rcvlowat", udp.defaults().rcvlowatBytes());
    boolean forEver = udp.defaults().rcvtimeoJiffies() == SockDefaults.MAX_SCHEDULE_TIMEOUT;
    detail("so_rcvtimeo_default", (forEver ? "0.000000" : "other") + " (0=MAX_SCHEDULE_TIMEOUT)");
    detail("so_busy_poll", udp.defaults().busyReadUsecs());
    Socket tcp = process.socket(process.socket(AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0));
    detail("so_rcvbuf_tcp", tcp.defaults().rcvbufBytes());
    detail("getrcvbuf_after_huge", 2 * profile.value(KernelOption.RMEM_MAX) + " (2*rmem_max)");
  }

  private void pairs() {
    Process process = process(profile);
    result("sp_unix_stream", process.socketpair(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
    result("sp_unix_dgram", process.socketpair(AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0));
    result("sp_unix_seq", process.socketpair(AddressFamily.AF_UNIX, SocketType.SOCK_SEQPACKET, 0));
    result("sp_unix_raw", process.socketpair(AddressFamily.AF_UNIX, SocketType.SOCK_RAW, 0));
    result("sp_inet", process.socketpair(AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0));
    result("sp_netlink", process.socketpair(AddressFamily.AF_NETLINK, SocketType.SOCK_RAW, 0));
    SocketLayer layer = Families.boot(profile);
    Process badPointer = new Process(layer, credentials) {
      @Override
      public int putUser(int index, int fd) {
        return -Errno.EFAULT;
      }
    };
    result("sp_badptr", badPointer.socketpair(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
  }

  private void fullTable(int freed) {
    Process process = process(profile.withOption(KernelOption.RLIMIT_NOFILE, NOFILE));
    DescriptorTable table = process.descriptors();
    int dup = table.reserve(false);
    while (dup >= 0) {
      dup = table.reserve(false);
    }
    result("fd_full_dup", dup);
    int inet = AddressFamily.AF_INET;
    result("emfile_inet_stream", process.socket(inet, SocketType.SOCK_STREAM, 0));
    result("emfile_bad_domain", process.socket(200, SocketType.SOCK_STREAM, 0));
    result("emfile_unregistered_domain", process.socket(AddressFamily.AF_X25, SocketType.SOCK_STREAM, 0));
    result("emfile_bad_type", process.socket(inet, 15, 0));
    result("emfile_bad_type_inrange", process.socket(inet, 7, 0));
    result("emfile_bad_proto", process.socket(inet, SocketType.SOCK_STREAM, IpProtocol.IPPROTO_UDP));
    result("emfile_raw", process.socket(inet, SocketType.SOCK_RAW, IpProtocol.IPPROTO_ICMP));
    result("emfile_bad_flags", process.socket(inet, SocketType.SOCK_STREAM | 0x10, 0));
    result("emfile_socketpair", process.socketpair(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
    result("emfile_socketpair_inet", process.socketpair(inet, SocketType.SOCK_STREAM, 0));
    table.free(freed);
    result("one_free_socketpair", process.socketpair(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
    answers.put("one_free_socket", "OK " + process.socket(inet, SocketType.SOCK_STREAM, 0));
  }

  private Process process(KernelProfile kernel) {
    return new Process(Families.boot(kernel), credentials);
  }

  private void detail(String name, Object value) {
    answers.put(name, "OK . " + value);
  }

  private void result(String name, int returned) {
    answers.put(name, SocketNames.errno(Math.max(0, -returned)));
  }
}
