/** Tests of reports: what they say and how they are rendered. */
package org.sockmodel.tests.report;
