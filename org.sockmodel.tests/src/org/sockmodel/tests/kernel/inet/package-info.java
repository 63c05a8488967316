/** Tests of UDP and raw sockets as a simulated kernel has them. */
package org.sockmodel.tests.kernel.inet;
