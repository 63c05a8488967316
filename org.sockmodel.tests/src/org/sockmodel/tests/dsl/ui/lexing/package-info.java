/**
 * Tests how the editor cuts a text into tokens.
 */
package org.sockmodel.tests.dsl.ui.lexing;
