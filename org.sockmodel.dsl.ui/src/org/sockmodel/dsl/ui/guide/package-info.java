/**
 * Leads from an empty workspace to the first report. This package must not know how a model is made or run.
 */
package org.sockmodel.dsl.ui.guide;
