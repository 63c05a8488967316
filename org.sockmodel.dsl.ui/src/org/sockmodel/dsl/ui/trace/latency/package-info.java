/**
 * How long messages took: of the whole trace, or of what the timeline shows. This package must not know the other
 * views.
 */
package org.sockmodel.dsl.ui.trace.latency;
