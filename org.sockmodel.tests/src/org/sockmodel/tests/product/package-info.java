/**
 * What surrounds the bundles in the product; must not know what they hold.
 */
package org.sockmodel.tests.product;
