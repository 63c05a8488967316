/**
 * What protocols count: the numbers of {@code /proc/net/snmp} and {@code /proc/net/netstat} ({@code
 * include/net/snmp.h}), one set for each network namespace.
 *
 * <p>Must not know protocols: they count, and nobody decides by what was counted.
 */
package org.sockmodel.runtime.kernel.snmp;
