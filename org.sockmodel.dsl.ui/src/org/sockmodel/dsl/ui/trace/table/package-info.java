/**
 * A table of any length: only the rows that can be seen exist as items of the widget, so that ten million rows cost
 * what fifty do. This package must not know what the rows are.
 */
package org.sockmodel.dsl.ui.trace.table;
