package org.sockmodel.dsl.index;

import com.google.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionStrategy;
import org.eclipse.xtext.util.IAcceptor;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.sockModel.Model;

/** Exports a model with the addresses of the files that it imports itself. */
@Singleton
public final class ImportDescriptions extends DefaultResourceDescriptionStrategy {

  static final String IMPORTS = "imports";
  static final String SEPARATOR = "\n";
  private static final QualifiedName NAMELESS = QualifiedName.create("model");

  @Override
  public boolean createEObjectDescriptions(EObject object, IAcceptor<IEObjectDescription> acceptor) {
    if (!(object instanceof Model model)) {
      return super.createEObjectDescriptions(object, acceptor);
    }
    String imports = model.getImports().stream()
        .flatMap(statement -> ImportedModels.uri(statement).stream())
        .map(URI::toString)
        .collect(Collectors.joining(SEPARATOR));
    QualifiedName name = model.getName() == null ? NAMELESS : QualifiedName.create(model.getName());
    acceptor.accept(EObjectDescription.create(name, model, Map.of(IMPORTS, imports)));
    return true;
  }
}
