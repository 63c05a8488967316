/** Tests of writing Chrome's JSON. */
package org.sockmodel.tests.trace.perfetto.json;
