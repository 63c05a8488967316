/** Stages and messages as comma-separated values. This package must not know any other form. */
package org.sockmodel.runtime.report.csv;
