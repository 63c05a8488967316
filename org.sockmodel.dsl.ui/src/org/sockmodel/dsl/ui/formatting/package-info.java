/**
 * Lays the text of a model out, by Ctrl+Shift+F, and on save where a user wants that. Must not know how.
 */
package org.sockmodel.dsl.ui.formatting;
