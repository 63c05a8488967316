/**
 * Where tests find this checkout and the recordings beside it; must not know what is tested.
 */
package org.sockmodel.tests.checkout;
