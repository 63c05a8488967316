/**
 * The Project Explorer: the elements of a model below its file, and folders that are traces. Must not know how elements
 * are found.
 */
package org.sockmodel.dsl.ui.explorer;
