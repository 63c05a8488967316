package org.sockmodel.runtime.kernel.skb;

import org.sockmodel.runtime.uapi.IpProtocol;

/** A packet: {@code struct sk_buff}, {@code include/linux/skbuff.h}. Pooled by {@link SkBuffPool}. */
public final class SkBuff {

  /** IPv4 header without options, in bytes. */
  public static final int IP_HEADER_BYTES = 20;
  /** UDP header, in bytes. */
  public static final int UDP_HEADER_BYTES = 8;
  /** TCP header with the timestamp option, in bytes. */
  public static final int TCP_HEADER_BYTES = 32;

  private static final int NO_PROTOCOL = 0;
  private static final int PAGE_FRAGMENT_BYTES = 32_768;

  /** Room for a link layer header before an IP header that is sent: {@code LL_RESERVED_SPACE} and alignment. */
  private static final int LINK_ROOM_BYTES = 31;

  /** What of it stands before the IP header: {@code LL_RESERVED_SPACE}. */
  private static final int LINK_HEADER_ROOM_BYTES = 16;

  private final long address;
  private final SkBuffPool.Heads heads;
  private final TcpHeader tcp = new TcpHeader();
  SkBuff next;
  private SkBuff nextClone = this;
  private SkBuff previousClone = this;
  private PacketDevice device;
  private boolean isClone;
  private int protocol;
  private int port;
  private int sourcePort;
  private int destinationAddress;
  private int sourceAddress;
  private boolean routed;
  private int payloadBytes;
  private int consumedBytes;
  private int truesizeBytes;
  private boolean paged;
  int pageFragments;
  private int gsoSizeBytes;
  private int gsoSegments;
  private boolean opaque;
  private IpFragment ipFragment;
  private final PacketMemory memory = new PacketMemory();
  private int napiId;
  private long sentNs;
  private Object socket;

  SkBuff(long address, SkBuffPool.Heads heads) {
    this.address = address;
    this.heads = heads;
  }

  /**
   * Makes this a packet without addresses, source port and route, and with an empty TCP header.
   *
   * @param newProtocol 6 for TCP, 17 for UDP
   * @param newPort destination port
   */
  public SkBuff fill(PacketDevice newDevice, int newProtocol, int newPort, int newPayloadBytes) {
    device = newDevice;
    protocol = newProtocol;
    port = newPort;
    sourcePort = 0;
    between(0, 0);
    routed = false;
    payloadBytes = newPayloadBytes;
    consumedBytes = 0;
    tcp.clear();
    truesizeBytes = linearTruesizeBytes();
    paged = false;
    pageFragments = newPayloadBytes > 0 ? 1 : 0;
    gsoSizeBytes = newPayloadBytes;
    gsoSegments = 1;
    opaque = false;
    if (ipFragment != null) {
      ipFragment.clear();
    }
    memory.clear();
    napiId = 0;
    isClone = false;
    socket = null;
    return this;
  }

  /** Says which port sent the packet. */
  public SkBuff from(int newSourcePort) {
    sourcePort = newSourcePort;
    return this;
  }

  /** Writes the addresses of the IP header. */
  public SkBuff between(int newSourceAddress, int newDestinationAddress) {
    sourceAddress = newSourceAddress;
    destinationAddress = newDestinationAddress;
    return this;
  }

  /** The packet after this one in its queue, or null. */
  public SkBuff next() {
    return next;
  }

  /** What a trace shows as {@code skbaddr}. */
  public long address() {
    return address;
  }

  public PacketDevice device() {
    return device;
  }

  /** A device hands the packet to another one. */
  public void device(PacketDevice other) {
    device = other;
  }

  /** {@code skb_dst}: whether it is known already where the packet goes, so that IP receive need not look. */
  public boolean isRouted() {
    return routed;
  }

  public void routed(boolean known) {
    routed = known;
  }

  /** {@code iph->saddr}. */
  public int sourceAddress() {
    return sourceAddress;
  }

  /** {@code iph->daddr}. */
  public int destinationAddress() {
    return destinationAddress;
  }

  public int protocol() {
    return protocol;
  }

  /** Destination port. */
  public int port() {
    return port;
  }

  public int sourcePort() {
    return sourcePort;
  }

  public TcpHeader tcp() {
    return tcp;
  }

