package org.sockmodel.dsl.parameter;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.sockModel.ParameterValue;

/**
 * A place of a model that can be given another value.
 *
 * @param dimension what is measured there; empty if the place takes more than a quantity, or a name
 * @param setter puts a value there, in place of what the model says
 */
record Parameter(Optional<Dimension> dimension, Setter setter) {

  /** Puts values into a model. */
  @FunctionalInterface
  interface Setter {

    /**
     * Puts a value where it belongs.
     *
     * @return the element that says it now, where validation reports what is wrong with it
     * @throws ParameterException if it is no value for this place
     */
    EObject set(ParameterValue value) throws ParameterException;
  }
}
