package org.sockmodel.dsl.ide.quickfix;

import static java.util.Map.entry;

import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.ILanguageServerAccess.Context;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import org.eclipse.xtext.resource.XtextResource;
import org.sockmodel.dsl.validation.IssueCodes;

/** Offers what mends the problems at a place: each code of a finding has its ways. */
@Singleton
public final class QuickFixes implements ICodeActionService2 {

  private static final Map<String, List<Fix>> BY_CODE = Map.ofEntries(
      entry(IssueCodes.MISSING_UNIT, List.of(new UnitFix())),
      entry(IssueCodes.WRONG_UNIT, List.of(new UnitFix())),
      entry(IssueCodes.BAD_QUANTITY, List.of(new UnitFix())),
      entry(IssueCodes.UNKNOWN_NAME, List.of(new SimilarWordFix(), new DeclarationFix())),
      entry(IssueCodes.UNKNOWN_SETTING, List.of(new SimilarWordFix(), new RemovalFix())),
      entry(IssueCodes.UNKNOWN_SYMBOL, List.of(new SimilarWordFix())),
      entry(IssueCodes.UNKNOWN_KERNEL, List.of(new SimilarWordFix(), new KernelFix())),
      entry(IssueCodes.UNKNOWN_COST, List.of(new SimilarWordFix(), new RemovalFix())),
      entry(IssueCodes.UNKNOWN_DRIVER, List.of(new SimilarWordFix())),
      entry(IssueCodes.UNKNOWN_METRIC, List.of(new SimilarWordFix())),
      entry(IssueCodes.BAD_DISTRIBUTION, List.of(new SimilarWordFix())),
      entry(IssueCodes.NO_SUCH_CPU, List.of(new CpuFix())),
      entry(IssueCodes.DUPLICATE_FAMILY_NUMBER, List.of(new FreeNumberFix())),
      entry(IssueCodes.DUPLICATE_IRQ, List.of(new FreeNumberFix())),
      entry(IssueCodes.SAID_TWICE, List.of(new RemovalFix())),
      entry(IssueCodes.DUPLICATE_PROTOSW, List.of(new RemovalFix())),
      entry(IssueCodes.WRONG_PROTOCOL, List.of(new RemovalFix())),
      entry(IssueCodes.QUEUE_WITHOUT_IRQ, List.of(new AdditionFix())),
      entry(IssueCodes.STEERS_NOTHING, List.of(new AdditionFix())),
      entry(IssueCodes.OUT_OF_RANGE, List.of(new SimilarWordFix())),
      entry(IssueCodes.PORT_WITHOUT_SOCKET, List.of(new PortFix())),
      entry(IssueCodes.SOCKET_NOT_READ, List.of(new ReaderFix())),
      entry(IssueCodes.MISSING, List.of(new AdditionFix())),
      entry(IssueCodes.ENDLESS_LOOP, List.of(new AdditionFix())),
      entry(IssueCodes.NO_EFFECT, List.of(new RemovalFix())),
      entry(IssueCodes.UNREACHABLE_PROTOSW, List.of(new OrderFix(), new RemovalFix())),
      entry(IssueCodes.NOT_IN_KERNEL, List.of(new RemovalFix(), new KernelChangeFix())),
      entry(IssueCodes.DUPLICATE_NAME, List.of(new NameFix())),
      entry(IssueCodes.BAD_NAME, List.of(new NameFix())),
      entry(IssueCodes.UNKNOWN_PARAMETER, List.of(new SimilarWordFix())),
      entry(IssueCodes.NO_SUCH_QUEUE, List.of(new RemovalFix(), new QueueFix())));

  /** Whether there may be something that mends a problem with this code. */
  public static boolean mends(String code) {
    return BY_CODE.containsKey(code);
  }

  @Override
  public List<Either<Command, CodeAction>> getCodeActions(Options asked) {
    List<String> only = asked.getCodeActionParams().getContext().getOnly();
    if (only != null && !only.isEmpty() && !only.contains(CodeActionKind.QuickFix)) {
      return List.of();
    }
    return asked.getLanguageServerAccess().doSyncRead(asked.getURI(), context -> actions(asked, context));
  }

  private static List<Either<Command, CodeAction>> actions(Options asked, Context context) {
    List<Either<Command, CodeAction>> actions = new ArrayList<>();
    for (Diagnostic diagnostic : asked.getCodeActionParams().getContext().getDiagnostics()) {
      Problem problem = new Problem(context.getDocument(), (XtextResource) context.getResource(), diagnostic);
      for (Fix fix : BY_CODE.getOrDefault(problem.code(), List.of())) {
        fix.of(problem).forEach(found -> actions.add(Either.forRight(action(found, diagnostic, asked.getURI()))));
      }
    }
    return actions;
  }

  private static CodeAction action(Fix.Proposal proposal, Diagnostic diagnostic, String uri) {
    CodeAction action = new CodeAction(proposal.title());
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(diagnostic));
    action.setEdit(new WorkspaceEdit(Map.of(uri, proposal.edits())));
    return action;
  }
}
