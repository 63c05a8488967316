/**
 * Pairs of signs: shows the other one, and writes the closing one with the opening one. Must not know the grammar.
 */
package org.sockmodel.dsl.ui.brackets;
