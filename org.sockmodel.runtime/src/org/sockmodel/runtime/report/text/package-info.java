/**
 * A report for a terminal: a page of 40 lines, one class for each part of it. This package must not know any other
 * form.
 */
package org.sockmodel.runtime.report.text;
