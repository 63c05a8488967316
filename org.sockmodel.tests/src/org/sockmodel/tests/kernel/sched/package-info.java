/** Ticks and timeouts against recordings of a real kernel. */
package org.sockmodel.tests.kernel.sched;
