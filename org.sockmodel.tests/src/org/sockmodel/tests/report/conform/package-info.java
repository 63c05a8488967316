/** Tests of what a comparison with a reference says. */
package org.sockmodel.tests.report.conform;
