/** Tests of simulated time: the order of events, taking events back, and what observers may not do. */
package org.sockmodel.tests.sim;
