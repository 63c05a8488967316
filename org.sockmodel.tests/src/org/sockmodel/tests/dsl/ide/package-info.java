/** The language server, driven by a real client over the wire as an editor drives it. */
package org.sockmodel.tests.dsl.ide;
