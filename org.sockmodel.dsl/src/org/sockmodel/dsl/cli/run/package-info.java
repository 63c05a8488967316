/**
 * What a command runs, a model or a program that is recorded, and the reports that come of it. This package must not
 * know the commands.
 */
package org.sockmodel.dsl.cli.run;
