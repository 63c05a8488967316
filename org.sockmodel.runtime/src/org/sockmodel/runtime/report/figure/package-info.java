/**
 * Figures that were published, beside what a simulation gives for them: as text and as JSON. This package must not know
 * how a model is run.
 */
package org.sockmodel.runtime.report.figure;
