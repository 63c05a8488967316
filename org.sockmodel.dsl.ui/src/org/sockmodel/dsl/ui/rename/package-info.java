/**
 * Renames an element and all that refers to it, in every file, with a preview. Must not know what refers to what.
 */
package org.sockmodel.dsl.ui.rename;
