/**
 * Starts the language once for the whole workbench; must not know any editor feature.
 */
package org.sockmodel.dsl.ui.language;
