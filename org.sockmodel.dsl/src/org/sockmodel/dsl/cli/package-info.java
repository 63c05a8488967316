/**
 * The command line: one class per command. Nothing else may use it.
 */
package org.sockmodel.dsl.cli;
