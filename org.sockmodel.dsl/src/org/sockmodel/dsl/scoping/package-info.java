/**
 * Says which names a reference in a model can mean; must not know the command line or an editor.
 */
package org.sockmodel.dsl.scoping;
