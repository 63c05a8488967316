/**
 * What the user of a command names: models and traces, opened, with what is wrong with them and how far they are read.
 * This package must not know the commands.
 */
package org.sockmodel.dsl.cli.input;
