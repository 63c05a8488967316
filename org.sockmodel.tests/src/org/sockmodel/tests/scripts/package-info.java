/**
 * The scripts that start the command line and the product, with a Java that does not run them; must not know what they
 * start.
 */
package org.sockmodel.tests.scripts;
