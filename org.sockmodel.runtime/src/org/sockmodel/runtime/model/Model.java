package org.sockmodel.runtime.model;

/**
 * A compiled model. The generator writes one subclass per model file; it needs a public constructor without
 * parameters.
 */
public abstract class Model {

  /** Builds what the model declares; every call builds it anew. */
  public abstract ModelDeclaration declare();
}