  public int payloadBytes() {
    return payloadBytes;
  }

  /** Adds data at the end, in the page where the data before ends while that has room; it costs as much memory. */
  public void append(int bytes) {
    payloadBytes += bytes;
    truesizeBytes += bytes;
    pageFragments = Math.max(pageFragments, (payloadBytes + PAGE_FRAGMENT_BYTES - 1) / PAGE_FRAGMENT_BYTES);
  }

  /** Takes the last bytes away, and the memory that they cost; what their pages were stays taken. */
  public void shorten(int bytes) {
    append(-bytes);
  }

  /** Bytes of the payload that no reader has copied yet. */
  public int unreadBytes() {
    return payloadBytes - consumedBytes;
  }

  /** Notes that a reader has copied {@code bytes}. */
  public void consume(int bytes) {
    consumedBytes += bytes;
  }

  /** Length with the IP and transport headers, as {@code netif_receive_skb} shows it, in bytes. */
  public int lengthBytes() {
    return IP_HEADER_BYTES + (isFragment() ? ipFragment.bytes() : wholeBytes());
  }

  /**
   * Makes this packet a fragment of itself.
   *
   * @param id {@code iph->id}, the same in all fragments
   * @param bytes how much of what follows the IP header is in it
   * @param last whether nothing comes after it ({@code IP_MF} is clear)
   */
  public SkBuff fragment(int id, int bytes, boolean last) {
    ipFragment().set(id, bytes, last);
    truesizeBytes = linearTruesizeBytes();
    return this;
  }

  /** {@code ip_is_fragment}. */
  public boolean isFragment() {
    return ipFragment != null && ipFragment.bytes() > 0;
  }

  /** What makes this a fragment; only to be asked of one. */
  public IpFragment ipFragment() {
    if (ipFragment == null) {
      ipFragment = new IpFragment();
    }
    return ipFragment;
  }

  /** How much follows the IP header of the packet that this one is a fragment of, in bytes. */
  public int wholeBytes() {
    return payloadBytes + transportHeaderBytes();
  }

  /**
   * {@code ip_frag_reasm}: makes the last fragment the whole packet again.
   *
   * @param others the fragments that come with it, by {@link #next}; null if it has taken their data over
   */
  public void reassemble(int allTruesizeBytes, SkBuff others) {
    ipFragment().reassemble(others);
    paged = others != null;
    truesizeBytes = allTruesizeBytes;
  }

  /** {@code skb_csum_unnecessary} is false: whether the one who asks has to look at the transport checksum. */
  public boolean takeUnchecked() {
    return ipFragment != null && ipFragment.takeUnchecked();
  }

  /** The fragments that go with the packet, by {@link #next}; null if there are none or a clone still has them. */
  SkBuff fragments() {
    return ipFragment == null || isCloned() ? null : ipFragment.list();
  }

  /** {@code skb_tailroom} of a fragment, in bytes. */
  public int tailRoomBytes() {
    int usedBytes = LINK_HEADER_ROOM_BYTES + lengthBytes();
    return SkBuffPool.Heads.dataBytes(linearTruesizeBytes()) - usedBytes;
  }

  private int transportHeaderBytes() {
    if (opaque) {
      return 0;
    }
    return protocol == IpProtocol.IPPROTO_TCP ? tcp.headerBytes()
        : protocol == IpProtocol.IPPROTO_UDP ? UDP_HEADER_BYTES : 0;
  }

  /** Makes this a packet whose payload a program wrote with the transport header in it, which nobody understands. */
  public SkBuff opaque() {
    opaque = true;
    truesizeBytes = linearTruesizeBytes();
    return this;
  }

  /** Memory that the packet is charged with ({@code skb->truesize}). */
  public int truesizeBytes() {
    return truesizeBytes;
  }

  public void truesizeBytes(int bytes) {
    truesizeBytes = bytes;
  }

  /** Makes this a packet with its data in page fragments, as TCP sends it, and its headers in a piece of their own. */
  public SkBuff paged() {
    paged = true;
    boolean tcpHead = protocol == IpProtocol.IPPROTO_TCP;
    int room = tcpHead ? heads.maxTcpHeaderBytes() : LINK_ROOM_BYTES + IP_HEADER_BYTES + transportHeaderBytes();
    truesizeBytes = heads.truesizeBytes(room) + payloadBytes;
    return this;
  }

