/** Tests of writing pcapng. */
package org.sockmodel.tests.trace.pcap;
