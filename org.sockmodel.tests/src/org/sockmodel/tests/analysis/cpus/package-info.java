/** What CPUs do, by traces written by hand. */
package org.sockmodel.tests.analysis.cpus;
