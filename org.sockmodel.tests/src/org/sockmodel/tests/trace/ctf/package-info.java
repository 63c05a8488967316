/** Tests of reading and writing CTF. */
package org.sockmodel.tests.trace.ctf;
