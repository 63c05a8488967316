/** Tests of laying a text out, by keys and on save. */
package org.sockmodel.tests.ui.formatting;
