/**
 * Leads from what a run writes to the lines of its model. This package must not know how models are run.
 */
package org.sockmodel.dsl.ui.console;
