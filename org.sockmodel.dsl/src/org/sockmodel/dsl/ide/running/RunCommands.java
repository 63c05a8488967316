package org.sockmodel.dsl.ide.running;

import com.google.gson.JsonPrimitive;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
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
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.scenario.ScenarioException;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.CountingSink;
import org.sockmodel.runtime.trace.TraceStatistics;

/**
 * The command that runs a model as the editor shows it, saved or not. The model is compiled at once; what is answered
 * does the simulation, which may take its time. The answer is also shown as a message.
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
    long errors = validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl).stream()
        .filter(issue -> issue.getSeverity() == Severity.ERROR).count();
    if (errors > 0) {
      return () -> file + " is not run: it has " + errors + (errors == 1 ? " error." : " errors.");
    }
    Model model = (Model) resource.getContents().get(0);
    if (model.getName() == null) {
      return () -> file + " is a library and describes nothing to run; write 'model NAME' at its beginning.";
    }
    ModelDeclaration declaration = compiler.compile(model);
    return () -> simulate(file, declaration);
  }

  private static String simulate(String file, ModelDeclaration model) {
    try {
      Simulation simulation = new Simulation(model, SEED, false);
      Analysis analysis = new Analysis(simulation.names(), Filter.ALL);
      TraceStatistics statistics = new TraceStatistics("simulation");
      statistics.atLeastCpus(simulation.cpus());
      simulation.run(new CountingSink(statistics, analysis));
      return Headline.of(analysis.report(statistics));
    } catch (ScenarioException e) {
      return file + (e.line() > 0 ? ":" + e.line() : "") + ": " + e.getMessage();
    }
  }
}
