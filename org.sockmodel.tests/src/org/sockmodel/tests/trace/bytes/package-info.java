/** Tests of the bytes that traces are made of. */
package org.sockmodel.tests.trace.bytes;
