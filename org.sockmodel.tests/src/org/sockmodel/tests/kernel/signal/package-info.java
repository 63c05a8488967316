/** Signals against recordings of a real kernel. */
package org.sockmodel.tests.kernel.signal;
