/** Tests of what the reports of every format say alike. */
package org.sockmodel.tests.report;
