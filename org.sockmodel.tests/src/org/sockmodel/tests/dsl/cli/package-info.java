/** The command line's commands: what they print, what they say of bad input, their exit codes. */
package org.sockmodel.tests.dsl.cli;
