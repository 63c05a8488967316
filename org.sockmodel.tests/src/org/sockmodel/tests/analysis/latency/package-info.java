/** What is said of fast and slow messages, checked with traces written by hand. */
package org.sockmodel.tests.analysis.latency;
