package org.sockmodel.dsl.compile;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.generator.SockModelGenerator;
import org.sockmodel.runtime.model.Model;
import org.sockmodel.runtime.model.ModelDeclaration;

/** Turns a valid model into what it declares, by generating, compiling and running its Java code. */
public final class ModelCompiler {

  private final SockModelGenerator generator;

  @Inject
  ModelCompiler(SockModelGenerator generator) {
    this.generator = generator;
  }

  /** The Java sources of {@code model}, by their path. */
  public Map<String, CharSequence> sources(org.sockmodel.dsl.sockModel.Model model) {
    return generator.sources(model);
  }

  /**
   * What {@code model} declares.
   *
   * @param model a valid model with a name
   * @throws IllegalStateException if the generated code does not work, which is a defect of the generator
   */
  public ModelDeclaration compile(org.sockmodel.dsl.sockModel.Model model) {
    return load(sources(model)).declare().relativeTo(folder(model));
  }

  /** Where the files are that a model names. */
  public static Path folder(org.sockmodel.dsl.sockModel.Model model) {
    URI uri = model.eResource().getURI();
    Path file = uri.isFile() ? Path.of(uri.toFileString()).toAbsolutePath() : null;
    return file == null || file.getParent() == null ? Path.of("") : file.getParent();
  }

  /**
   * The model that generated sources are; it declares the same each time it is asked.
   *
   * @param sources by their path, that of the model's own class first
   * @throws IllegalStateException if they do not work, which is a defect of the generator
   */
  public static Model load(Map<String, CharSequence> sources) {
    ClassLoader runtime = Model.class.getClassLoader();
    Map<String, byte[]> classes = new InMemoryCompiler(runtime).compile(sources);
    String main = sources.keySet().iterator().next().replaceFirst("\\.java$", "").replace('/', '.');
    try {
      Class<?> type = new GeneratedClasses(runtime, classes).loadClass(main);
      return (Model) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the generated class " + main + " cannot be loaded", e);
    }
  }

  /** The classes of one model. */
  private static final class GeneratedClasses extends ClassLoader {

    private final Map<String, byte[]> classes;

    GeneratedClasses(ClassLoader parent, Map<String, byte[]> classes) {
      super(parent);
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
