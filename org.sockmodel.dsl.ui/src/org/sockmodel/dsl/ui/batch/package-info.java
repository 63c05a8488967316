/**
 * The command line in an Eclipse installation; the only package here that uses it, and it needs no display. This
 * package must not know any other feature.
 */
package org.sockmodel.dsl.ui.batch;
