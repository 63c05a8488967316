package org.sockmodel.dsl.naming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.sockModel.FileDescriptor;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Workload;

/**
 * The descriptors that the threads of a workload create. A name means the thread's own descriptor; if the thread
 * creates none of that name, it means the one that some other thread of the workload creates.
 */
public final class Descriptors {

  private Descriptors() {
  }

  /** Where each name is first created in {@code thread}, in the order of the script. */
  public static Map<String, FileDescriptor> of(ThreadScript thread) {
    Map<String, FileDescriptor> byName = new LinkedHashMap<>();
    for (FileDescriptor descriptor : EcoreUtil2.getAllContentsOfType(thread, FileDescriptor.class)) {
      if (descriptor.getName() != null) {
        byName.putIfAbsent(descriptor.getName(), descriptor);
      }
    }
    return byName;
  }

  /** Every name that threads of {@code workload} create, with what each of them creates first under it. */
  public static Map<String, List<FileDescriptor>> of(Workload workload) {
    Map<String, List<FileDescriptor>> byName = new LinkedHashMap<>();
    for (ThreadScript thread : workload.getThreads()) {
      of(thread).forEach((name, found) -> byName.computeIfAbsent(name, key -> new ArrayList<>()).add(found));
    }
    return byName;
  }

  /** Every name that {@code thread} can use, with all descriptors that it may mean; more than one is ambiguous. */
  public static Map<String, List<FileDescriptor>> visibleIn(ThreadScript thread) {
    Map<String, List<FileDescriptor>> visible = new LinkedHashMap<>();
    if (thread.eContainer() instanceof Workload workload) {
      visible.putAll(of(workload));
    }
    of(thread).forEach((name, own) -> visible.put(name, List.of(own)));
    return visible;
  }
}
