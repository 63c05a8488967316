/**
 * Runs of small models whose events are compared with what a recording of a real kernel shows, task by task.
 */
package org.sockmodel.tests.kernel;
