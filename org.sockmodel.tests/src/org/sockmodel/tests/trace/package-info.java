/** Tests of the trace schema, and what the tests of all formats share: synthetic traces and recorded events. */
package org.sockmodel.tests.trace;
