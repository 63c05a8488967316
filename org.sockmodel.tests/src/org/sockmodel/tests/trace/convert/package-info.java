/** Tests of conversions, against what went in and against other programs. */
package org.sockmodel.tests.trace.convert;
