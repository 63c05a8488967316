/** Answers about {@code socket()}: the explanation, CSV streams, the table of families. */
package org.sockmodel.tests.kernel.families.query;
