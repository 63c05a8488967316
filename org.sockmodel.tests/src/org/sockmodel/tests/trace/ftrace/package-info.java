/** Tests of reading and writing the text of ftrace. */
package org.sockmodel.tests.trace.ftrace;
