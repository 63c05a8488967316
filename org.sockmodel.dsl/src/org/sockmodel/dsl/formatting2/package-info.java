/**
 * Lays out the text of a model; must not know the command line or an editor.
 */
package org.sockmodel.dsl.formatting2;
