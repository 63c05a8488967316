/** Tests of reading perf script. */
package org.sockmodel.tests.trace.perf;
