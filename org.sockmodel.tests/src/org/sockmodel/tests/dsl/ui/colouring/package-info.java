/**
 * Tests the colours of the editor as they are declared; needs no workbench.
 */
package org.sockmodel.tests.dsl.ui.colouring;
