/**
 * Names that models use: where they are defined, how they become unique, and which one a person may have meant. This
 * package must not know what becomes of a model.
 */
package org.sockmodel.dsl.naming;
