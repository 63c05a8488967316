/**
 * The table of events: it follows what is chosen in the timeline and leads it, and shows those that a regular
 * expression finds, which are looked for in the background. This package must not know the other views.
 */
package org.sockmodel.dsl.ui.trace.events;
