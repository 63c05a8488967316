/** Tests of what becomes of a model that is saved. */
package org.sockmodel.tests.ui.builder;
