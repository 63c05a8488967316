/**
 * Creation of sockets, held against a real kernel's answers and against the rules of its registries.
 *
 * <p>Tests of the recordings are skipped where the recordings are not there.
 */
package org.sockmodel.tests.kernel.families;
