/**
 * Holds the whole code to its rules of architecture and style; must not know what the code does.
 */
package org.sockmodel.tests.architecture;
