/** AF_UNIX against recordings of a real kernel. */
package org.sockmodel.tests.kernel.unix;
