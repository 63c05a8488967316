/**
 * Simulated time: events that fire in the order of their time, and nothing else.
 *
 * <p>This package must not know what is simulated, and must not read a wall clock.
 */
package org.sockmodel.runtime.sim;
