/**
 * Shows how two traces compare, as text and as JSON. It must not know where the traces came from, and counts nothing
 * itself.
 */
package org.sockmodel.runtime.report.conform;
