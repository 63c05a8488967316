/** Interrupts and softirqs as they are counted, on traces written by hand. */
package org.sockmodel.tests.analysis.interrupts;
