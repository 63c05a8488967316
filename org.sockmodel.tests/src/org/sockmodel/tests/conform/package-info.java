/** Tests of the comparison of two traces, and of the simulator against recordings of a real kernel by it. */
package org.sockmodel.tests.conform;
