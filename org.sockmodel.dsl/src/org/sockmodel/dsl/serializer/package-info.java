/** How a model is written as text; of what Xtext generates for it, only when it is used. */
package org.sockmodel.dsl.serializer;
