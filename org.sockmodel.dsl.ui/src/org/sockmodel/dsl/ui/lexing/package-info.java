/**
 * Cuts a text into tokens at once, on the user interface thread, by the language's own lexer; for what cannot wait
 * until the language has read the text. Must not know what the tokens are used for.
 */
package org.sockmodel.dsl.ui.lexing;
