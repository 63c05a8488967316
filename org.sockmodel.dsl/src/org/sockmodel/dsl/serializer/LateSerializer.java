package org.sockmodel.dsl.serializer;

import com.google.inject.Inject;
import com.google.inject.Injector;
import java.io.IOException;
import java.io.Writer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.SaveOptions;
import org.eclipse.xtext.serializer.ISerializer;
import org.eclipse.xtext.serializer.impl.Serializer;
import org.eclipse.xtext.util.ReplaceRegion;

/**
 * Xtext's serializer, made when it is first used. Every resource has one, few ever write, and making it takes a tenth
 * of what a short command does. The injector is asked only then: for a provider it would look into all its classes at
 * once.
 */
public final class LateSerializer implements ISerializer {

  private final Injector injector;

  @Inject
  LateSerializer(Injector injector) {
    this.injector = injector;
  }

  @Override
  public String serialize(EObject element) {
    return serializer().serialize(element);
  }

  @Override
  public String serialize(EObject element, SaveOptions options) {
    return serializer().serialize(element, options);
  }

  @Override
  public void serialize(EObject element, Writer writer, SaveOptions options) throws IOException {
    serializer().serialize(element, writer, options);
  }

  @Override
  public ReplaceRegion serializeReplacement(EObject element, SaveOptions options) {
    return serializer().serializeReplacement(element, options);
  }

  private ISerializer serializer() {
    return injector.getInstance(Serializer.class);
  }
}
