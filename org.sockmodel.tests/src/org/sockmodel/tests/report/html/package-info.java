/** Tests of the page: what it says, and that a browser's own scripts make the same of it. */
package org.sockmodel.tests.report.html;
