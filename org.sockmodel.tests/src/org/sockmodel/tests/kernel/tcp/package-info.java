/** Tests of TCP as a simulated kernel has it, against the sequences that a real kernel left in its trace. */
package org.sockmodel.tests.kernel.tcp;
