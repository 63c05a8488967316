/** Tests of the report for a terminal: it fits, and tells all that matters. */
package org.sockmodel.tests.report.text;
