/**
 * What a person reads when a model does not parse or a name refers to nothing: one sentence that says what to do. Of a
 * file that does not parse nothing else is told. This package must not know where messages are shown.
 */
package org.sockmodel.dsl.message;
