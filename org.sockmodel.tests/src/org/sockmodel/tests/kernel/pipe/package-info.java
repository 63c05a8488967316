/** Tests of {@code kernel.pipe}. */
package org.sockmodel.tests.kernel.pipe;
