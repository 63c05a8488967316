/**
 * What a project with models is: its nature, which of its files are models, and how one is made. This package must not
 * know what is done with them.
 */
package org.sockmodel.dsl.ui.project;
