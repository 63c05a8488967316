/**
 * Checks a model beyond its syntax; must not know the command line or an editor.
 */
package org.sockmodel.dsl.validation;
