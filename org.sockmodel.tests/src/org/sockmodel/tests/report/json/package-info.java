/** Tests of the figures as JSON, and that the documented members are those there are. */
package org.sockmodel.tests.report.json;
