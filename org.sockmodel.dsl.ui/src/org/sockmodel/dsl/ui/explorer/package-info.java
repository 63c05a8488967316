/**
 * The elements of a model below its file in the Project Explorer. Must not know how elements are found.
 */
package org.sockmodel.dsl.ui.explorer;
