/**
 * Writes the packets of a trace as pcapng, for Wireshark's and other tools' views of time and size.
 *
 * <p>This package must not know other formats.
 */
package org.sockmodel.runtime.trace.pcap;
