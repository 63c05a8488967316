package org.sockmodel.dsl.generator;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.AbstractGenerator;
import org.eclipse.xtext.generator.IFileSystemAccess2;
import org.eclipse.xtext.generator.IGeneratorContext;

/** Generates the Java source of a model; so far no source is generated. */
public class SockModelGenerator extends AbstractGenerator {

  @Override
  public void doGenerate(Resource resource, IFileSystemAccess2 files, IGeneratorContext context) {
    // A model has nothing to generate yet.
  }
}
