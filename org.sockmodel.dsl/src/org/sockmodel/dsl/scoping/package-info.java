/** What a name in a model can refer to. This package must not know how a name that refers to nothing is reported. */
package org.sockmodel.dsl.scoping;
