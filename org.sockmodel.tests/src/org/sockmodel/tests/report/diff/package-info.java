/** Tests of comparing two reports. */
package org.sockmodel.tests.report.diff;
