/** Tests of how fast a TCP sender sends: windows, rates and pauses of one connection without a network around it. */
package org.sockmodel.tests.kernel.congestion;
