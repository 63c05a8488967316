package org.sockmodel.dsl.validation;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.sockModel.Expectation;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Protosw;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.Statement;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Workload;

/** Sizes: what a model says must fit the class files that it becomes. The limits are far beyond what one writes. */
final class SizeValidator extends ConceptValidator {

  /** A constant of a class holds 65 535 bytes, which a character takes up to three of. */
  private static final int MOST_CHARACTERS = 20_000;
  private static final int MOST_STATEMENTS_OF_THREAD = 1_000;
  private static final int MOST_STATEMENTS = 1_000_000;
  private static final int MOST_THREADS = 100_000;
  private static final int MOST_TRAFFICS = 100_000;
  private static final int MOST_LEVELS = 50;
  private static final int MOST_OF_MODEL = 1_000;

  @Check
  public void checkWords(Model model) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(model);
    for (ILeafNode leaf : node == null ? List.<ILeafNode>of() : node.getLeafNodes()) {
      if (!leaf.isHidden() && leaf.getLength() > MOST_CHARACTERS) {
        getMessageAcceptor().acceptError("this word has " + leaf.getLength() + " characters; use up to "
            + MOST_CHARACTERS, model, leaf.getOffset(), leaf.getLength(), IssueCodes.TOO_LARGE);
      }
    }
  }

  @Check
  public void checkModel(Model model) {
    limit(EcoreUtil2.getAllContentsOfType(model, Expectation.class), MOST_OF_MODEL, "expectations");
    limit(EcoreUtil2.getAllContentsOfType(model, Protosw.class), MOST_OF_MODEL, "protosw entries");
    limit(model.getElements(), MOST_OF_MODEL, "elements");
  }

  @Check
  public void checkWorkload(Workload workload) {
    limit(workload.getThreads(), MOST_THREADS, "threads");
    limit(workload.getTraffics(), MOST_TRAFFICS, "traffics");
    int statements = EcoreUtil2.getAllContentsOfType(workload, Statement.class).size();
    if (statements > MOST_STATEMENTS) {
      error("a workload may have " + MOST_STATEMENTS + " statements, this one has " + statements
          + "; let threads loop, or make several workloads", workload, Literals.WORKLOAD__NAME, IssueCodes.TOO_LARGE);
    }
  }

  @Check
  public void checkThread(ThreadScript thread) {
    int statements = EcoreUtil2.getAllContentsOfType(thread, Statement.class).size();
    if (statements > MOST_STATEMENTS_OF_THREAD) {
      error("a thread may have " + MOST_STATEMENTS_OF_THREAD + " statements, this one has " + statements
          + "; let it loop", thread, Literals.THREAD_SCRIPT__NAME, IssueCodes.TOO_LARGE);
    }
  }

  @Check
  public void checkDepth(Statement statement) {
    int depth = 0;
    for (EObject owner = statement.eContainer(); owner instanceof Statement; owner = owner.eContainer()) {
      depth++;
    }
    if (depth == MOST_LEVELS) {
      error("loops and conditions may be nested " + MOST_LEVELS + " deep; take them apart", statement, null,
          IssueCodes.TOO_LARGE);
    }
  }

  private void limit(List<? extends EObject> all, int most, String what) {
    if (all.size() > most) {
      error("there may be " + most + " " + what + ", here are " + all.size() + "; take some away", all.get(most), null,
          IssueCodes.TOO_LARGE);
    }
  }
}
