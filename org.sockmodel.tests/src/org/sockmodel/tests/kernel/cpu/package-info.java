/** A CPU by itself: frames, calls and interrupts. */
package org.sockmodel.tests.kernel.cpu;
