/**
 * What an {@code expect} block can ask about a run, and whether a run keeps it. This package must not know how a run is
 * made.
 */
package org.sockmodel.dsl.expectation;
