package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.signal.TaskSignals;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.wait.WaitQueueHead;
import org.sockmodel.runtime.uapi.PollEvent;

/** A socket below the file descriptor: {@code struct sock}, {@code include/net/sock.h}. */
public class Sock implements BusyPoller {

  /** No more is received: {@code RCV_SHUTDOWN}. */
  public static final int RCV_SHUTDOWN = 1;
  /** No more is sent: {@code SEND_SHUTDOWN}. */
  public static final int SEND_SHUTDOWN = 2;
  /** Neither: {@code SHUTDOWN_MASK}. */
  public static final int SHUTDOWN_MASK = RCV_SHUTDOWN | SEND_SHUTDOWN;
  /** {@code MAX_SCHEDULE_TIMEOUT}: waits as long as it takes. */
  public static final long NO_TIMEOUT = Long.MAX_VALUE;

  /** {@code BUSY_POLL_BUDGET}. */
  public static final int BUSY_POLL_BUDGET_PACKETS = 8;

  private final long address;
  private final int family;
  private final int protocol;
  private final SkBuffHead receiveQueue = new SkBuffHead();
  private final SkBuffHead backlog = new SkBuffHead();
  private final WaitQueueHead wait = new WaitQueueHead();
  private SockCallbacks callbacks;
  private SockOps ops;
  private boolean ownedByUser;
  private int rmemAllocBytes;
  private int rcvbufBytes;
  private int sndbufBytes;
  private int rcvlowatBytes = 1;
  private long rcvtimeoJiffies = NO_TIMEOUT;
  private int shutdown;
  private int error;
  private TaskSignals asyncOwner;
  private int asyncSignal;
  private boolean reusesPort;
  private ReuseportGroup reuseportGroup;
  private boolean waitsForData;
  private int port;
  private int peerPort;
  private int rxhash;
  private Net net;
  private int napiId;
  private long busyPollNs;
  private boolean prefersBusyPoll;
  private int busyPollBudgetPackets = BUSY_POLL_BUDGET_PACKETS;
  private int localAddress;
  private int peerAddress;

  /**
   * @param address what a trace shows as {@code sk}
   * @param protocol the transport: 6 for TCP, 17 for UDP
   */
  public Sock(long address, int family, int protocol) {
    this.address = address;
    this.family = family;
    this.protocol = protocol;
  }

  /** Sets what the socket does for its user and what it calls when something happens to it. */
  public Sock functions(SockOps newOps, SockCallbacks newCallbacks) {
    ops = newOps;
    callbacks = newCallbacks;
    return this;
  }

  public long address() {
    return address;
  }

  public int family() {
    return family;
  }

  public int protocol() {
    return protocol;
  }

  /** {@code sk_receive_queue}. */
  public SkBuffHead receiveQueue() {
    return receiveQueue;
  }

  /** {@code sk_backlog}: packets that came while a task owned the socket. */
  public SkBuffHead backlog() {
    return backlog;
  }

  /** {@code sk_sleep}: those who wait for this socket. */
  public WaitQueueHead sleepers() {
    return wait;
  }

  /** {@code sk_data_ready}: called with this socket as its {@code self}. */
  public KernelFunction dataReady() {
    return callbacks.dataReady();
  }

  /** {@code sk_state_change}, likewise. */
  public KernelFunction stateChange() {
    return callbacks.stateChange();
  }

  /** {@code sk_error_report}, likewise. */
  public KernelFunction errorReport() {
    return callbacks.errorReport();
  }

  /** Tells the owner of a socket with {@code O_ASYNC}. */
  public SkWakeAsync wakeAsync() {
    return callbacks.wakeAsync();
  }

  /** {@code sk_prot} and {@code sock->ops}. */
  public SockOps ops() {
    return ops;
  }

  /** {@code sock_owned_by_user}. */
  public boolean isOwnedByUser() {
    return ownedByUser;
  }

  public void ownedByUser(boolean owned) {
    ownedByUser = owned;
  }

  /** {@code skb_set_owner_r} and {@code __skb_queue_tail}. */
  public void queue(SkBuff skb) {
    rmemAllocBytes += skb.truesizeBytes();
    receiveQueue.add(skb);
  }

  /** {@code __skb_unlink} and {@code sock_rfree} of the first packet. */
  public SkBuff unqueue() {
    SkBuff skb = receiveQueue.poll();
    rmemAllocBytes -= skb.truesizeBytes();
    return skb;
  }

  /** Charges the socket for data that joined a packet which is queued already. */
  protected void charge(int bytes) {
    rmemAllocBytes += bytes;
  }

  /** {@code sk_rmem_alloc}, in bytes. */
  public int rmemAllocBytes() {
    return rmemAllocBytes;
  }

  /** {@code sk_rcvbuf}, in bytes. */
  public int rcvbufBytes() {
    return rcvbufBytes;
  }

  public void rcvbufBytes(int bytes) {
    rcvbufBytes = bytes;
  }

  /** {@code sk_sndbuf}, in bytes. */
  public int sndbufBytes() {
    return sndbufBytes;
  }

  public void sndbufBytes(int bytes) {
    sndbufBytes = bytes;
  }

  /** {@code sk_rcvlowat}, in bytes. */
  public int rcvlowatBytes() {
    return rcvlowatBytes;
  }

  public void rcvlowatBytes(int bytes) {
    rcvlowatBytes = bytes;
  }

  /** {@code sk_rcvtimeo}, in jiffies; {@link #NO_TIMEOUT} if a reader waits as long as it takes. */
  public long rcvtimeoJiffies() {
    return rcvtimeoJiffies;
  }

