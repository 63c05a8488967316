package org.sockmodel.runtime.kernel.netdev;

/**
 * When a queue interrupts: {@code ethtool -C rx-usecs, rx-frames}. The interrupt comes {@code delayNs} after the first
 * packet that has not been announced, or at once when {@code frames} packets wait.
 *
 * @param delayNs 0 interrupts at once
 * @param frames 0 for no limit
 */
public record RxModeration(long delayNs, int frames) {
}
