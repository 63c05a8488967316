/** Tests of the colours of a model's text. */
package org.sockmodel.tests.ui.colouring;
