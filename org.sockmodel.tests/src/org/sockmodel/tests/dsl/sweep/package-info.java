/** Which runs a sweep asks for, and what is told of each. */
package org.sockmodel.tests.dsl.sweep;
