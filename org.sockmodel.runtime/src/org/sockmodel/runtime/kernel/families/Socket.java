package org.sockmodel.runtime.kernel.families;

/**
 * A socket as the system calls see it: {@code struct socket} ({@code include/linux/net.h}), with the fields of its
 * {@code struct sock} that creation sets. Belongs to a {@link SocketLayer}, which uses it again after its release.
 */
public final class Socket {

  private int family;
  private int type;
  private int protocol;
  private boolean kern;
  private NetProtoFamily pf;
  private ProtoOps ops;
  private InetProtosw answer;
  private boolean hasSk;
  private int inetNum;
  private Socket subflow;
  private int fileFlags;

  Socket() {
  }

  Socket begin(int newFamily, int newType, int newProtocol, boolean forKernel) {
    family = newFamily;
    type = newType;
    protocol = newProtocol;
    kern = forKernel;
    pf = null;
    ops = null;
    answer = null;
    hasSk = false;
    inetNum = 0;
    subflow = null;
    fileFlags = 0;
    return this;
  }

  /** {@code sk_family}. */
  public int family() {
    return family;
  }

  /** Without flags; what {@code SO_TYPE} says. */
  public int type() {
    return type;
  }

  /** {@code unix_create} makes SOCK_RAW a SOCK_DGRAM. */
  public void type(int newType) {
    type = newType;
  }

  /** What was asked for, then what was found: what {@code SO_PROTOCOL} says. */
  public int protocol() {
    return protocol;
  }

  public void protocol(int newProtocol) {
    protocol = newProtocol;
  }

  /** Whether the kernel itself wants the socket, which asks for no capability. */
  public boolean kern() {
    return kern;
  }

  /** The family that created the socket, null before it is found. */
  public NetProtoFamily pf() {
    return pf;
  }

  void pf(NetProtoFamily found) {
    pf = found;
  }

  /** {@code sock->ops}; null before the family has chosen. */
  public ProtoOps ops() {
    return ops;
  }

  public void ops(ProtoOps chosen) {
    ops = chosen;
  }

  /** The family's entry that the socket was created from; null before the look-up. */
  public InetProtosw answer() {
    return answer;
  }

  public void answer(InetProtosw found) {
    answer = found;
  }

  /** {@code sk_prot}. */
  public Proto prot() {
    return answer.prot();
  }

  /** What the sock begins with. */
  public SockDefaults defaults() {
    return answer.prot().defaults();
  }

  /** Whether it has its {@code struct sock}. */
  public boolean hasSk() {
    return hasSk;
  }

  public void hasSk(boolean has) {
    hasSk = has;
  }

  /** {@code inet_num}: a raw socket's protocol, otherwise 0. */
  public int inetNum() {
    return inetNum;
  }

  public void inetNum(int number) {
    inetNum = number;
  }

  /** The TCP socket inside an MPTCP one, null if there is none. */
  public Socket subflow() {
    return subflow;
  }

  public void subflow(Socket inner) {
    subflow = inner;
  }

  /** {@code f_flags}: O_RDWR, and O_NONBLOCK if it was asked for. */
  public int fileFlags() {
    return fileFlags;
  }

  void fileFlags(int flags) {
    fileFlags = flags;
  }
}
