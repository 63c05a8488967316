/**
 * A report as JSON, one class for each part of it, and how its values are found by their paths. The names are those of
 * {@code releng/doc/report.md}. This package must not know any other form.
 */
package org.sockmodel.runtime.report.json;
