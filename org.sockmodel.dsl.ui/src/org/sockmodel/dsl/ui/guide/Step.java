package org.sockmodel.dsl.ui.guide;

/** The steps from an empty workspace to the first report, each with the command that does it. */
public enum Step {
  PROJECT("Make a project",
      "Give it a name and press Finish: it begins with a commented model. Next shows others to begin with.",
      "Make a project", "org.eclipse.ui.newWizard(newWizardId=org.sockmodel.dsl.ui.wizard.project)"),
  MODEL("Look at the model",
      "A machine of two CPUs, a card whose queue interrupts the first, a program that reads datagrams on the second,"
          + " and a thousand datagrams. The last lines say what is expected of the run.",
      "Open the model", "org.sockmodel.dsl.ui.openModel"),
  PROBLEMS("See that it is sound",
      "Whenever you save a model it is checked, and its Java is generated into src-gen. What is wrong is marked"
          + " in the editor, and listed in Problems.",
      "Show problems", Step.VIEW + "org.eclipse.ui.views.ProblemView)"),
  RUN("Run it",
      "The same as Run As, SockModel Simulation in the menu of a model (Alt+Shift+X, S). Run Configurations give it"
          + " another seed, another kernel, and other values.",
      "Run the model", "org.sockmodel.dsl.ui.runModel"),
  REPORT("Read the report",
      "How long a message took and where, what interrupts and wake-ups it cost, and whether that was expected. A line"
          + " that begins with the name of the model leads there. The trace of the run has opened beside the model; the"
          + " perspective Trace shows its messages, events and latencies too.",
      "Show the report", Step.VIEW + "org.eclipse.ui.console.ConsoleView)");

  private static final String VIEW = "org.eclipse.ui.views.showView(org.eclipse.ui.views.showView.viewId=";

  private final String title;
  private final String text;
  private final String action;
  private final String command;

  Step(String title, String text, String action, String command) {
    this.title = title;
    this.text = text;
    this.action = action;
    this.command = command;
  }

  String title() {
    return title;
  }

  String text() {
    return text;
  }

  /** What the link to the command says. */
  public String action() {
    return action;
  }

  /** The command with its parameters, as the platform writes it. */
  public String command() {
    return command;
  }
}
