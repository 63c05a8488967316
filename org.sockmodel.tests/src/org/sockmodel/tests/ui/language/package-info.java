/** Tests of which editor a model is opened in. */
package org.sockmodel.tests.ui.language;
