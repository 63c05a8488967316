package org.sockmodel.dsl.validation;

import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.sockModel.Import;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** Imports lead to models that parse. */
final class ImportValidator extends ConceptValidator {

  @Check
  public void checkTarget(Import statement) {
    String name = statement.getLibrary() != null ? statement.getLibrary() : statement.getFile();
    if (name == null) {
      return;
    }
    Optional<URI> uri = ImportedModels.uri(statement);
    if (uri.isEmpty()) {
      fail(statement, statement.getLibrary() != null
          ? "the shipped library has no '" + name + "'; its models are named like linux.v6_18.inet"
          : "'" + name + "' is no model file; name a file that ends in .sockmodel");
      return;
    }
    Optional<Model> model = ImportedModels.load(uri.get(), statement.eResource().getResourceSet());
    if (model.isEmpty()) {
      fail(statement, "cannot read '" + name + "'; import a model file that exists, relative to this one");
    } else if (!model.get().eResource().getErrors().isEmpty()) {
      fail(statement, "'" + name + "' has errors; check it by itself first");
    }
  }

  private void fail(Import statement, String message) {
    EStructuralFeature feature = statement.getLibrary() != null ? Literals.IMPORT__LIBRARY : Literals.IMPORT__FILE;
    error(message, statement, feature, IssueCodes.UNKNOWN_IMPORT);
  }
}
