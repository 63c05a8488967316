/** Tests of reading ahead. */
package org.sockmodel.tests.trace.ahead;
