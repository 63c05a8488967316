/** Tests of reading trace.dat. */
package org.sockmodel.tests.trace.ftrace.dat;
