/**
 * Keeps the problem markers of all models of the workspace up to date; must not know any editor.
 */
package org.sockmodel.dsl.ui.markers;
