/**
 * Writes what a view shows to a file: pictures as PNG or SVG, tables as CSV, the report as HTML. This package must not
 * know the views.
 */
package org.sockmodel.dsl.ui.trace.export;
