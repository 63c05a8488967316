/**
 * What the language server adds for editors; must not know any particular editor.
 */
package org.sockmodel.dsl.ide;
