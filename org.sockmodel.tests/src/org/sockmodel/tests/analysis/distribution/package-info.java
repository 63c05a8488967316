/** Tests of counting durations, beside HdrHistogram, which counts as exactly. */
package org.sockmodel.tests.analysis.distribution;
