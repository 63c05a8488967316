/**
 * Holds the columns of a trace's history to straightforward computations of the same.
 */
package org.sockmodel.tests.history;
