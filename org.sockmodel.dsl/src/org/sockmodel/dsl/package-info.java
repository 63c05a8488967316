/**
 * The SockModel language itself: its grammar, the workflow that generates its infrastructure, and the bindings.
 */
package org.sockmodel.dsl;
