/**
 * A trace that is open: its history while it is read in the background, what of it is looked at and chosen, and who
 * wants to know of changes.
 *
 * <pre>{@code
 *   TraceSource --TraceLoadJob--> TraceSession <--> TraceListener: editor, views
 * }</pre>
 *
 * <p>Listeners are told on the user interface's thread. This package must not know how anything is shown.
 */
package org.sockmodel.dsl.ui.trace.session;
