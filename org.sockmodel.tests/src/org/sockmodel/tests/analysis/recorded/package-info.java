/** Tests that recordings of real kernels come out as the kernels' own counters and the applications' own clocks say. */
package org.sockmodel.tests.analysis.recorded;
