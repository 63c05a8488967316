package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/**
 * What packets are sent through: {@code struct net_device}.
 *
 * @param name an id in the trace's names
 * @param startXmit {@code ndo_start_xmit}, with the packet as its {@code self}
 */
public record NetDevice(int name, KernelFunction startXmit) {
}
