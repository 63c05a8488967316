/** Tests of the figures as rows of CSV, and of one row a message. */
package org.sockmodel.tests.report.csv;
