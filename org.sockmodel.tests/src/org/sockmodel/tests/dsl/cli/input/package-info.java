/** How far a long reading tells that it is. */
package org.sockmodel.tests.dsl.cli.input;
