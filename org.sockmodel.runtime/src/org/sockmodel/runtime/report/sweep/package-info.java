/**
 * What a sweep found, for a person who has to choose: the means of each combination of values. This package must not
 * know how a model is run.
 */
package org.sockmodel.runtime.report.sweep;
