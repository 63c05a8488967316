/**
 * Checks and generates the models that a command names, keeps the files of the sound ones, and sums up. This package
 * must not know the commands.
 */
package org.sockmodel.dsl.cli.batch;