  /** Makes this a packet whose data were copied into a piece of their own, which has room for no headers. */
  public SkBuff copied() {
    paged = true;
    pageFragments = 0;
    truesizeBytes = heads.truesizeBytes(payloadBytes);
    return this;
  }

  /** Whether the data stands in page fragments ({@code skb_headlen} is 0). */
  public boolean isPaged() {
    return paged;
  }

  public PacketMemory memory() {
    return memory;
  }

  /** {@code skb_mark_napi_id}: what was polled for the packet; 0 if that was no card. */
  public int napiId() {
    return napiId;
  }

  public void napiId(int id) {
    napiId = id;
  }

  /** When TCP sent it last ({@code skb_mstamp_ns}). */
  public long sentNs() {
    return sentNs;
  }

  public void sentNs(long ns) {
    sentNs = ns;
  }

  /** The socket that the packet is for ({@code skb->sk}), once it is known. */
  public Object socket() {
    return socket;
  }

  public void socket(Object found) {
    socket = found;
  }

  /** {@code skb_gro_receive}: a segment that follows becomes part of this packet, which costs so much memory. */
  public void merge(SkBuff segment, int memoryBytes) {
    payloadBytes += segment.payloadBytes;
    truesizeBytes += memoryBytes;
    gsoSegments += segment.gsoSegments;
    tcp.append(segment.tcp);
  }

  /** What one of the segments of this packet carries; the payload of a packet that is but one. */
  public int gsoSizeBytes() {
    return gsoSegments > 1 ? gsoSizeBytes : payloadBytes;
  }

  /** {@code tcp_set_skb_tso_segs}: the packet is as many segments as it takes if each carries so much at most. */
  public void cutInto(int segmentBytes) {
    gsoSizeBytes = segmentBytes;
    gsoSegments = Math.max((payloadBytes + segmentBytes - 1) / segmentBytes, 1);
  }

  /** {@code gso_segs}: how many segments this packet is, which GRO has merged or which the device is to cut. */
  public int gsoSegments() {
    return gsoSegments;
  }

  /** {@code skb_cloned}: whether another packet shares this one's data, as while the sender keeps it for a resend. */
  public boolean isCloned() {
    return nextClone != this;
  }

  /** Whether the destructor is {@code tcp_wfree}: TCP sent it, and no pure acknowledgement or answer to a SYN. */
  public boolean isChargedToTcp() {
    return protocol == IpProtocol.IPPROTO_TCP && (payloadBytes > 0 || tcp.isChargedWithoutData());
  }

  /** Whether the packet was made together with the one that it is a copy of ({@code SKB_FCLONE_CLONE}). */
  public boolean isClone() {
    return isClone;
  }

  /** {@code skb_clone} into {@code copy}, which shares the data with this and all its clones, until it is freed. */
  public SkBuff cloneInto(SkBuff copy) {
    copy.fill(device, protocol, port, payloadBytes).from(sourcePort).between(sourceAddress, destinationAddress);
    copy.routed = routed;
    copy.tcp.copy(tcp);
    copy.truesizeBytes = truesizeBytes;
    copy.paged = paged;
    copy.pageFragments = pageFragments;
    copy.gsoSizeBytes = gsoSizeBytes;
    copy.gsoSegments = gsoSegments;
    copy.memory.copy(memory);
    copy.napiId = napiId;
    copy.opaque = opaque;
    if (ipFragment != null) {
      copy.ipFragment().copy(ipFragment);
    }
    copy.nextClone = nextClone;
    copy.previousClone = this;
    nextClone.previousClone = copy;
    nextClone = copy;
    copy.isClone = true;
    return copy;
  }

  void release() {
    socket = null;
    tcp.release();
    nextClone.previousClone = previousClone;
    previousClone.nextClone = nextClone;
    nextClone = this;
    previousClone = this;
  }

  /** Data and headers in one piece; a packet between sockets of one machine has none, and accounted memory. */
  private int linearTruesizeBytes() {
    return protocol == NO_PROTOCOL ? SkBuffPool.Heads.truesizeBytes(payloadBytes, 0)
        : heads.truesizeBytes(lengthBytes() + LINK_ROOM_BYTES);
  }
}
