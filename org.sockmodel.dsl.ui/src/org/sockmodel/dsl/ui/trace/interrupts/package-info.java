/**
 * The report on interrupts, inter-processor interrupts and softirqs. This package must not know the other views.
 */
package org.sockmodel.dsl.ui.trace.interrupts;
