/** Tests of whole runs: a declared model, simulated, and the trace that comes of it. */
package org.sockmodel.tests.scenario;
