/**
 * What the words of a model stand for: quantities with units, texts with escapes, names. This package must not know the
 * places in a model where they are used.
 */
package org.sockmodel.dsl.conversion;
