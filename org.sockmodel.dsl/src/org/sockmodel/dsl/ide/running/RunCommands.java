package org.sockmodel.dsl.ide.running;

import com.google.gson.JsonPrimitive;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.ide.server.ILanguageServerAccess;
import org.eclipse.xtext.ide.server.commands.IExecutableCommandService;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.dsl.expectation.Expectations;
import org.sockmodel.dsl.expectation.Verdict;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.run.FinishedRuns;
import org.sockmodel.dsl.run.ModelRun;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.runtime.model.Expectation;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.scenario.ScenarioException;

/**
 * The command that runs a model as the editor shows it, saved or not. The model is compiled at once; what is answered
 * does the simulation, which may take its time, and judges what the model expects. The answer is also shown as a
 * message.
 */
@Singleton
public final class RunCommands implements IExecutableCommandService {

  /** The command's name; its argument is the address of a document. */
  public static final String RUN = "sockmodel.run";

  private static final long SEED = 1;

  @Inject
  private IResourceValidator validator;

  @Inject
  private ModelCompiler compiler;

  @Override
  public List<String> initialize() {
    return List.of(RUN);
  }

  @Override
  public Object execute(ExecuteCommandParams command, ILanguageServerAccess access, CancelIndicator cancelled) {
    Object argument = command.getArguments().isEmpty() ? "" : command.getArguments().get(0);
    String uri = argument instanceof JsonPrimitive text ? text.getAsString() : argument.toString();
    Supplier<String> run = access.doSyncRead(uri, context -> prepare((XtextResource) context.getResource()));
    return (Supplier<String>) () -> {
      String answer = run.get();
      access.getLanguageClient().showMessage(new MessageParams(MessageType.Info, answer));
      return answer;
    };
  }

  private Supplier<String> prepare(XtextResource resource) {
    if (resource == null) {
      return () -> "There is no such model.";
    }
    String file = resource.getURI().lastSegment();
    long own = errors(resource);
    if (own > 0) {
      return () -> file + " is not run: it has " + counted(own);
    }
    Model model = (Model) resource.getContents().get(0);
    for (Model imported : ImportedModels.of(model)) {
      long errors = errors(imported.eResource());
      if (errors > 0) {
        String name = imported.eResource().getURI().lastSegment();
        return () -> file + " is not run: " + name + ", which it imports, has " + counted(errors);
      }
    }
    if (model.getName() == null) {
      return () -> file + " is a library and describes nothing to run; write 'model NAME' at its beginning.";
    }
    ModelDeclaration declaration = compiler.compile(model);
    URI uri = resource.getURI();
    Map<URI, ModelDeclaration> named = named(declaration, resource);
    return () -> simulate(file, declaration, new FinishedRuns(named::get, SEED).beside(uri));
  }

  private long errors(Resource resource) {
    return validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl).stream()
        .filter(issue -> issue.getSeverity() == Severity.ERROR).count();
  }

  private static String counted(long errors) {
    return errors + (errors == 1 ? " error." : " errors.");
  }

  /** The models that the expectations of a valid model compare with. */
  private Map<URI, ModelDeclaration> named(ModelDeclaration declaration, XtextResource resource) {
    Map<URI, ModelDeclaration> named = new HashMap<>();
    for (Expectation expectation : declaration.expectations()) {
      if (expectation.bound() instanceof Expectation.OtherRun other) {
        URI uri = URI.createURI(other.model()).resolve(resource.getURI());
        ImportedModels.load(uri, resource.getResourceSet())
            .ifPresent(model -> named.computeIfAbsent(uri, key -> compiler.compile(model)));
      }
    }
    return named;
  }

  private static String simulate(String file, ModelDeclaration model, Expectations.OtherRuns others) {
    try {
      ModelRun run = new ModelRun(model, SEED, false);
      run.run();
      return Headline.of(run.report()) + judged(run.verdicts(others));
    } catch (ScenarioException e) {
      return e.in(file);
    }
  }

  /** How many expectations are met, and a line for each that is not. */
  private static String judged(List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return "";
    }
    long met = verdicts.stream().filter(Verdict::holds).count();
    return verdicts.stream().filter(verdict -> !verdict.holds())
        .map(verdict -> "\nline " + verdict.expectation().line() + ": " + verdict.text())
        .collect(Collectors.joining("", " Expectations met: " + met + " of " + verdicts.size() + ".", ""));
  }
}
