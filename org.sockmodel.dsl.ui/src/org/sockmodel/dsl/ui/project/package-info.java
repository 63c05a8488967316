/**
 * What a project with models is: its nature, and which of its files are models. This package must not know what is done
 * with them.
 */
package org.sockmodel.dsl.ui.project;
