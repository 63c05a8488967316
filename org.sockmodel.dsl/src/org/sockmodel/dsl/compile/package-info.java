/**
 * The way from a model file to an object that can be run, without an IDE and without touching a disk.
 *
 * <pre>
 *   file --ModelLoader--> LoadedModel --generator--> Java source --InMemoryCompiler--> classes --> ModelDeclaration
 * </pre>
 *
 * There is no other way from a model to a run: what is simulated is always the generated code. This package must not
 * know the command line, nor how a declaration is simulated.
 */
package org.sockmodel.dsl.compile;
