/**
 * The colours of traces, which are colours of the workbench's theme: people change them in the preferences, and a dark
 * theme has its own. This package must not know what is drawn.
 */
package org.sockmodel.dsl.ui.trace.theme;
