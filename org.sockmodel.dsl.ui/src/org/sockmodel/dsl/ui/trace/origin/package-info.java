/**
 * Leads from a trace to the model that it was simulated from. A trace names its threads and their calls, and a model
 * too, so the way is found for any trace that lies in the same project. This package must not know the views.
 */
package org.sockmodel.dsl.ui.trace.origin;
