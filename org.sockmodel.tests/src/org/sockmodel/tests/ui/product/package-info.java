/** Tests of the product that the workbench is. */
package org.sockmodel.tests.ui.product;
