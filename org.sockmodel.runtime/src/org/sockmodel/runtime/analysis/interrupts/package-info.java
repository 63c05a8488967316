/**
 * How many interrupts and softirqs there were and what they cost: devices by line, the CPU's own vectors (timer,
 * inter-processor interrupts) apart from them, softirqs by vector.
 */
package org.sockmodel.runtime.analysis.interrupts;
