/**
 * The elements of a model as a tree that any tree of the workbench can show. Must not know which trees there are.
 */
package org.sockmodel.dsl.ui.symbols;
