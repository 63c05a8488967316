package org.sockmodel.runtime.analysis.conform.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sockmodel.runtime.analysis.conform.align.Alignment;
import org.sockmodel.runtime.analysis.conform.step.Call;

/**
 * The calls of one thread that are compared, by their numbers; both ends included. A recording may begin when the
 * thread has prepared its sockets already, so calls before its first sleep that the other trace lacks are left out.
 */
record CallWindow(int first, int last) {

  private static final CallWindow ALL = new CallWindow(0, Integer.MAX_VALUE);
  private static final CallWindow NONE = new CallWindow(Integer.MAX_VALUE, 0);

  /**
   * The window of {@code mine}.
   *
   * @param mySetUpCalls how many calls of any kind the thread made before it slept for the first time
   */
  static CallWindow of(List<Call> mine, int mySetUpCalls, List<Call> theirs, int theirSetUpCalls) {
    List<Call> myAct = withoutSetUp(mine, mySetUpCalls, theirs);
    List<String> theirAct = names(withoutSetUp(theirs, theirSetUpCalls, mine));
    if (myAct.isEmpty()) {
      return mine.isEmpty() ? ALL : NONE;
    }
    if (theirAct.isEmpty()) {
      return new CallWindow(myAct.get(0).number(), Integer.MAX_VALUE);
    }
    List<String> names = names(myAct);
    int first = Math.max(0, names.indexOf(theirAct.get(0)));
    if (first > 0 && theirAct.contains(names.get(0)) && theirAct.indexOf(names.get(0)) < first) {
      first = 0;
    }
    int last = names.lastIndexOf(theirAct.get(theirAct.size() - 1));
    return new CallWindow(myAct.get(first).number(), last < first ? Integer.MAX_VALUE : myAct.get(last).number());
  }

  boolean contains(Call call) {
    return call.number() >= first && call.number() <= last;
  }

  /** The calls from the first one that {@code theirs} has too, if both lists are held against each other's end. */
  private static List<Call> withoutSetUp(List<Call> calls, int setUpCalls, List<Call> theirs) {
    Alignment alignment = Alignment.of(namesFromTheEnd(calls), namesFromTheEnd(theirs));
    int skipped = 0;
    while (skipped < calls.size() && calls.get(skipped).number() < setUpCalls
        && !alignment.isFirstMatched(calls.size() - 1 - skipped)) {
      skipped++;
    }
    return calls.subList(skipped, calls.size());
  }

  private static List<String> namesFromTheEnd(List<Call> calls) {
    List<String> names = new ArrayList<>(names(calls));
    Collections.reverse(names);
    return names;
  }

  private static List<String> names(List<Call> calls) {
    return calls.stream().map(Call::name).toList();
  }
}
