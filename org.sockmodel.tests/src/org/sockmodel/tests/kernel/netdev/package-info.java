/** What devices and their polls do with packets. */
package org.sockmodel.tests.kernel.netdev;
