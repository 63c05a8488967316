package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.PacketDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.NetMib;

/** What packets are sent through: {@code struct net_device}, {@code include/linux/netdevice.h}. */
public final class NetDevice implements PacketDevice {

  /** {@code ETH_DATA_LEN}. */
  public static final int ETHERNET_MTU_BYTES = 1500;
  /** {@code MTU} of {@code drivers/net/loopback.c}. */
  public static final int LOOPBACK_MTU_BYTES = 65_536;

  private final int name;
  private final Net net;
  private final int ipAddress;
  private final int mtuBytes;
  private final KernelFunction startXmit;
  private NetDevice peer = this;
  private Wire wire;
  private IngressFilter ingress;

  /** What is at the other end of a card's wire. */
  public interface Wire {

    /** A packet has left; it belongs to the caller. */
    void receive(SkBuff skb);
  }

  /**
   * Registers a device in its namespace.
   *
   * @param name an id in the trace's names
   * @param ipAddress the device's IPv4 address
   * @param startXmit {@code ndo_start_xmit}, with the packet as its {@code self} and this as its {@code other}
   */
  public NetDevice(int name, Net net, int ipAddress, int mtuBytes, KernelFunction startXmit) {
    this.name = name;
    this.net = net;
    this.ipAddress = ipAddress;
    this.mtuBytes = mtuBytes;
    this.startXmit = startXmit;
    net.add(this);
  }

  /** The device that a packet is at: {@code skb->dev}. */
  public static NetDevice of(SkBuff skb) {
    return (NetDevice) skb.device();
  }

  /** Where a packet counts that is at a device: {@code dev_net(skb->dev)->mib}. */
  public static NetMib mib(SkBuff skb) {
    return of(skb).net.mib();
  }

  /** {@code veth_newlink}: what one of the two sends, the other receives. */
  public void pairWith(NetDevice other) {
    peer = other;
    other.peer = this;
  }

  /** {@code tc filter add dev NAME ingress}. */
  public void filterIngress(IngressFilter filter) {
    ingress = filter;
  }

  /** Plugs a cable in: who hears what the card sends. */
  public void connect(Wire newWire) {
    wire = newWire;
  }

  /** Who hears what is sent; null for nobody. */
  public Wire wire() {
    return wire;
  }

  @Override
  public int name() {
    return name;
  }

  /** {@code dev_net}. */
  public Net net() {
    return net;
  }

  public int ipAddress() {
    return ipAddress;
  }

  public int mtuBytes() {
    return mtuBytes;
  }

  /** What is dropped of what comes in; null for nothing. */
  IngressFilter ingress() {
    return ingress;
  }

  KernelFunction startXmit() {
    return startXmit;
  }

  /** The device that receives what this one sends, if that is on the same machine; the loopback device is its own. */
  NetDevice peer() {
    return peer;
  }
}
