/** Tests of writing Perfetto. */
package org.sockmodel.tests.trace.perfetto;
