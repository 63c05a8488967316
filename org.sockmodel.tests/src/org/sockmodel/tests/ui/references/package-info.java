/** Tests of the search for what refers to an element. */
package org.sockmodel.tests.ui.references;
