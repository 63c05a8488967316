/**
 * Where a word leads: to a declaration in this file, in another one, or in the shipped library. This package must not
 * know how names are linked.
 */
package org.sockmodel.dsl.ide.navigation;
