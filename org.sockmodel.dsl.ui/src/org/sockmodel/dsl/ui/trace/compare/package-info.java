/**
 * Two traces side by side: what changed of their counts and durations, whether that is more than noise, and pictures of
 * both. They are read for this alone, event by event, unless one is open anyway. This package must not know the other
 * views.
 *
 * <pre>
 *   explorer, timeline --TraceSource of each--> CompareJob --Comparison--> CompareView
 * </pre>
 */
package org.sockmodel.dsl.ui.trace.compare;
