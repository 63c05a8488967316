/** Tests of UDP and TCP as a simulated kernel has them, against the sequences that a real kernel left in its trace. */
package org.sockmodel.tests.kernel.inet;
