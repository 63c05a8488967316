/**
 * Turns a model into Java source; must not know the command line or an editor.
 */
package org.sockmodel.dsl.generator;
