package org.sockmodel.tests.dsl;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.sockmodel.dsl.SockModelStandaloneSetup;
import org.sockmodel.dsl.sockModel.Model;

/** A model given as text, read and checked in memory. */
public final class ModelText {

  private static final Injector INJECTOR = new SockModelStandaloneSetup().createInjectorAndDoEMFRegistration();

  private final XtextResource resource;

  private ModelText(XtextResource resource) {
    this.resource = resource;
  }

  /** Reads {@code text} as file {@code model.sockmodel}. */
  public static ModelText of(String text) {
    return of(text, URI.createURI("model.sockmodel"));
  }

  /** Reads {@code text} as if it stood in {@code file}. */
  public static ModelText of(String text, Path file) {
    return of(text, URI.createFileURI(file.toAbsolutePath().normalize().toString()));
  }

  private static ModelText of(String text, URI uri) {
    XtextResource resource = (XtextResource) INJECTOR.getInstance(XtextResourceSet.class).createResource(uri);
    try {
      resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          Map.of(XtextResource.OPTION_ENCODING, "UTF-8"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ModelText(resource);
  }

  /** An object of the language's injector. */
  public static <T> T instance(Class<T> type) {
    return INJECTOR.getInstance(type);
  }

  public XtextResource resource() {
    return resource;
  }

  public Model model() {
    return (Model) resource.getContents().get(0);
  }

  /** Everything that is found wrong, in the order of the text. */
  public List<Issue> issues() {
    return instance(IResourceValidator.class).validate(resource, CheckMode.ALL, CancelIndicator.NullImpl).stream()
        .sorted(Comparator.comparing(Issue::getOffset).thenComparing(Issue::getCode))
        .toList();
  }
}
