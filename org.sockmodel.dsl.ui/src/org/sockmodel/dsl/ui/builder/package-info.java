/**
 * Builds the models of a project when they are saved: has them checked, and generates their Java.
 *
 * <pre>
 *   changed files --ModelChanges--> models --ProjectCheck--> sound models --GeneratedSources--> src-gen
 * </pre>
 *
 * This package must not know any editor.
 */
package org.sockmodel.dsl.ui.builder;
