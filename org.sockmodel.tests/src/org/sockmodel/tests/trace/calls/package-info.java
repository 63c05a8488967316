/** Tests of system calls that a trace tells by number. */
package org.sockmodel.tests.trace.calls;
