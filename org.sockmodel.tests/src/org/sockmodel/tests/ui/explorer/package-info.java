/** Tests of models and traces in the Project Explorer. */
package org.sockmodel.tests.ui.explorer;
