/**
 * Holds pictures of a history to what is to be seen of them.
 */
package org.sockmodel.tests.history.picture;
