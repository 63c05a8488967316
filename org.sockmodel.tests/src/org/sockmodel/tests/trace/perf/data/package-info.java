/** Tests of reading perf.data. */
package org.sockmodel.tests.trace.perf.data;