  public void rcvtimeoJiffies(long jiffies) {
    rcvtimeoJiffies = jiffies;
  }

  /** {@code sock_rcvtimeo}: how long a reader waits, in jiffies. */
  public long rcvtimeoJiffies(boolean nonblocking) {
    return nonblocking ? 0 : rcvtimeoJiffies;
  }

  /** {@code SOCK_FASYNC}: the process that is sent SIGIO when data comes; null for none. */
  public TaskSignals asyncOwner() {
    return asyncOwner;
  }

  public void asyncOwner(TaskSignals leader) {
    asyncOwner = leader;
  }

  /** {@code F_SETSIG}: the signal that comes instead of SIGIO; 0 for SIGIO itself. */
  public int asyncSignal() {
    return asyncSignal;
  }

  public void asyncSignal(int signal) {
    asyncSignal = signal;
  }

  /** {@code sk_reuseport}: others with this option may have its port, too. */
  public boolean reusesPort() {
    return reusesPort;
  }

  public void reusesPort(boolean reuses) {
    reusesPort = reuses;
  }

  /** {@code sk_reuseport_cb}: those that share its port; null for none. */
  public ReuseportGroup reuseportGroup() {
    return reuseportGroup;
  }

  void reuseportGroup(ReuseportGroup group) {
    reuseportGroup = group;
  }

  /** {@code SOCKWQ_ASYNC_WAITDATA}: a reader waits for the data, so that no SIGIO is due. */
  public void waitsForData(boolean waits) {
    waitsForData = waits;
  }

  boolean waitsForData() {
    return waitsForData;
  }

  /** {@code sock->ops->poll}: the events that are true of the socket now; see {@link PollEvent}. */
  public int pollMask() {
    int mask = receiveQueue.isEmpty() ? 0 : PollEvent.POLLIN;
    return mask | PollEvent.POLLOUT | pollState();
  }

  /** What {@code datagram_poll} says of {@code sk_err} and {@code sk_shutdown}. */
  protected final int pollState() {
    int mask = error != 0 ? PollEvent.POLLERR : 0;
    if ((shutdown & RCV_SHUTDOWN) != 0) {
      mask |= PollEvent.POLLRDHUP | PollEvent.POLLIN;
    }
    return shutdown == SHUTDOWN_MASK ? mask | PollEvent.POLLHUP : mask;
  }

  /** The functions of {@code sock->ops->poll}. */
  public PathPoint pollPoint() {
    return PathPoint.UDP_POLL;
  }

  /** {@code sk_err}: an errno that the next call is to return; 0 for none. */
  public int error() {
    return error;
  }

  public void error(int errno) {
    error = errno;
  }

  /** {@code sock_error}: takes the errno and returns minus it. */
  public int sockError() {
    int taken = error;
    error = 0;
    return -taken;
  }

  /** {@code sk_shutdown}: {@link #RCV_SHUTDOWN}, {@link #SEND_SHUTDOWN}. */
  public int shutdown() {
    return shutdown;
  }

  public void shutdown(int mask) {
    shutdown = mask;
  }

  /** {@code sk_rxhash}: the hash of the flow that a packet came in last; 0 if none did. */
  public int rxhash() {
    return rxhash;
  }

  /** {@code sock_rps_save_rxhash}. */
  public void rxhash(int hash) {
    rxhash = hash;
  }

  /** The port that the socket is connected to; 0 if it is not. */
  public int peerPort() {
    return peerPort;
  }

  public void peerPort(int number) {
    peerPort = number;
  }

  /** {@code sk_daddr}: the peer's IPv4 address; 0 if the socket is not connected. */
  public int peerAddress() {
    return peerAddress;
  }

  /** {@code sk_rcv_saddr}: the IPv4 address that the peer knows; 0 for any. */
  public int localAddress() {
    return localAddress;
  }

  public void addresses(int newLocalAddress, int newPeerAddress) {
    localAddress = newLocalAddress;
    peerAddress = newPeerAddress;
  }

  @Override
  public int napiId() {
    return napiId;
  }

  /** {@code sk_mark_napi_id}: a packet has come from there. */
  public void markNapiId(SkBuff skb) {
    napiId = skb.napiId();
  }

  @Override
  public long busyPollNs() {
    return busyPollNs;
  }

  public void busyPollNs(long ns) {
    busyPollNs = ns;
  }

  @Override
  public boolean prefersBusyPoll() {
    return prefersBusyPoll;
  }

  public void prefersBusyPoll(boolean prefers) {
    prefersBusyPoll = prefers;
  }

  @Override
  public boolean isBusyPolling() {
    return busyPollNs > 0;
  }

  @Override
  public boolean hasEvents() {
    return !receiveQueue().isEmpty();
  }

  @Override
  public int busyPollBudgetPackets() {
    return busyPollBudgetPackets;
  }

  public void busyPollBudgetPackets(int packets) {
    busyPollBudgetPackets = packets == 0 ? BUSY_POLL_BUDGET_PACKETS : packets;
  }

  /** {@code NET_INC_STATS(sock_net(sk), ...)}. */
  public void count(SnmpCounter counter) {
    net.mib().count(counter);
  }

  /** {@code NET_ADD_STATS}. */
  public void count(SnmpCounter counter, long number) {
    net.mib().add(counter, number);
  }

  /** {@code sock_net}: the namespace that the socket was created in. */
  public Net net() {
    return net;
  }

  public void net(Net namespace) {
    net = namespace;
  }

  public int port() {
    return port;
  }

  public void port(int number) {
    port = number;
  }
}
