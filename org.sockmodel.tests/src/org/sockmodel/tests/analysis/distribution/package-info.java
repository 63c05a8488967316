/** Tests of counting durations. */
package org.sockmodel.tests.analysis.distribution;
